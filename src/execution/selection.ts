import { type GraphQLObjectType, type SelectionSetNode, TypeNameMetaFieldDef } from "graphql";
import { collectFields } from "./collect-fields.ts";
import type { CompiledField, Compiler, Selection, Step } from "./compiler.ts";
import type { Execution, Path } from "./execution.ts";
import { compileField } from "./field.ts";
import { append, type Joint, joined } from "./output.ts";
import { rowPart } from "./row-part.ts";

/** Compiles the fields of an object of a type. */
export function compileSelection(
  compiler: Compiler,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Selection {
  const steps = stepsOf(compiler, compiledFields(compiler, type, sets));
  const [only, ...others] = steps;
  if (only && others.length === 0 && "known" in only) return wholeOf(only);
  const labels = labelsOf(steps);
  return {
    execute: (execution, source, path) => executeSteps(steps, labels, execution, { source, path }),
  };
}

/** The fields that are selected of an object of a type, one after the other. */
export function compiledFields(
  compiler: Compiler,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): readonly CompiledField[] {
  const definitions = type.getFields();
  return [...collectFields(compiler, type, sets)].flatMap(([key, nodes]) => {
    const name = nodes[0]?.name.value ?? "";
    const definition = name === "__typename" ? TypeNameMetaFieldDef : definitions[name];
    return definition ? [compileField(compiler, { type, definition, key, nodes })] : [];
  });
}

/** Puts fields that are read from their object alone together, where they stand beside each other. */
function stepsOf(compiler: Compiler, fields: readonly CompiledField[]): readonly (Step | RowPart)[] {
  const steps: (Step | RowPart)[] = [];
  let beside: CompiledField[] = [];
  const close = () => {
    if (beside.length > 1) steps.push(rowPart(compiler, beside));
    else steps.push(...beside);
    beside = [];
  };
  for (const field of fields) {
    if (field.isOfRow) beside.push(field);
    else {
      close();
      steps.push(field);
    }
  }
  close();
  return steps;
}

type RowPart = ReturnType<typeof rowPart>;

/** A selection of nothing but one part. */
function wholeOf(part: RowPart): Selection {
  return {
    execute: (execution, source, path) => `{${part.execute(execution, source, path)}}`,
    known(source) {
      const text = part.known(source);
      return text === undefined ? undefined : `{${text}}`;
    },
  };
}

/** The text in front of each step. */
const labelsOf = (steps: readonly Step[]): readonly string[] =>
  steps.map(({ label }, at) => (at === 0 ? `{${label}` : `,${label}`));

function executeSteps(
  steps: readonly Step[],
  labels: readonly string[],
  execution: Execution,
  { source, path }: { readonly source: unknown; readonly path: Path | undefined },
): string | Promise<string> {
  const joint: Joint = { text: steps.length === 0 ? "{" : "", pieces: undefined };
  try {
    for (let at = 0; at < steps.length; at += 1) {
      joint.text += labels[at];
      append(joint, steps[at]?.execute(execution, source, path) ?? null);
    }
  } catch (error) {
    const others = inObject(joint);
    if (typeof others === "string") throw error;
    // As graphql-js does, it waits for the fields that are under way, whose errors may be told.
    return others.finally(() => {
      throw error;
    });
  }
  joint.text += "}";
  return inObject(joint);
}

/** Waits a turn longer than for a list: graphql-js puts the values into an object then, and the order of errors is seen. */
const inObject = (joint: Joint): string | Promise<string> => {
  const text = joined(joint);
  return typeof text === "string" ? text : text.then((made) => made);
};
