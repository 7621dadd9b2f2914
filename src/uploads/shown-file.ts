const longestShown = 60;
const longestName = 200;

/** A file as messages name it: `"0" (photo.png)`, shortened. */
export function shownFile(name: string, filename?: string): string {
  const shown = JSON.stringify(shorten(name, longestShown));
  return filename === undefined ? shown : `${shown} (${shorten(filename, longestShown)})`;
}

/** The name that a sender gives its file, without characters that would end a line or make no name. */
export function cleanFilename(filename: string | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const clean = shorten((filename ?? "").replace(/[\u0000-\u001f\u007f]/g, ""), longestName).trim();
  return clean === "" ? "file" : clean;
}

/** Cut between characters, never within one. */
const shorten = (text: string, most: number): string => [...text.slice(0, 2 * most)].slice(0, most).join("");
