import type { MutationResolvers, QueryResolvers, Resolvers } from "../../generated/resolvers.ts";
import type { IdKind } from "../../resolving/ids.ts";

/** Ids of one type of group. */
export interface GroupKind extends IdKind {
  readonly type: "Queue" | "Site" | "Team" | "Skill";
}

/** The names of one type of group in the schema, in messages and upstream. */
export function groupNames({ type }: GroupKind) {
  const one = type.toLowerCase() as Lowercase<typeof type>;
  return {
    /** In messages, and as a field. */
    one,
    /** As a field, in inputs, and in the bodies of calls and answers. */
    many: `${one}s`,
    id: `${one}Id`,
    ids: `${one}Ids`,
    deletedIds: `deleted${type}Ids`,
    /** In the body of a deletion. */
    upstreamIds: `${one}_ids`,
    create: `create${type}s`,
    update: `update${type}`,
    delete: `delete${type}s`,
    createPayload: `Create${type}sPayload`,
    updatePayload: `Update${type}Payload`,
  } as const satisfies NamesInSchema;
}

/** The names that stand in the schema: without one of them there, this does not compile. */
interface NamesInSchema {
  readonly one: keyof QueryResolvers & FieldOf<UpdatePayload>;
  readonly many: keyof QueryResolvers & FieldOf<CreatePayload>;
  readonly id: FieldOf<UpdatePayload>;
  readonly ids: FieldOf<CreatePayload>;
  readonly deletedIds: FieldOf<`Delete${GroupKind["type"]}sPayload`>;
  readonly upstreamIds: string;
  readonly create: keyof MutationResolvers;
  readonly update: keyof MutationResolvers;
  readonly delete: keyof MutationResolvers;
  readonly createPayload: CreatePayload & keyof Resolvers;
  readonly updatePayload: UpdatePayload & keyof Resolvers;
}

type CreatePayload = `Create${GroupKind["type"]}sPayload`;

type UpdatePayload = `Update${GroupKind["type"]}Payload`;

/** A field of any of some types. */
type FieldOf<Type extends keyof Resolvers> = Type extends unknown
  ? keyof NonNullable<Resolvers[Type]>
  : never;
