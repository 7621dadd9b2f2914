import { writeFileSync } from "node:fs";
import { persistedDocumentsText } from "./persisted-documents-text.ts";

/** Writes the manifest of the operations that are shipped, for `DOCUMENTS_FILE`. */
const file = new URL("../src/client/persisted-documents.json", import.meta.url);
writeFileSync(file, persistedDocumentsText());
