/** Whether a status is of an object in use. */
export const isLivingStatus = (status: unknown): boolean =>
  status !== "archived" && status !== "pendingArchive";

/** Whether an object is in use: archived ones are kept, but come after all others. */
export const isLiving = (row: { readonly status?: string | null } | object): boolean =>
  isLivingStatus("status" in row ? row.status : undefined);
