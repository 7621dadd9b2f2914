import { imageTypes } from "../uploads/image-type.ts";
import type { FileLimits } from "../uploads/upload.ts";

const mostBytes = 8 * 1024 * 1024;

/** Any image (web1on1-v2.txt:1418) whose first bytes tell that it is one. */
export const avatarLimits: FileLimits = { mostBytes, images: { types: imageTypes } };

/** JPEG, GIF or PNG, a square of 200 pixels or more (web1on1-v2.txt:5756). */
export const logoLimits: FileLimits = {
  mostBytes,
  images: { types: ["image/jpeg", "image/gif", "image/png"], leastSquarePixels: 200 },
};
