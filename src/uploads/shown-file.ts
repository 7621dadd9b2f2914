const longestShown = 60;
const longestName = 200;

/** A file as messages name it: `"0" (photo.png)`, shortened. */
export function shownFile(name: string, filename?: string): string {
  const shown = JSON.stringify(shorten(name, longestShown));
  return filename === undefined ? shown : `${shown} (${shorten(filename, longestShown)})`;
}

/** What a sender calls its file, without what would end a line or be of no use as a name. */
export function cleanFilename(filename: string | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const clean = shorten((filename ?? "").replace(/[\u0000-\u001f\u007f]/g, ""), longestName).trim();
  return clean === "" ? "file" : clean;
}

/** Cut between characters, never within one. */
const shorten = (text: string, most: number): string => [...text.slice(0, 2 * most)].slice(0, most).join("");
