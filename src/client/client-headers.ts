/** Headers of a request, such as `authorization`, by their names in upper or lower case. */
export type ClientHeaders = Readonly<Record<string, string>>;

/** Headers of which later ones take the place of earlier ones. @throws TypeError for one that cannot be sent. */
export function mergedHeaders(given: readonly ClientHeaders[]): Headers {
  const merged = new Headers();
  for (const [name, value] of given.flatMap(Object.entries<string>)) merged.set(name, value);
  return merged;
}
