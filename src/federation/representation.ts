import type { GraphQLResolveInfo } from "graphql";
import { badInput } from "../errors.ts";
import { noFacts } from "../estimate/facts.ts";
import { type CostOf, type LoaderUse, useOf } from "../estimate/field-cost.ts";
import { costOfField } from "../fields/field.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { PromiseOrValue } from "../loaders/promise-or-value.ts";
import { sourceIdOf } from "../resolving/ids.ts";
import type { LookUpKeys, NodeType } from "../resolving/noun.ts";
import { isObject, textIn } from "../rest/row-values.ts";
import type { Entities, Entity } from "./entities.ts";

/** Most representations in one request: routers gather all that a page of another subgraph names. */
export const mostRepresentations = 1_000;

/** An object that a representation names. */
export interface NamedObject {
  readonly entity: Entity;
  /** The same for all representations that name it by the same value of the same key. */
  readonly identity: string;
  readonly uses: readonly LoaderUse[];
  load(context: OperationContext, info: GraphQLResolveInfo): PromiseOrValue<object | null>;
}

/**
 * Reads a representation.
 * @returns null where the other subgraph has no value for the key, so that it names nothing.
 * @throws BAD_USER_INPUT where it is of no type that has keys, holds none of them, or a value that cannot be one; as a
 * GraphQLError where the scalar says so.
 */
export function namedObject(entities: Entities, representation: unknown): NamedObject | null {
  const { __typename: name, ...given } = isObject(representation) ? representation : {};
  const entity = typeof name === "string" ? entities.get(name) : undefined;
  if (!entity) {
    const what =
      typeof name === "string"
        ? `${JSON.stringify(name.slice(0, 80))} is`
        : "A representation without __typename is of";
    throw badInput(`${what} no type that has keys here.`);
  }
  const names = [...entity.keys.keys()].filter((key) => given[key] !== undefined);
  if (names.length === 0) {
    throw badInput(
      `The representation holds no key of ${entity.name}: ${[...entity.keys.keys()].join(", ")}.`,
    );
  }
  const key = names.find((each) => given[each] !== null);
  if (key === undefined) return null;
  const text = textIn(given[key]);
  if (text === undefined)
    throw badInput(`The key ${key} of a representation of ${entity.name} must be a text.`);
  const value = String(entity.keys.get(key)?.parseValue(text));
  const { lookUpKeys } = entity.type;
  const isLookUp = lookUpKeys !== undefined && key in lookUpKeys.keys;
  return isLookUp ? lookedUp(entity, lookUpKeys, key, value) : byId(entity, value);
}

function byId(entity: Entity, id: string): NamedObject {
  const { kind, loader, prepare }: NodeType = entity.type;
  const sourceId = sourceIdOf(kind, id);
  return {
    entity,
    identity: `${entity.name} id ${sourceId}`,
    uses: [useOf(loader)],
    async load({ of }, info) {
      await prepare?.(of, sourceId, info);
      return of(loader).load(sourceId);
    },
  };
}

type LookUp = (
  source: unknown,
  args: { readonly by: Readonly<Record<string, string>> },
  context: OperationContext,
  info: GraphQLResolveInfo,
) => PromiseOrValue<object | null>;

function lookedUp(entity: Entity, { lookUp }: LookUpKeys, key: string, value: string): NamedObject {
  const args = { by: { [key]: value } };
  const stated = costOfField(lookUp);
  const { uses = [] } =
    (typeof stated === "function" ? (stated as CostOf<typeof args>)(args, noFacts) : stated) ?? {};
  return {
    entity,
    identity: `${entity.name} ${key} ${value}`,
    uses,
    load: (context, info) => (lookUp as LookUp)(undefined, args, context, info),
  };
}
