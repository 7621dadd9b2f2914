import type { ReceivedFile, ReceivedForm } from "../form.ts";
import { Refusal } from "../refusal.ts";

/** First bytes of PNG, JPEG, GIF, WebP, BMP, AVIF and HEIC, in hex. */
const imageHead =
  /^(?:89504e470d0a1a0a|ffd8ff|474946383[79]61|52494646.{8}57454250|424d|.{8}66747970(?:6176|6865|6d69))/;
const logoHead = /^(?:89504e470d0a1a0a|ffd8ff|474946383[79]61)/;
/** web1on1-v2.txt:5756. */
const leastLogoPixels = 200;

/** The image of a user (web1on1-v2.txt:1418): the one file of the form, in its field `file`. */
export function avatarIn(form: ReceivedForm | undefined): ReceivedFile {
  const [file, ...others] = form?.files ?? [];
  if (file === undefined || others.length > 0 || file.field !== "file") {
    throw new Refusal(400, "the body must be multipart/form-data with one file, named file");
  }
  if (!imageHead.test(file.head)) throw new Refusal(400, "file is no image");
  return file;
}

/** The image of an organization: JPEG, GIF or PNG, a square of 200 pixels or more. */
export function logoIn(form: ReceivedForm | undefined): ReceivedFile {
  const file = avatarIn(form);
  if (!logoHead.test(file.head)) throw new Refusal(400, "file is no JPEG, GIF or PNG");
  const { width = 0, height = 0 } = file.size ?? {};
  if (width !== height || width < leastLogoPixels) {
    throw new Refusal(400, `file must be a square of ${leastLogoPixels} pixels or more`);
  }
  return file;
}
