import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  getVariableValues,
  isInputObjectType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { badInput, GatewayError } from "../errors.ts";
import { isGiven } from "../estimate/given-argument.ts";
import { argumentValues } from "../execution/argument-reader.ts";
import type { Variables } from "../execution/execution.ts";
import { operationLimits } from "../limits.ts";
import { type PageArguments, pageRequest } from "../resolving/pagination.ts";
import { type TimeWindow, windowSeconds } from "../resolving/time.ts";
import { isUpload } from "../uploads/upload.ts";
import { type Declared, longestDays, mostEntries, mostRows } from "./input-limits.ts";

/** A field that an operation reaches and that has arguments to be checked. */
interface CheckedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly valuesOf: ReturnType<typeof argumentValues>;
}

/** Checks the arguments of one operation. @throws GraphQLError with `BAD_USER_INPUT` for the first that cannot be used. */
export type ArgumentsCheck = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  /** Variables as their types say. @default they are read */
  coerced?: Variables,
) => void;

/**
 * Makes the check of page sizes, windows, numbers, lengths of lists and depths of maps of a whole operation before any of it
 * runs, variables and defaults included, so that a mistake deep inside costs no call. It remembers which fields have
 * arguments, by operation of a parsed document, since a document is parsed once and sent with many variables.
 */
export function createArgumentsCheck(schema: GraphQLSchema): ArgumentsCheck {
  const checkedFields = new WeakMap<OperationDefinitionNode, readonly CheckedField[]>();
  return (document, operation, variables, given) => {
    const { variableDefinitions = [] } = operation;
    const coerced =
      given ?? getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 }).coerced;
    // What is wrong with variables themselves is reported when the operation is executed.
    if (!coerced) return;
    const fields = checkedFields.get(operation) ?? findCheckedFields(schema, document, operation);
    checkedFields.set(operation, fields);
    for (const checked of fields) checkField(checked, coerced);
  };
}

function findCheckedFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CheckedField[] {
  const found: CheckedField[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const typeInfo = new TypeInfo(schema);
  // Fragments of other operations in the document may use variables that this one does not have.
  const reached = new Set<OperationDefinitionNode | FragmentDefinitionNode>([operation]);
  const visitor: ASTVisitor = {
    Field(node) {
      const field = typeInfo.getFieldDef();
      if (field && field.args.length > 0) found.push({ field, node, valuesOf: argumentValues(field, node) });
    },
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (fragment) reached.add(fragment);
    },
  };
  for (const root of reached) visit(root, visitWithTypeInfo(typeInfo, visitor));
  return found;
}

function checkField({ field, node, valuesOf }: CheckedField, variables: Variables): void {
  let values: Readonly<Record<string, unknown>>;
  try {
    values = valuesOf(variables);
  } catch {
    // Reported at its path when it is executed.
    return;
  }
  try {
    for (const argument of field.args) {
      const { name } = argument;
      if (name === "first") {
        pageRequest(values as PageArguments, mostRows(argument));
        if (typeof values.last === "number" && isGiven(node, name, variables))
          throw badInput("first and last cannot be given together; give the one that the page is wanted by.");
      }
      checkInput(argument.type, values[name], name, argument);
    }
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    throw new GraphQLError(error.message, {
      nodes: node,
      extensions: { code: error.code, http: { status: 400 } },
    });
  }
}

/**
 * Looks through an argument by its type, so that lists inside free-form maps are left alone.
 * @param declared where it is declared, for limits of its own.
 */
function checkInput(type: GraphQLInputType, value: unknown, name: string, declared: Declared): void {
  if (value === null || value === undefined) return;
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const entries = value as readonly unknown[];
    const most = mostEntries(declared);
    if (entries.length > most) throw badInput(`${name} holds ${entries.length}; it may hold ${most}.`);
    for (const entry of entries) checkInput(inner.ofType, entry, name, declared);
  } else if (isInputObjectType(inner)) {
    const object = value as Readonly<Record<string, unknown>>;
    if (inner.name.endsWith("TimeWindow")) {
      // An argument of its own is a window to read; inside an input it is one to write.
      windowSeconds(value as TimeWindow, longestDays(declared, name === "window"));
    }
    for (const field of Object.values(inner.getFields())) {
      checkInput(field.type, object[field.name], `${name}.${field.name}`, field);
    }
  } else if (inner.name === "JSONObject") {
    if (nestsDeeper(value, operationLimits.mapLevels)) {
      throw badInput(`${name} is nested too deeply; a map may have ${operationLimits.mapLevels} levels.`);
    }
    if (holds(value, isUpload)) throw badInput(`${name} holds a file; a map of JSON values cannot.`);
    checkNumbers(value, name);
  } else if (inner.name === "Float") checkNumbers(value, name);
}

/** JSON has no text for such a number, so that a system would get null, which clears. */
function checkNumbers(value: unknown, name: string): void {
  if (holds(value, isEndless)) throw badInput(`${name} holds a number that is too large.`);
}

const isEndless = (value: unknown): boolean => typeof value === "number" && !Number.isFinite(value);

/** Looks through a map that is known not to be too deep. */
const holds = (value: unknown, isWanted: (value: unknown) => boolean): boolean =>
  isWanted(value) ||
  (typeof value === "object" &&
    value !== null &&
    Object.values(value).some((inner) => holds(inner, isWanted)));

/** Whether a value of JSON has more levels of lists and objects; looks no deeper than that. */
export const nestsDeeper = (value: unknown, levels: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => nestsDeeper(inner, levels - 1)));
