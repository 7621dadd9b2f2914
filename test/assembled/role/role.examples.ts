import { type NounExamples, quoted } from "../../support/examples.ts";
import { collectionNode } from "../collection-example.ts";

/** Roles. */
export const examples: NounExamples = {
  arguments: ({ assembled }) => ({ Query: { role: [`(id: ${quoted(assembled.roles[0]?.id)})`] } }),
  nodes: [collectionNode("Role", "roles", "/v0/roles")],
};
