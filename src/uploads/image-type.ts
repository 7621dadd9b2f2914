/** Enough of a file to tell its type. */
export const signatureBytes = 12;

/**
 * The bytes of images at their places, by media type. SVG is not among them: it is XML that can hold scripts, and has no
 * signature.
 */
const signatures = [
  ["image/jpeg", { 0: "\xff\xd8\xff" }],
  ["image/png", { 0: "\x89PNG\r\n\x1a\n" }],
  ["image/gif", { 0: "GIF87a" }],
  ["image/gif", { 0: "GIF89a" }],
  ["image/webp", { 0: "RIFF", 8: "WEBP" }],
  ["image/bmp", { 0: "BM", 6: "\0\0\0\0" }],
  ["image/avif", { 4: "ftypavif" }],
  ["image/avif", { 4: "ftypavis" }],
  ["image/heic", { 4: "ftypheic" }],
  ["image/heic", { 4: "ftypheix" }],
  ["image/heif", { 4: "ftypmif1" }],
] as const satisfies readonly (readonly [type: string, bytes: Readonly<Record<number, string>>])[];

/** Media type of an image. */
export type ImageType = (typeof signatures)[number][0];

/** All types that can be told. */
export const imageTypes: readonly ImageType[] = [...new Set(signatures.map(([type]) => type))];

/** Media type of an image, told by its first bytes; undefined when they are those of none. */
export function imageTypeOf(start: Uint8Array): ImageType | undefined {
  const text = Buffer.from(start).toString("latin1");
  return signatures.find(([, bytes]) =>
    Object.entries(bytes).every(([place, expected]) => text.startsWith(expected, Number(place))),
  )?.[0];
}

/** Types as a message names them: `JPEG, GIF or PNG`. */
export function namesOf(types: readonly ImageType[]): string {
  const names = types.map((type) => type.slice("image/".length).toUpperCase());
  return [names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" or ");
}
