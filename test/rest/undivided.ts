/** The `part` of a limit that a test makes itself, of which no client has a share. */
export const undivided = (): never => {
  throw new Error("No client has a share of this limit.");
};
