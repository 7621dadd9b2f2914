import { readdirSync, readFileSync } from "node:fs";
import { parse } from "node:path";

/** An operation that front ends send and GraphiQL shows. */
export interface ShippedOperation {
  /** The file's stem, such as `account-desk`. */
  name: string;
  document: string;
}

const folder = new URL("./operations/", import.meta.url);

/** Every operation in `src/client/operations/`, by name. */
export function loadOperations(): ShippedOperation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => ({ name: parse(file).name, document: readFileSync(new URL(file, folder), "utf8") }));
}
