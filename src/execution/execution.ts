import {
  type FieldNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  locatedError,
  responsePathAsArray,
} from "graphql";

/** The place of a field or an item in an answer. */
export type Path = GraphQLResolveInfo["path"];

/** Values of variables, as their types say. */
export type Variables = { [variable: string]: unknown };

/** Arguments of a field, as their types say. */
export type Arguments = Readonly<Record<string, unknown>>;

/** One execution of a compiled operation. */
export interface Execution {
  readonly variables: Variables;
  readonly context: unknown;
  /** Errors that are told. */
  readonly errors: GraphQLError[];
  /** Objects and items that were completed so far. */
  objects: number;
  /** How many fields and items have failed so far, told or not, those included that may have. */
  failures: number;
  /** Places that are null because of an error. */
  readonly nulled: Set<Path | undefined>;
  /** Arguments that were read, by their reader: the same for every row. */
  readonly argumentsRead: Map<object, Arguments>;
}

/** Begins an execution. */
export const beginExecution = (variables: Variables, context: unknown): Execution => ({
  variables,
  context,
  errors: [],
  objects: 0,
  failures: 0,
  nulled: new Set(),
  argumentsRead: new Map(),
});

/** Notes an error, unless its place is below one that is null already. @param path undefined for the whole answer. */
export function addError(execution: Execution, error: GraphQLError, path: Path | undefined): void {
  const { nulled } = execution;
  execution.failures += 1;
  if (nulled.size > 0) {
    for (let at = path; at !== undefined; at = at.prev) if (nulled.has(at)) return;
    if (nulled.has(undefined)) return;
  }
  nulled.add(path);
  execution.errors.push(error);
}

/** A field, or the items of one, whose errors are located. */
export interface Failing {
  readonly nodes: readonly FieldNode[];
  readonly isNonNull: boolean;
}

/** Makes a place null because of an error. @throws GraphQLError where it must not be null. */
export function fail(execution: Execution, { nodes, isNonNull }: Failing, path: Path, thrown: unknown): null {
  const error = locatedError(thrown, nodes, responsePathAsArray(path));
  if (isNonNull) throw error;
  addError(execution, error, path);
  return null;
}
