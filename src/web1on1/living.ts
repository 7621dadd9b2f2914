/** Whether a user or organization is in use: archived ones are kept, but come after all others. */
export const isLiving = ({ status }: { readonly status?: string | null }): boolean =>
  status !== "archived" && status !== "pendingArchive";
