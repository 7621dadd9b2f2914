import {
  type ASTNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from "graphql";
import { GatewayError } from "../errors.ts";
import { operationLimits } from "../limits.ts";
import type { Range } from "../lists/range.ts";
import { type Facts, noFacts } from "./facts.ts";
import type { FieldCost, FieldCosts, LoaderUse } from "./field-cost.ts";
import { objectsOfIntrospection } from "./introspection.ts";
import { isBoundedByWindow, objectsIn, oneRow, type Rows, rowsBelow, type Selected } from "./page-objects.ts";
import type { Permissions } from "./permissions.ts";
import { anyNumber, atMost, exactly, times } from "./range.ts";
import { type Reading, type SelectedField, selectedFields } from "./selected-fields.ts";

/** The keys and calls that all objects of one field ask for together. */
export interface Demand extends Pick<LoaderUse, "access" | "bypassCache" | "keys"> {
  /** Most batches in which its keys are loaded; those of one batch may share calls. */
  readonly batches: number;
}

/** The calls that an operation asks of the systems, and how large its answer may be. */
export interface Demands {
  /** One for a query; for each field of a mutation two, since loaders forget when its write has ended. */
  readonly phases: readonly (readonly Demand[])[];
  /** Objects that its answer may hold by the sizes of its pages, where they are known. */
  readonly objects: number;
}

/** Objects that a selection stands on. */
interface Place {
  readonly type: GraphQLObjectType;
  readonly count: Range;
  readonly rows: Rows;
  /** Most batches in which they come. */
  readonly batches: number;
  readonly known: Facts;
}

/** The ways in which a walk goes. */
interface WalkOptions {
  /** Told of an argument that cannot be used; returns if its field is to be passed over. @default it throws */
  readonly badArgument?: BadArgument;
  /** Fields that it does not permit are passed over, with all below them. @default it permits all */
  readonly access?: Permissions;
}

const everything: Permissions = { permits: () => true };

/** The demands of an operation on the systems, found by walking its selections with the costs of fields. */
export function demandsOf(
  reading: Reading,
  operation: OperationDefinitionNode,
  costs: FieldCosts,
  { badArgument = refuse, access = everything }: WalkOptions = {},
): Demands {
  const type = reading.schema.getRootType(operation.operation);
  if (!type) return { phases: [], objects: 0 };
  const root: Place = {
    type,
    count: exactly(1),
    rows: oneRow,
    batches: 1,
    known: noFacts,
  };
  const walk: Walk = { reading, costs, badArgument, access, objects: 0 };
  const all: Demand[] = [];
  const phases = [all];
  for (const nodes of fieldsBelow(walk, operation, type, [operation.selectionSet])) {
    if (operation.operation !== OperationTypeNode.MUTATION) {
      visitField(walk, root, nodes, all);
      continue;
    }
    const own: Demand[] = [];
    const below: Demand[] = [];
    visitField(walk, root, nodes, own, below);
    phases.push(own, below);
  }
  return { phases, objects: walk.objects };
}

type BadArgument = (error: unknown, node: ASTNode) => void;

/** @throws GraphQLError with `BAD_USER_INPUT`. */
function refuse(error: unknown, node: ASTNode): never {
  if (!(error instanceof GatewayError || error instanceof GraphQLError)) throw error;
  const extensions = { code: "BAD_USER_INPUT", http: { status: 400 } };
  throw new GraphQLError(error.message, { nodes: node, extensions });
}

interface Walk {
  readonly reading: Reading;
  readonly costs: FieldCosts;
  readonly badArgument: BadArgument;
  readonly access: Permissions;
  /** So far. */
  objects: number;
}

/**
 * @param own where the demands of the field itself go.
 * @param below where those of what is selected below it go.
 */
function visitField(
  walk: Walk,
  place: Place,
  nodes: SelectedField,
  own: Demand[],
  below: Demand[] = own,
): void {
  const [node] = nodes;
  const field = place.type.getFields()[node.name.value];
  if (!field) {
    visitIntrospection(walk, nodes);
    return;
  }
  // The plainest of fields are most of an operation.
  if (isLeafType(getNamedType(field.type)) && !walk.costs[`${place.type.name}.${field.name}`]) return;
  if (!walk.access.permits(field)) return;
  const found = costOf(walk, place, field, node);
  if (!found) return;
  const { known, args, cost } = found;
  const demands = usesOf(walk, cost).map((use) => demandOf(use, place));
  own.push(...demands);
  const inner = placesBelow(walk, place, { field, node, args }, cost?.cardinality, demands);
  const rowsOfField = inner.map(({ rows }) => rows);
  walk.objects +=
    cost?.items === undefined
      ? objectsIn({ type: place.type, field, node }, place.rows, rowsOfField)
      : place.rows.objects * cost.items;
  const selected = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  for (const one of inner) {
    for (const innerNodes of fieldsBelow(walk, node, one.type, selected)) {
      visitField(walk, { known, ...one }, innerNodes, below);
    }
  }
}

/** None where the condition of one of them cannot be used. */
function fieldsBelow(
  { badArgument, reading }: Walk,
  node: ASTNode,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): readonly SelectedField[] {
  try {
    return selectedFields(reading, type, sets);
  } catch (error) {
    badArgument(error, node);
    return [];
  }
}

/** It makes no calls. */
function visitIntrospection(walk: Walk, nodes: SelectedField): void {
  try {
    walk.objects += objectsOfIntrospection(walk.reading, nodes, operationLimits.objects);
  } catch (error) {
    walk.badArgument(error, nodes[0]);
  }
}

/** A field's cost, and the facts for the fields below it; undefined where its arguments cannot be used. */
function costOf(
  { badArgument, costs, reading }: Walk,
  place: Place,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
) {
  try {
    const args = field.args.length > 0 ? getArgumentValues(field, node, reading.variables) : {};
    const stated = costs[`${place.type.name}.${field.name}`];
    if (!stated) return { args, cost: undefined, known: place.known };
    const cost = typeof stated === "function" ? stated(args as never, place.known) : stated;
    return { args, cost, known: cost.tells ?? noFacts };
  } catch (error) {
    badArgument(error, node);
    return undefined;
  }
}

/** Its uses, less those for objects that are not given. */
const usesOf = ({ access, reading }: Walk, cost: FieldCost | undefined): readonly LoaderUse[] =>
  (cost?.uses ?? []).filter(({ type }) => {
    const given = type === undefined ? undefined : reading.schema.getType(type);
    return !given || access.permits(given);
  });

function demandOf({ maxDistinct = Number.POSITIVE_INFINITY, ...use }: LoaderUse, place: Place): Demand {
  const { least, most } = times(place.count, use.keys);
  const keys = { least: Math.min(least, maxDistinct), most: Math.min(most, maxDistinct) };
  return Object.assign({}, use, { keys, batches: Math.min(place.batches, keys.most) });
}

/** Where the selection below a field stands, by the type of its objects. */
function placesBelow(
  { access, reading }: Walk,
  place: Place,
  selected: Selected,
  cardinality: FieldCost["cardinality"],
  demands: readonly Demand[],
): readonly Omit<Place, "known">[] {
  const { count, batches, type } = place;
  const { field } = selected;
  const named = getNamedType(field.type);
  if (!isCompositeType(named)) return [];
  const types = isAbstractType(named)
    ? reading.schema.getPossibleTypes(named).filter(access.permits)
    : [named];
  const together = demands.every(isAnsweredTogether);
  const isWindow = isBoundedByWindow(reading, selected);
  return types.flatMap((one) => {
    const isByType = cardinality !== undefined && !isRange(cardinality);
    const given = isByType ? cardinality[one.name] : (cardinality ?? givenBy(type, field));
    if (!given || given.most === 0 || count.most === 0) return [];
    const total = times(count, given);
    // What is of several types is read apart.
    const answered = isByType ? total.most : together ? batches : count.most;
    return {
      type: one,
      count: total,
      rows: rowsBelow(place.rows, given, isWindow),
      batches: Math.min(answered, total.most),
    };
  });
}

const isRange = (cardinality: Exclude<FieldCost["cardinality"], undefined>): cardinality is Range =>
  "most" in cardinality;

/** Objects that a field gives unless it says otherwise. */
function givenBy(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Range {
  if (type.name === "Mutation") return exactly(1);
  const isOfConnection = "pageInfo" in type.getFields();
  return isListType(getNullableType(field.type)) && !isOfConnection ? anyNumber : atMost(1);
}

/** Whether all keys of a batch are answered at once: those that share a list wait for all of it. */
const isAnsweredTogether = ({ access, keys }: Demand): boolean =>
  keys.most === 0 || (access.readsAll === true && !access.asks);
