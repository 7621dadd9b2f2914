import { isUpload } from "../../src/uploads/upload.ts";
import { fieldsFor, formBody, inPieces, type SentPart, uploadsIn } from "../uploads/form-body.ts";
import { png } from "../uploads/images.ts";

/** A file that each field takes which takes one, in a form under this name. */
export const sampleFile = (name: string): SentPart => ({
  name,
  content: png(200, 200),
  filename: "sample.png",
  type: "image/png",
});

const usesFile = (document: string): boolean => /\$file\b/.test(document);

/** An operation with samples of arguments, some of which are `$file`, as its document declares it. */
export const declaringFile = (operation: string): string =>
  usesFile(operation) ? operation.replace(/^mutation\b/, "mutation ($file: Upload!)") : operation;

/** Variables as they come with an operation: copies of those that are given, and a file where it asks for one. */
export async function sentVariables(
  document: string,
  given: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const copies = Object.entries(given).map(([name, value]) => [
    name,
    isUpload(value) ? value : structuredClone(value),
  ]);
  const variables = Object.fromEntries(copies);
  if (!usesFile(document) || variables.file !== undefined) return variables;
  const [file] = await uploadsIn(inPieces(formBody([...fieldsFor(["0"]), sampleFile("0")]), 65_536));
  return { ...variables, file };
}
