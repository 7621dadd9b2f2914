import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
} from "graphql";
import type { Declared } from "../input-limits.ts";
import { boundsOf } from "./bounds.ts";
import type { Sentences } from "./sentences.ts";
import { standardArguments } from "./standard-arguments.ts";
import { enumValues, filterFields, lookupFields, sortFields, writtenFields } from "./standard-fields.ts";

/**
 * Describes all arguments, input fields and enum values that the SDL does not describe itself, and adds default and cap
 * to each. A field of values to write is described as the field of the object that it ends up in.
 */
export function describeInputs(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type)) describeArguments(type);
    if (isInputObjectType(type)) describeFields(schema, type);
    if (isEnumType(type)) describeValues(type);
  }
}

function describeArguments(type: GraphQLObjectType): void {
  for (const { args } of Object.values(type.getFields())) {
    for (const input of args) describe(input, standardArguments[input.name], args);
  }
}

function describeFields(schema: GraphQLSchema, type: GraphQLInputObjectType): void {
  for (const field of Object.values(type.getFields())) describe(field, sentenceOf(schema, type, field.name));
}

function describeValues(type: GraphQLEnumType): void {
  for (const value of type.getValues()) value.description ??= enumValues[value.name];
}

/**
 * Without a sentence an input stays without a description, which a test refuses.
 * @param siblings the arguments of its field, if it is one of them.
 */
function describe(
  input: Declared & { readonly name: string },
  standard: string | undefined,
  siblings?: readonly Declared[],
): void {
  const sentence = input.description ?? standard;
  const bounds = boundsOf(input, siblings);
  if (!sentence) return;
  input.description = bounds ? `${sentence} ${bounds}` : sentence;
  // Printed SDL goes by the node, where that has a description of its own.
  const { astNode } = input;
  if (astNode?.description)
    input.astNode = { ...astNode, description: { ...astNode.description, value: input.description } };
}

const sentencesBySuffix: Readonly<Record<string, Sentences>> = {
  Filter: filterFields,
  Lookup: lookupFields,
  Sort: sortFields,
};

function sentenceOf(
  schema: GraphQLSchema,
  { name }: GraphQLInputObjectType,
  field: string,
): string | undefined {
  const [suffix = ""] = /Filter$|Lookup$|Sort$/.exec(name) ?? [];
  if (suffix) return sentencesBySuffix[suffix]?.[field];
  const written = schema.getType(name.replace(/^(Create|Insert|New|Replace|Update|Upsert)|Input$/g, ""));
  const ofObject = isObjectType(written) ? written.getFields()[field]?.description : undefined;
  return ofObject ?? writtenFields[field];
}
