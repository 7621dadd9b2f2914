import { readdirSync, readFileSync } from "node:fs";
import { parse } from "node:path";
import { Kind, parse as parseDocument } from "graphql";

/** An operation that front ends send and GraphiQL shows. */
export interface ShippedOperation {
  /** The file's stem, such as `account-desk`. */
  name: string;
  document: string;
}

/** The names by which the documents of operations call them, such as `AccountDesk`. */
export const namesIn = (operations: readonly ShippedOperation[]): ReadonlySet<string> =>
  new Set(
    operations.flatMap(({ document }) =>
      parseDocument(document).definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION && definition.name ? definition.name.value : [],
      ),
    ),
  );

const folder = new URL("./operations/", import.meta.url);

/** Every operation in `src/client/operations/`, by name. */
export function loadOperations(): ShippedOperation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => ({ name: parse(file).name, document: readFileSync(new URL(file, folder), "utf8") }));
}
