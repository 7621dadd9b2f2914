/**
 * The URL that a text is; undefined when it is none. `URL.canParse` of Node 20 must not decide it: once V8 has compiled a
 * call of it, it refuses every text with a letter from Latin-1 such as "ß".
 */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
