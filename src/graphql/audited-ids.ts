import {
  type GraphQLArgument,
  type GraphQLField,
  GraphQLID,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { type IdKind, parseGlobalId, sourceIdOf, toGlobalId } from "../resolving/ids.ts";

/** Finds the ids of objects that a field of a mutation is about. It never throws. */
export interface AuditedIds {
  /** Ids that its arguments name. @param args as they came. */
  inArguments(args: Readonly<Record<string, unknown>>): string[];
  /** Ids that its payload gives. */
  inPayload(payload: unknown): string[];
}

/** Kinds of ids, by type. */
export type KindsByType = ReadonlyMap<string, IdKind>;

/** Ids of records elsewhere are values that a client chose: names, numbers of customers. */
const isOfElsewhere = (name: string): boolean => /external/i.test(name);

/** Parameters of services are secrets, whatever their type. */
const mayBeSecret = (name: string): boolean => name === "params";

/** An id that a system makes up: a UUID, some of Assembly's a digit short, 24 hexadecimal digits, or a ULID. */
const madeUp = String.raw`(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{11,12}|[\da-f]{24}|[0-7][\da-hjkmnp-tv-z]{25})`;
/** Ids that hold others have a dot between them. A name, a key, or a number of a telephone or customer is none. */
const madeUpId = new RegExp(`^${madeUp}(?:\\.${madeUp})*$`, "i");
/** Ids of a payload come from a system: letters, digits and dashes. */
const plainId = /^[\w-]{1,64}$/;
const globalId = /^gid:\/\/[a-z0-9]{1,32}\/\w{1,64}\/[\w.~%-]{1,250}$/;

/**
 * Finds out where a field takes and gives ids: all that is of type `ID`. An id whose type is known becomes a global id. An argument
 * that has not the form of ids that systems make up might be anything that a client put there by mistake, and is left out.
 */
export function auditedIds(
  { args, type }: Pick<GraphQLField<unknown, unknown>, "args" | "type">,
  kinds: KindsByType,
): AuditedIds {
  const payload = getNamedType(type);
  const given = isObjectType(payload)
    ? Object.values(payload.getFields())
        .filter((field) => getNamedType(field.type) === GraphQLID && !isOfElsewhere(field.name))
        .map(({ name }) => name)
    : [];
  const [first = ""] = given;
  const kindAt = (name: string, owner: string): IdKind | undefined => {
    const isOwn = name === "id" || name === "ids";
    return kinds.get(isOwn ? owner : typeNamed(name)) ?? kinds.get(typeNamed(name.replace(/s$/, "")));
  };
  const read = (places: readonly Place[], values: unknown, owner: string): string[] => {
    if (typeof values !== "object" || values === null) return [];
    return places.flatMap(({ name, type }) => {
      const inner = getNamedType(type);
      const found = listOf((values as Readonly<Record<string, unknown>>)[name]);
      if (isInputObjectType(inner)) {
        return found.flatMap((value) => read(placesIn(inner), value, ownerOf(inner)));
      }
      const kind = kindAt(name, owner);
      return found.flatMap((id) => idOf(id, kind) ?? []);
    });
  };
  const taken = args.filter(holdsIds);
  return {
    inArguments: (values) => read(taken, values, typeNamed(first.replace(/^deleted/, ""))),
    inPayload(value) {
      if (typeof value !== "object" || value === null) return [];
      const fields = value as Readonly<Record<string, unknown>>;
      return given.flatMap((name) => listOf(fields[name]).filter(isGivenId));
    },
  };
}

type Place = Pick<GraphQLArgument | GraphQLInputField, "name" | "type">;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.flat() : [value]);

const isGivenId = (id: unknown): id is string =>
  typeof id === "string" && (globalId.test(id) || plainId.test(id));

/** The type of an input's own `id`: `PersonLookup` looks up a `Person`. */
const ownerOf = ({ name }: GraphQLInputObjectType): string => name.replace(/(Lookup|Input)$/, "");

/** The type that a name of ids speaks of: `organizationIds` of `Organization`. */
const typeNamed = (name: string): string => {
  const noun = name.replace(/Ids?$/, "");
  return noun.charAt(0).toUpperCase() + noun.slice(1);
};

function idOf(id: unknown, kind: IdKind | undefined): string | undefined {
  if (typeof id !== "string") return undefined;
  try {
    const sourceId = parseGlobalId(id)?.sourceId ?? id;
    if (!madeUpId.test(sourceId)) return undefined;
    return kind ? toGlobalId(kind, sourceIdOf(kind, id)) : sourceId;
  } catch {
    // Of an object that is read through a parent its own id is enough where the parent is named, too.
    return madeUpId.test(id) ? id : undefined;
  }
}

const placesByInput = new WeakMap<GraphQLInputObjectType, readonly Place[]>();

/** The fields of an input that hold ids, themselves or further in. */
function placesIn(input: GraphQLInputObjectType): readonly Place[] {
  const known = placesByInput.get(input);
  if (known) return known;
  const fields = Object.values(input.getFields());
  // An input that holds itself is looked through while this is found out.
  placesByInput.set(input, fields);
  const places = fields.filter(holdsIds);
  placesByInput.set(input, places);
  return places;
}

function holdsIds({ name, type }: { readonly name: string; readonly type: GraphQLInputType }): boolean {
  if (mayBeSecret(name)) return false;
  const inner = getNamedType(type);
  if (isInputObjectType(inner)) return placesIn(inner).length > 0;
  return inner === GraphQLID && !isOfElsewhere(name);
}
