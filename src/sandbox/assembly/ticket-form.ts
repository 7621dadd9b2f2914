import type { ReceivedFile, ReceivedForm } from "../form.ts";
import { Refusal } from "../refusal.ts";
import { type Check, checked } from "./fields.ts";

/** The content of a form: texts by field, and files. */
export interface TicketForm<Fields> {
  readonly fields: Fields;
  readonly files: readonly ReceivedFile[];
}

/** Fields of a form whose text is JSON. */
const jsonFields: ReadonlySet<string> = new Set(["user", "additional_properties"]);

/** The fields of a form that a table knows, each of them checked, and the files in its field `files`. */
export function readTicketForm<Fields>(
  form: ReceivedForm | undefined,
  checks: Readonly<Record<keyof Fields & string, Check>>,
): TicketForm<Partial<Fields>> {
  if (form === undefined) throw new Refusal(400, "the body must be multipart/form-data");
  const values = form.texts.map(({ field, value }): [string, unknown] => [
    field,
    jsonFields.has(field) ? parsed(field, value) : value,
  ]);
  const fields = checked<Partial<Fields>>(Object.fromEntries(values), checks);
  return { fields, files: form.files.filter(({ field }) => field === "files") };
}

function parsed(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, `${field} must be JSON`);
  }
}

/** A user with at least one of the keys by which users are found. */
export const userWith =
  (...keys: readonly string[]): Check =>
  (value, field) => {
    const user: Readonly<Record<string, unknown>> =
      typeof value === "object" && value !== null ? { ...value } : {};
    const isKnown = keys.some((key) => typeof user[key] === "string" && user[key].trim() !== "");
    if (!isKnown) throw new Refusal(400, `${field} needs ${keys.join(" or ")}`);
  };

const imageBytes = 4 * 1024 * 1024;
/** Of JPEG and PNG. */
const imageHead = /^(?:ffd8ff|89504e470d0a1a0a)/;

/** Refuses what is no image, and what is too large (assembly-interactions.txt:14). */
export function checkImages(files: readonly ReceivedFile[]): void {
  for (const { bytes, filename, head } of files) {
    if (bytes > imageBytes) throw new Refusal(400, `${filename} is larger than 4 MB`);
    if (!imageHead.test(head)) throw new Refusal(400, `${filename} could not be opened as JPEG or PNG`);
  }
}

const fileBytes = 32 * 1024 * 1024;

/** Refuses files that are too large (assembly-interactions.txt:57-59). */
export function checkFiles(files: readonly ReceivedFile[]): void {
  for (const { bytes, filename } of files) {
    if (bytes > fileBytes) throw new Refusal(413, `${filename} is larger than 32 MB`);
  }
}
