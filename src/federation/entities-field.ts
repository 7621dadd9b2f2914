import type { GraphQLResolveInfo } from "graphql";
import type { FieldCost, LoaderUse } from "../estimate/field-cost.ts";
import { atMost, plus } from "../estimate/range.ts";
import { field } from "../fields/field.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { Entities } from "./entities.ts";
import { type NamedObject, namedObject } from "./representation.ts";

interface EntitiesArgs {
  readonly representations: readonly unknown[];
}

/** `Query._entities`: each representation is answered by itself, and all of them are asked for in one tick. */
export const entitiesField = (entities: Entities) =>
  field(
    ({ representations }: EntitiesArgs) =>
      costOf(
        representations.flatMap((representation) => {
          try {
            return namedObject(entities, representation) ?? [];
          } catch {
            // It fails its own place only, and costs no call.
            return [];
          }
        }),
        representations.length,
      ),
    (_: unknown, { representations }: EntitiesArgs, context: OperationContext, info: GraphQLResolveInfo) =>
      representations.map((representation) => load(entities, representation, context, info)),
  );

async function load(
  entities: Entities,
  representation: unknown,
  context: OperationContext,
  info: GraphQLResolveInfo,
): Promise<object | null> {
  const named = namedObject(entities, representation);
  if (!named) return null;
  const { name } = named.entity;
  const type = info.schema.getType(name);
  if (!type) throw new Error(`There is no type ${name}.`);
  context.access.demand(type);
  const row = await named.load(context, info);
  // Rows are shared, frozen, and say nothing of their type, so the copy does.
  return row && Object.assign({}, row, { __typename: name });
}

/** Objects of several types, each key of a loader once. @param items places in the answer, those without an object included. */
function costOf(named: readonly NamedObject[], items: number): FieldCost {
  const uses = new Map<LoaderUse["access"], LoaderUse>();
  const counts: Record<string, number> = {};
  const seen = new Set<string>();
  for (const { entity, identity, uses: own } of named) {
    const type = entity.type.kind.type;
    counts[type] = (counts[type] ?? 0) + 1;
    if (seen.has(identity)) continue;
    seen.add(identity);
    for (const use of own) {
      const known = uses.get(use.access);
      const keys = known ? plus(known.keys, use.keys) : use.keys;
      uses.set(use.access, Object.assign({}, use, { type, keys }));
    }
  }
  return {
    items,
    uses: [...uses.values()],
    cardinality: Object.fromEntries(Object.entries(counts).map(([type, count]) => [type, atMost(count)])),
  };
}
