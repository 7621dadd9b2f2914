import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";
import type { Execution, Path } from "./execution.ts";
import type { Output } from "./output.ts";
import type { Pace } from "./pace.ts";
import type { RowTexts } from "./row-texts.ts";

/** Makes JSON of a value that a resolver gave. @throws where it cannot be made, or must not be null. */
export type Complete = (execution: Execution, info: GraphQLResolveInfo, path: Path, value: unknown) => Output;

/** How values of one type are completed. */
export interface Completer {
  readonly complete: Complete;
  /** The JSON that a value is known to have, so that nothing of it has to be executed. @default none is known */
  readonly known?: (value: unknown) => string | undefined;
}

/** A field of a selection, or several that stand beside each other. */
export interface Step {
  /** Name and colon in front of its JSON; empty for several fields. */
  readonly label: string;
  readonly execute: (execution: Execution, source: unknown, parent: Path | undefined) => Output;
}

/** A field that is selected. */
export interface CompiledField extends Step {
  /** Whether its JSON is made of its object alone, at once. */
  readonly isOfRow: boolean;
}

/** The fields of an object. */
export interface Selection {
  readonly execute: (
    execution: Execution,
    source: unknown,
    path: Path | undefined,
  ) => string | Promise<string>;
  /** As `Completer.known`. */
  readonly known?: (source: unknown) => string | undefined;
}

/** The field that a completer is of. */
export interface FieldPlace {
  /** `Type.field`. */
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

/** The gateway's side of an execution. */
export interface ExecutionHooks {
  /** Whether time is up for the operation of a context; asked for each field that is read from its row alone; the others ask by themselves. */
  isLate(context: unknown): boolean;
  readonly pace: Pace;
  readonly rowTexts: RowTexts;
}

/** Everything that parts of an operation are compiled from; the parts find each other through it. */
export interface Compiler extends ExecutionHooks {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of the variables that decide what is selected. */
  readonly conditions: Readonly<Record<string, boolean>>;
  completer(type: GraphQLOutputType, place: FieldPlace): Completer;
  selection(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection;
}
