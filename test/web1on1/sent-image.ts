import type { TestGateway } from "../support/gateway.ts";
import { fieldsFor, formBody, inPieces, uploadsIn } from "../uploads/form-body.ts";

/** A file as it comes with an operation, in pieces of a size. */
export async function uploadOf(content: Uint8Array, pieceBytes = 65_536) {
  const part = { name: "0", content, filename: "me.png", type: "text/html" };
  const [upload] = await uploadsIn(inPieces(formBody([...fieldsFor(["0"]), part]), pieceBytes));
  return upload;
}

/** The file of the last form that reached Web1on1, with the status that it was answered with. */
export function lastFile({ sandbox }: TestGateway) {
  const entry = sandbox.web1on1.journal.findLast(({ method }) => method === "POST");
  const { files, texts } = JSON.parse(entry?.body ?? "{}");
  return { status: entry?.status, files, texts };
}
