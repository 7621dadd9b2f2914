import { AsyncLocalStorage } from "node:async_hooks";
import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import type { OperationContext } from "./context.ts";

type Path = GraphQLResolveInfo["path"];
type Resolve = GraphQLFieldResolver<unknown, OperationContext>;

const fields = new AsyncLocalStorage<Path>();
let telling = 0;

/** Has a field remembered while it is resolved, by all that is done for it, if the operation tells of its calls. */
export const remembered =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) =>
    context.tellsFields
      ? fields.run(info.path, resolve, source, args, context, info)
      : resolve(source, args, context, info);

/**
 * Notes that an operation tells of its calls. While one does, Node follows every promise of the process, which makes all
 * operations slower; so it ends with the last of them.
 * @returns the function to call when it has told of them.
 */
export function beginTelling(): () => void {
  telling += 1;
  return () => {
    telling -= 1;
    if (telling === 0) fields.disable();
  };
}

/**
 * The path, as in errors, of the field that is being resolved; of a batch, that of the field which asked first.
 * @returns undefined outside of fields, and where they are not remembered.
 */
export function currentPath(): readonly (string | number)[] | undefined {
  const keys: (string | number)[] = [];
  for (let path: Path | undefined = fields.getStore(); path; path = path.prev) keys.unshift(path.key);
  return keys.length > 0 ? keys : undefined;
}
