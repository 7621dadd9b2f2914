import { ref } from "../../fields/reference.ts";
import { readableReferenceIn } from "../../resolving/referenced.ts";
import { userById, userKind } from "./loaders.ts";

/**
 * A field that gives the chat user that a row points at; null where it points at none.
 * @param valueIn the id of the user, or itself.
 */
export const userRef = <Row>(valueIn: (row: Row) => unknown) =>
  ref(userKind, userById, (row: Row) => readableReferenceIn(userKind, valueIn(row)));
