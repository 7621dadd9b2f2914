/** The longest of the signatures. */
export const signatureBytes = 8;

const signatures: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** Media type of an image, told by its first bytes; undefined when they are not those of a JPEG or PNG. */
export const imageTypeOf = (start: Uint8Array): string | undefined =>
  signatures.find(([, bytes]) => bytes.every((byte, at) => start[at] === byte))?.[0];
