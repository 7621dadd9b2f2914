import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
} from "graphql";
import { noFacts } from "../estimate/facts.ts";
import type { FieldCosts, LoaderUse } from "../estimate/field-cost.ts";
import { type Reading, selectedFields } from "../estimate/selected-fields.ts";
import type { OperationContext } from "./context.ts";
import type { Resolve } from "./output-values.ts";

type Lists = NonNullable<LoaderUse["ahead"]>;
type Field = GraphQLField<unknown, OperationContext>;

/**
 * Has a field that waits for its rows begin to read, meanwhile, the lists that the fields selected on these rows need
 * whichever rows they are.
 * @param costs of all fields.
 */
export function readingAhead(
  resolve: Resolve,
  parent: GraphQLObjectType,
  field: Field,
  costs: FieldCosts,
): Resolve {
  const type = getNamedType(field.type);
  const cost = costs[`${parent.name}.${field.name}`];
  if (!isObjectType(type) || isJoin(cost) || !leadsToLists(type, costs)) return resolve;
  return (source, args, context, info) => {
    const value = resolve(source, args, context, info);
    // Of a field below others the cost depends on what these tell of its object.
    const isRoot = info.path.prev === undefined;
    if (value instanceof Promise && !(isRoot && givesNoRows(cost, args as never)))
      beginOnce(type, costs, context, info);
    return value;
  };
}

/** Whether a field of the root gives no rows for sure: it makes no call, refuses its arguments, or is asked for none. */
function givesNoRows(cost: FieldCosts[string] | undefined, args: never): boolean {
  if (!cost) return false;
  try {
    const { cardinality, uses = [] } = typeof cost === "function" ? cost(args, noFacts) : cost;
    const mostRows = cardinality && "most" in cardinality ? cardinality.most : undefined;
    return uses.length === 0 || mostRows === 0;
  } catch {
    return true;
  }
}

/** Whether a field finds its rows by other loaders, which may find none. */
const isJoin = (cost: FieldCosts[string] | undefined): boolean =>
  typeof cost === "object" && (cost.uses?.some(({ access }) => access.asks !== undefined) ?? false);

function beginOnce(
  type: GraphQLObjectType,
  costs: FieldCosts,
  context: OperationContext,
  info: GraphQLResolveInfo,
): void {
  const { fieldNodes, fragments, schema, variableValues } = info;
  const [node] = fieldNodes;
  // A field of many rows begins them once.
  if (!node || context.begunAhead.has(node)) return;
  context.begunAhead.add(node);
  const reading = { schema, fragments: new Map(Object.entries(fragments)), variables: variableValues };
  const lists = listsBelow({ costs, context, reading }, type, fieldNodes);
  // The calls of the field itself go first.
  setImmediate(() => {
    for (const list of lists) context.of(list).readAhead();
  });
}

interface Search {
  readonly costs: FieldCosts;
  readonly context: OperationContext;
  readonly reading: Reading;
}

/** Lists for the fields selected on rows of a type, and for those below what costs nothing or is read from such a list. */
function listsBelow(search: Search, type: GraphQLObjectType, nodes: readonly FieldNode[]): Lists {
  const { context, costs, reading } = search;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  if (sets.length === 0) return [];
  return selectedFields(reading, type, sets).flatMap((selected): Lists => {
    const field = type.getFields()[selected[0].name.value];
    const output = field && getNamedType(field.type);
    if (!field || !isObjectType(output) || !context.access.permits(field)) return [];
    const lists = listsOf(type, field, costs);
    return lists ? [...lists, ...listsBelow(search, output, selected)] : [];
  });
}

/** The lists that a field needs whatever its object is: none where it costs nothing, undefined where it costs other reads. */
function listsOf({ name }: GraphQLObjectType, field: Field, costs: FieldCosts): Lists | undefined {
  const cost = costs[`${name}.${field.name}`];
  if (!cost) return [];
  if (typeof cost === "function" || !cost.uses?.every(({ ahead }) => ahead)) return undefined;
  return cost.uses.flatMap(({ ahead = [] }) => ahead);
}

/** Whether any selection on a type may need such a list. @param visited types that were looked through already. */
function leadsToLists(type: GraphQLObjectType, costs: FieldCosts, visited = new Set<string>()): boolean {
  if (visited.has(type.name)) return false;
  visited.add(type.name);
  return Object.values(type.getFields()).some((field) => {
    const lists = listsOf(type, field, costs);
    if (!lists) return false;
    const output = getNamedType(field.type);
    return lists.length > 0 || (isObjectType(output) && leadsToLists(output, costs, visited));
  });
}
