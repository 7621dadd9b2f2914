/** Whether an object is in use: archived ones are kept, but come after all others. */
export const isLiving = (row: { readonly status?: string | null } | object): boolean => {
  const status = "status" in row ? row.status : undefined;
  return status !== "archived" && status !== "pendingArchive";
};
