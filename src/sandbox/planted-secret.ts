/** Begins every secret of the sandbox. No encoding of a URL, JSON or a header changes a letter of it. */
export const plantedPrefix = "planted-secret-";

/**
 * A secret that is told wherever it shows, a different one for each field and owner.
 * @param field as the upstream calls it, such as `apiToken`; `meta` for what a setting may show.
 * @param owner whose it is, in letters, digits, hyphens and dots.
 */
export const plantedSecret = (field: string, owner: string | number): string =>
  `${plantedPrefix}${field}-${owner}`;
