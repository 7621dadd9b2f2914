import {
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from "graphql";
import { withoutValue } from "../errors.ts";
import { operationLimits } from "../limits.ts";
import { knownOperationsRule } from "./known-operations.ts";
import { operationSizeRule } from "./operation-size.ts";

/** How documents are parsed. */
export const parseOptions = { maxTokens: operationLimits.tokens } as const;

/** How documents are validated: a small one must not be answered with a thousand errors. */
export const validationOptions = { maxErrors: operationLimits.reportedErrors } as const;

/** The rules that documents keep to beside those of GraphQL. */
export const validationRules: ValidationRule[] = [operationSizeRule, knownOperationsRule];

/** One reason why a document cannot be run. */
export interface DocumentMistake {
  /** Counted from 1; undefined where it is about the whole document. */
  readonly line: number | undefined;
  /** A sentence without values of the document. */
  readonly message: string;
}

/** Why a document would be refused, whatever its variables are. */
export function mistakesOf(text: string, schema: GraphQLSchema): readonly DocumentMistake[] {
  if (text.length > operationLimits.documentCharacters) {
    return [
      { line: undefined, message: `It has more than ${operationLimits.documentCharacters} characters.` },
    ];
  }
  try {
    const document = parse(text, parseOptions);
    return validate(schema, document, [...specifiedRules, ...validationRules], validationOptions).map(
      toMistake,
    );
  } catch (error) {
    if (error instanceof GraphQLError) return [toMistake(error)];
    throw error;
  }
}

const toMistake = (error: GraphQLError): DocumentMistake => ({
  line: error.locations?.[0]?.line,
  message: withoutValue(error),
});
