import {
  type ASTVisitor,
  concatAST,
  type DocumentNode,
  type GraphQLError,
  KnownDirectivesRule,
  KnownTypeNamesRule,
  PossibleTypeExtensionsRule,
  UniqueDirectiveNamesRule,
  UniqueFieldDefinitionNamesRule,
  UniqueTypeNamesRule,
  visit,
  visitInParallel,
} from "graphql";

type SdlContext = Parameters<typeof UniqueTypeNamesRule>[0];

/** The rules that people break while they edit SDL. */
const rules: readonly ((context: SdlContext) => ASTVisitor)[] = [
  KnownTypeNamesRule,
  KnownDirectivesRule,
  UniqueTypeNamesRule,
  UniqueFieldDefinitionNamesRule,
  UniqueDirectiveNamesRule,
  PossibleTypeExtensionsRule,
];

/**
 * Finds the places of mistakes in SDL: libraries that make a schema of it tell mistakes without their files and lines.
 * @returns errors with nodes; none where the mistake is of another kind.
 */
export function schemaMistakes(typeDefs: readonly DocumentNode[]): readonly GraphQLError[] {
  const document = concatAST(typeDefs);
  const mistakes: GraphQLError[] = [];
  // The class that graphql-js has for this is not exported; rules about SDL use no more of it.
  const context = {
    getDocument: () => document,
    getSchema: () => undefined,
    reportError: (error: GraphQLError) => void mistakes.push(error),
  } as unknown as SdlContext;
  visit(document, visitInParallel(rules.map((rule) => rule(context))));
  return mistakes;
}
