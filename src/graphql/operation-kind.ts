import { getOperationAST, OperationTypeNode, parse } from "graphql";
import { operationLimits } from "../limits.ts";

/**
 * Whether a document's operation is a mutation; one that cannot be read is none.
 * @param operationName names it, where the document holds several.
 */
export function isMutation(text: string, operationName: string | undefined): boolean {
  // Reading it takes as long as a small answer.
  if (!text.includes("mutation")) return false;
  try {
    const document = parse(text, { maxTokens: operationLimits.tokens, noLocation: true });
    return getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION;
  } catch {
    return false;
  }
}
