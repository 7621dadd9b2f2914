import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { undocumentedValue } from "../errors.ts";
import { mapPromiseOrValue, type PromiseOrValue } from "../loaders/promise-or-value.ts";
import { isIdUnread } from "../resolving/unread-ids.ts";
import { isObject } from "../rest/row-values.ts";
import type { OperationContext } from "./context.ts";
import { leftOutError } from "./left-out-rows.ts";

/** The function behind a field. */
export type Resolve = GraphQLFieldResolver<unknown, OperationContext>;

type Field = GraphQLField<unknown, OperationContext>;

/**
 * An enum value that the schema does not know is null in a single field and left out of a list.
 * @param where the place is `Type.field`, by which the context is told of each; the system that of the field, if it has one.
 */
export function knownValues(
  resolve: Resolve,
  field: Field,
  type: GraphQLEnumType,
  { place, system }: { readonly place: string; readonly system: string | undefined },
): Resolve {
  const values = new Set(type.getValues().map(({ value }) => value as unknown));
  const isList = holdsList(field.type);
  return (source, args, context, info) => {
    const isKnown = (value: unknown): boolean => {
      if (values.has(value)) return true;
      context.unknownEnumValue(place);
      return false;
    };
    return mapPromiseOrValue(resolve(source, args, context, info) as PromiseOrValue<unknown>, (value) => {
      if (value === null || value === undefined) return null;
      if (!isList) return isKnown(value) ? value : null;
      if (!Array.isArray(value)) throw undocumentedValue(system);
      return value.filter(isKnown);
    });
  };
}

/**
 * Objects of a field, each with an id that can be read where its type has one. What is no object is an error in its own
 * place; a row without such an id is left out of a list whose items are never null, and is an error anywhere else. A row of
 * a list whose id was not read stays.
 */
export function readableObjects(
  resolve: Resolve,
  field: Field,
  type: GraphQLObjectType,
  system: string | undefined,
): Resolve {
  const isList = holdsList(field.type);
  const keepsPlaces = isList && !holdsNonNulls(field.type);
  const identify = identityOf(type);

  const objectIn = (value: unknown): unknown =>
    isAbsent(value) || isObject(value) || value instanceof Promise ? value : undocumentedValue(system);

  /** Whether all is as it should be, which it nearly always is. */
  const areReadable = (values: readonly unknown[], context: OperationContext, info: GraphQLResolveInfo) => {
    try {
      for (const value of values) {
        if (!isObject(value)) return false;
        identify?.(value, context, info);
      }
      return true;
    } catch {
      return false;
    }
  };

  const objectsIn = (values: unknown, context: OperationContext, info: GraphQLResolveInfo): unknown => {
    if (isAbsent(values)) return null;
    if (!Array.isArray(values)) throw undocumentedValue(system);
    if (areReadable(values, context, info)) return values;
    const objects = values.map(objectIn);
    if (!identify) return objects;
    const isRow = (row: unknown) =>
      !isObject(row) || isIdentified(() => identify(row, context, info)) || isIdUnread(row);
    if (keepsPlaces) return objects.map((row) => (isRow(row) ? row : undocumentedValue(system)));
    const rows = objects.filter(isRow);
    if (rows.length < objects.length)
      context.leaveOut(leftOutError(objects.length - rows.length, system, info));
    return rows;
  };

  const readable = (value: unknown, context: OperationContext, info: GraphQLResolveInfo): unknown => {
    if (isList) return objectsIn(value, context, info);
    const object = objectIn(value);
    if (identify && isObject(object)) identify(object, context, info);
    return object;
  };

  return (source, args, context, info) => {
    const value = resolve(source, args, context, info);
    return value instanceof Promise
      ? value.then((resolved) => readable(resolved, context, info))
      : readable(value, context, info);
  };
}

type Identify = (row: object, context: OperationContext, info: GraphQLResolveInfo) => unknown;

/**
 * Makes the id of a row of a type, or of the row in an edge or a link, by the resolver that its field has when this is
 * called; undefined for types that have none.
 * @throws as the field does, where it has none that can be read.
 */
function identityOf(type: GraphQLObjectType): Identify | undefined {
  const fields = type.getFields();
  // The ids of payloads are those of what was written, and may take a call.
  if (type.name.endsWith("Payload")) return undefined;
  const { id } = fields;
  if (id && isNonNullType(id.type)) {
    const { resolve } = id;
    return resolve && ((row, context, info) => resolve(row, {}, context, info));
  }
  for (const { name, type: inner } of Object.values(fields)) {
    if (!isNonNullType(inner) || !isObjectType(inner.ofType)) continue;
    const identify = identityOf(inner.ofType);
    if (!identify) continue;
    return (row, context, info) =>
      identify((row as Readonly<Record<string, object>>)[name] ?? {}, context, info);
  }
  return undefined;
}

function isIdentified(identify: () => unknown): boolean {
  try {
    identify();
    return true;
  } catch {
    return false;
  }
}

const holdsList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

const holdsNonNulls = (type: GraphQLOutputType): boolean => {
  const list = getNullableType(type);
  return isListType(list) && isNonNullType(list.ofType);
};

const isAbsent = (value: unknown): boolean => value === null || value === undefined;
