import { createHash } from "node:crypto";

/** Digest of bytes in hex, as the emulators' journals give that of a file. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
