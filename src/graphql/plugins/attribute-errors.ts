import type { ApolloServerPlugin } from "@apollo/server";
import { type ASTNode, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import type { SystemOfField } from "../system-of-field.ts";

/**
 * Gives errors of fields the system whose answer the field is part of. The GraphQL layer raises some without having heard
 * of systems; one that names its own keeps it.
 */
export const attributeErrorsPlugin = (systemOfField: SystemOfField): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    async didEncounterErrors({ document, errors, schema }) {
      const failed = errors.filter(({ path }) => path);
      if (!document || failed.length === 0) return;
      const nodes = new Set<ASTNode | undefined>(failed.map((error) => error.nodes?.[0]));
      const systems = new Map<ASTNode | undefined, string>();
      const typeInfo = new TypeInfo(schema);
      const Field = (node: ASTNode) => {
        const system = nodes.has(node) && systemOfField(typeInfo.getFieldDef()?.astNode);
        if (system) systems.set(node, system);
      };
      visit(document, visitWithTypeInfo(typeInfo, { Field }));
      for (const error of failed) {
        const system = systems.get(error.nodes?.[0]);
        if (system) error.extensions.system = system;
      }
    },
  }),
});
