import fc from "fast-check";
import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isUnionType,
} from "graphql";
import { anyJson, anyLiteral } from "./any-input.ts";
import { type Lot, lotOf } from "./lot.ts";

/** A document of one operation, with values for its variables. */
export interface AnyDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Any document over a schema, most of them valid, with variables of which some are wrong. */
export const anyDocument = (schema: GraphQLSchema): fc.Arbitrary<AnyDocument> =>
  fc.gen().map((draw) =>
    writeDocument(
      schema,
      lotOf((limit) => (limit <= 1 ? 0 : draw(fc.nat, { max: limit - 1 }))),
    ),
  );

/** Selections of one document. */
const mostSelections = 60;
const mostLevels = 5;

/** A document that is being written. */
interface Draft {
  readonly schema: GraphQLSchema;
  readonly lot: Lot;
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: { readonly type: string; readonly text: string }[];
  /** The arguments that each field was given first: those of one name must not differ. */
  readonly argumentsOf: Map<string, string>;
  selectionsLeft: number;
}

function writeDocument(schema: GraphQLSchema, lot: Lot): AnyDocument {
  const draft: Draft = {
    schema,
    lot,
    definitions: [],
    variables: {},
    fragments: [],
    argumentsOf: new Map(),
    selectionsLeft: mostSelections,
  };
  const kind = lot.once(6) ? "mutation" : "query";
  const root = kind === "query" ? schema.getQueryType() : schema.getMutationType();
  if (!root) throw new Error(`The schema has no ${kind}.`);
  const body = selectionOf(draft, root, mostLevels);
  const name = lot.once(2) ? `Op${lot.below(9)}` : "";
  const { definitions, fragments, variables } = draft;
  const declared = definitions.length > 0 ? `(${definitions.join(", ")})` : "";
  const texts = fragments.map(({ text, type }, at) => `fragment F${at} on ${type} ${text}`);
  return { query: [`${kind} ${name}${declared} ${body}`, ...texts].join(" "), variables };
}

/** Declares a variable, and gives it a value or not. @returns its name. */
function variableOf(draft: Draft, type: GraphQLInputType, hasDefault: boolean): string {
  const { definitions, lot, variables } = draft;
  const name = `v${definitions.length}`;
  const isRequired = isNonNullType(type);
  const inner = isRequired ? type.ofType : type;
  const writesDefault = lot.once(isRequired ? 3 : 4);
  // A variable that may be null may stand for what must not be null only if one of the two has a default.
  const isLoose = isRequired && (writesDefault || (hasDefault && lot.once(2)));
  const byDefault = writesDefault ? ` = ${anyLiteral(lot, inner)}` : "";
  definitions.push(`$${name}: ${String(isLoose ? inner : type)}${byDefault}`);
  const isLeftOut = lot.once(isRequired && !isLoose ? 12 : 3);
  if (!isLeftOut) variables[name] = lot.once(25) ? null : anyJson(lot, type);
  return `$${name}`;
}

function directivesOf(draft: Draft): string {
  const { lot, schema } = draft;
  if (!lot.once(5)) return "";
  const condition = schema.getDirective("skip")?.args[0]?.type;
  if (!condition) throw new Error("The schema has no @skip.");
  const one = (name: string) =>
    `@${name}(if: ${lot.once(2) ? lot.pick(["true", "false"]) : variableOf(draft, condition, false)})`;
  return lot.once(8) ? ` ${one("skip")} ${one("include")}` : ` ${one(lot.pick(["skip", "include"]))}`;
}

function argumentsOf(draft: Draft, { args }: GraphQLField<unknown, unknown>): string {
  const { lot } = draft;
  const given = args.filter(
    ({ defaultValue, type }) => (isNonNullType(type) && defaultValue === undefined) || lot.once(2),
  );
  const texts = given.map(({ defaultValue, name, type }) => {
    const value = lot.once(2) ? anyLiteral(lot, type) : variableOf(draft, type, defaultValue !== undefined);
    return `${name}: ${value}`;
  });
  return texts.length > 0 ? `(${texts.join(", ")})` : "";
}

function fieldOf(
  draft: Draft,
  type: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  levels: number,
): string {
  const { lot } = draft;
  const id = `${type.name}.${field.name}`;
  const first = draft.argumentsOf.get(id) ?? argumentsOf(draft, field);
  const isAgain = draft.argumentsOf.has(id) && lot.once(3);
  draft.argumentsOf.set(id, first);
  draft.selectionsLeft -= 1;
  const alias = isAgain
    ? `a${mostSelections - draft.selectionsLeft}: `
    : lot.once(6)
      ? `${lot.pick(["x", "__proto__", "toString"])}_${field.name}: `
      : "";
  const args = isAgain ? argumentsOf(draft, field) : first;
  const named = getNamedType(field.type);
  const selection = isCompositeType(named) ? ` ${selectionOf(draft, named, levels - 1)}` : "";
  return `${alias}${field.name}${args}${directivesOf(draft)}${selection}`;
}

function selectionOf(draft: Draft, type: GraphQLCompositeType, levels: number): string {
  const texts = Array.from({ length: 1 + draft.lot.below(4) }, () => {
    draft.selectionsLeft -= 1;
    const kind = draft.lot.below(12);
    const isFull = draft.selectionsLeft < 0 || (levels <= 0 && kind > 2);
    return isFull ? "__typename" : partOf(draft, type, levels, kind);
  });
  return `{ ${texts.join(" ")} }`;
}

/** @param kind by which it is one or another part of a selection. */
function partOf(draft: Draft, type: GraphQLCompositeType, levels: number, kind: number): string {
  const { lot } = draft;
  if (kind === 0) return lot.pick(["__typename", "t: __typename"]);
  if (kind === 1) return `...${directivesOf(draft)} ${selectionOf(draft, type, levels)}`;
  if (kind === 2 || kind === 3) return inlineFragmentOf(draft, type, levels);
  if (kind === 4) return `...${fragmentOf(draft, type, levels)}${directivesOf(draft)}`;
  return fieldsOf(draft, type, levels);
}

function inlineFragmentOf(draft: Draft, type: GraphQLCompositeType, levels: number): string {
  const { lot, schema } = draft;
  const others = isAbstractType(type) ? schema.getPossibleTypes(type) : type.getInterfaces();
  const on = lot.pick<GraphQLCompositeType>([type, ...others]);
  return `... on ${on.name}${directivesOf(draft)} ${selectionOf(draft, on, levels)}`;
}

/** Writes a fragment, or finds one. @returns its name. */
function fragmentOf(draft: Draft, type: GraphQLCompositeType, levels: number): string {
  const { fragments, lot } = draft;
  const known = fragments.findIndex((fragment) => fragment.type === type.name);
  if (known >= 0 && lot.once(2)) return `F${known}`;
  const text = selectionOf(draft, type, levels);
  fragments.push({ type: type.name, text });
  return `F${fragments.length - 1}`;
}

/** One field, or one that stands there twice. */
function fieldsOf(draft: Draft, type: GraphQLCompositeType, levels: number): string {
  const { lot } = draft;
  const fields = isUnionType(type) ? [] : Object.values(type.getFields());
  const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
  const isDeep = levels > 0 && lot.once(2);
  const choice = isDeep || leaves.length === 0 ? fields : leaves;
  if (choice.length === 0 || (levels <= 0 && leaves.length === 0)) return "__typename";
  const field = lot.pick(choice);
  const one = fieldOf(draft, type, field, levels);
  return lot.once(5) ? `${one} ${fieldOf(draft, type, field, levels)}` : one;
}
