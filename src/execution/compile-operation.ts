import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { Compiler, ExecutionHooks } from "./compiler.ts";
import { completerOf } from "./completer.ts";
import { addError, beginExecution, type Execution, type Variables } from "./execution.ts";
import { areConditionsLeft, conditionVariables, reasonToLeave, selectionsOf } from "./left-to-graphql-js.ts";
import { compiledFields, compileSelection } from "./selection.ts";
import { executeSerially } from "./serial.ts";
import { type VariableReader, variableReader } from "./variable-reader.ts";

/** The result of an execution: what graphql-js answers, its data as JSON. */
export interface Executed {
  /** Null where an error took all of it. */
  readonly data: string | null;
  readonly errors: readonly GraphQLError[];
}

/** An operation that was read once and is executed with many variables. */
export interface CompiledOperation {
  readonly readVariables: VariableReader;
  /**
   * @param variables as `readVariables` gives them.
   * @returns undefined where graphql-js has to execute it.
   */
  execute(variables: Variables, context: unknown): Executed | Promise<Executed> | undefined;
}

/** Everything that operations of a schema are compiled with. */
export interface CompilerParts extends ExecutionHooks {
  readonly schema: GraphQLSchema;
  /** Of wrong variables; the rest is left out. */
  readonly maxCoercionErrors: number;
}

/** Executes what is selected under some conditions. */
type Variant = (execution: Execution) => string | Promise<string>;

/** Answers to the conditions of one operation that are kept compiled. */
const mostVariants = 16;

/** Compiles an operation of a valid document. @returns undefined for one that is left to graphql-js. */
export function compileOperation(
  parts: CompilerParts,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation | undefined {
  const fragments = fragmentsOf(document);
  const selections = selectionsOf(operation, fragments);
  if (reasonToLeave({ operation, selections }) !== undefined) return undefined;
  const names = conditionVariables(selections);
  const variants = new LRUCache<string, Variant>({ max: mostVariants });
  const variantFor = (variables: Variables): Variant | undefined => {
    const key = names.map((name) => variables[name]).join();
    const known = variants.get(key);
    if (known) return known;
    if (areConditionsLeft(names.map((name) => variables[name]))) return undefined;
    const conditions = Object.fromEntries(names.map((name) => [name, variables[name] as boolean]));
    const made = compileVariant({ ...parts, operation, fragments, conditions });
    variants.set(key, made);
    return made;
  };
  return {
    readVariables: variableReader(parts.schema, operation.variableDefinitions ?? [], parts.maxCoercionErrors),
    execute(variables, context) {
      const variant = variantFor(variables);
      return variant && run(variant, beginExecution(variables, context));
    },
  };
}

function fragmentsOf({ definitions }: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

function compileVariant(parts: Omit<Compiler, "completer" | "selection">): Variant {
  const compiler: Compiler = {
    ...parts,
    completer: (type, place) => completerOf(compiler, type, place),
    selection: (type, sets) => compileSelection(compiler, type, sets),
  };
  const { operation, schema } = parts;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}.`);
  if (operation.operation === OperationTypeNode.MUTATION) {
    const fields = compiledFields(compiler, root, [operation.selectionSet]);
    return (execution) => executeSerially(fields, execution);
  }
  const { execute } = compiler.selection(root, [operation.selectionSet]);
  return (execution) => execute(execution, undefined, undefined);
}

function run(variant: Variant, execution: Execution): Executed | Promise<Executed> {
  const { errors } = execution;
  const done = (data: string): Executed => ({ data, errors });
  const failed = (error: unknown): Executed => {
    addError(execution, error as GraphQLError, undefined);
    return { data: null, errors };
  };
  try {
    const data = variant(execution);
    return typeof data === "string" ? done(data) : data.then(done, failed);
  } catch (error) {
    return failed(error);
  }
}
