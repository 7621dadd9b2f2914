import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { GatewayError } from "../errors.ts";
import type { Ask, AskedField, FieldCost, FieldCosts } from "./field-cost.ts";
import { anyNumber, atMost, exactly, type Range, times } from "./range.ts";
import { type Reading, type SelectedField, selectedFields } from "./selected-fields.ts";

/** What all objects of one field ask for together. */
export interface Demand extends Pick<Ask, "access" | "anew" | "keys"> {
  /** Most moments at which its keys are asked for; those of one moment may share calls. */
  readonly moments: number;
}

/** Objects that a selection stands on. */
interface Place {
  readonly type: GraphQLObjectType;
  readonly count: Range;
  /** Most moments at which they come. */
  readonly moments: number;
  readonly above: AskedField | undefined;
}

/**
 * What an operation demands of the systems, found by walking its selections with the costs of fields.
 * @returns one stretch for a query; for each field of a mutation two, since loaders forget when its write has ended.
 * @throws GraphQLError with `BAD_USER_INPUT` for the first argument that cannot be used.
 */
export function demandsOf(
  reading: Reading,
  operation: OperationDefinitionNode,
  costs: FieldCosts,
): readonly (readonly Demand[])[] {
  const type = reading.schema.getRootType(operation.operation);
  if (!type) return [];
  const root: Place = { type, count: exactly(1), moments: 1, above: undefined };
  const walk = { reading, costs };
  const all: Demand[] = [];
  const stretches = [all];
  for (const nodes of selectedFields(reading, type, [operation.selectionSet])) {
    if (operation.operation !== OperationTypeNode.MUTATION) {
      visitField(walk, root, nodes, all);
      continue;
    }
    const own: Demand[] = [];
    const below: Demand[] = [];
    visitField(walk, root, nodes, own, below);
    stretches.push(own, below);
  }
  return stretches;
}

interface Walk {
  readonly reading: Reading;
  readonly costs: FieldCosts;
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
  // Introspection asks nobody.
  if (!field) return;
  const { above, cost } = costOf(walk, place, field, node);
  const asked = (cost?.asks ?? []).map((ask) => demandOf(ask, place));
  own.push(...asked);
  const selected = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  for (const inner of placesBelow(walk.reading, place, field, cost?.gives, asked)) {
    for (const innerNodes of selectedFields(walk.reading, inner.type, selected)) {
      visitField(walk, { ...inner, above }, innerNodes, below);
    }
  }
}

/** A field's cost, and what stands above those below it. */
function costOf(
  { reading, costs }: Walk,
  place: Place,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): { readonly cost: FieldCost | undefined; readonly above: AskedField | undefined } {
  const args = getArgumentValues(field, node, reading.variables);
  const coordinate = `${place.type.name}.${field.name}`;
  const stated = costs[coordinate];
  if (!stated) return { cost: undefined, above: place.above };
  const above = { coordinate, args, above: place.above };
  if (typeof stated !== "function") return { cost: stated, above };
  try {
    return { cost: stated(args as never, place.above), above };
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const extensions = { code: error.code, http: { status: 400 } };
    throw new GraphQLError(error.message, { nodes: node, extensions });
  }
}

function demandOf({ mostInAll = Number.POSITIVE_INFINITY, ...ask }: Ask, place: Place): Demand {
  const { least, most } = times(place.count, ask.keys);
  const keys = { least: Math.min(least, mostInAll), most: Math.min(most, mostInAll) };
  return { ...ask, keys, moments: Math.min(place.moments, keys.most) };
}

/** Where the selection below a field stands, by the type of its objects. */
function placesBelow(
  { schema }: Reading,
  { count, moments, type }: Place,
  field: GraphQLField<unknown, unknown>,
  gives: FieldCost["gives"],
  asked: readonly Demand[],
): readonly Omit<Place, "above">[] {
  const named = getNamedType(field.type);
  if (!isCompositeType(named)) return [];
  const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
  const together = asked.every(isAnsweredTogether);
  return types.flatMap((one) => {
    const isByType = gives !== undefined && !isRange(gives);
    const given = isByType ? gives[one.name] : (gives ?? givenBy(type, field));
    if (!given || given.most === 0 || count.most === 0) return [];
    const total = times(count, given);
    // What is of several types is read apart.
    const answered = isByType ? total.most : together ? moments : count.most;
    return { type: one, count: total, moments: Math.min(answered, total.most) };
  });
}

const isRange = (gives: Exclude<FieldCost["gives"], undefined>): gives is Range => "most" in gives;

/** Objects that a field gives unless it says otherwise. */
function givenBy(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Range {
  if (type.name === "Mutation") return exactly(1);
  const isOfConnection = "pageInfo" in type.getFields();
  return isListType(getNullableType(field.type)) && !isOfConnection ? anyNumber : atMost(1);
}

/** Whether all keys of a moment are answered at one moment: those that share a list wait for all of it. */
const isAnsweredTogether = ({ access, keys }: Demand): boolean =>
  keys.most === 0 || access.every(({ kind }) => kind === "pages" || kind === "whole");
