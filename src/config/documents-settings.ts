import { z } from "zod";
import { anyText } from "./parsers.ts";
import { parsedBy, settingList, type ValuesOf } from "./setting.ts";

/** The settings of trusted documents. */
export const documentsSettings = settingList([
  {
    name: "DOCUMENTS",
    about:
      "Which documents are run: any; prefer, which runs any and notes in the log those that DOCUMENTS_FILE does not list; or only, which refuses those.",
    byDefault: "any",
    parse: parsedBy(z.enum(["any", "prefer", "only"], { error: "is none of any, prefer and only" })),
  },
  {
    name: "DOCUMENTS_FILE",
    about:
      "Manifest of the trusted documents, as the codegen client preset writes it for persistedDocuments, or a folder of them.",
    parse: anyText,
  },
]);

/** Documents are trusted because they are listed, so a list there must be. */
export function unlisted({ DOCUMENTS, DOCUMENTS_FILE }: ValuesOf<typeof documentsSettings>): string[] {
  if (DOCUMENTS === "any" || DOCUMENTS_FILE !== undefined) return [];
  return [`DOCUMENTS is ${DOCUMENTS}, which needs a manifest; set DOCUMENTS_FILE.`];
}
