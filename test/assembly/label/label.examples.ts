import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages, quoted } from "../../support/examples.ts";
import { unknownAssemblyId } from "../keys.ts";

const { tierId } = showcase.account;

/** Labels. */
export const examples: NounExamples = {
  arguments: ({ assembly }) => ({
    Query: { label: [`(id: "${tierId}")`], labels: ["", "(type: TIER)", "(type: STAGE)"] },
    Label: { accounts: pages },
    Mutation: {
      createLabel: [`(input: { type: STAGE, name: "New", color: "#0af" })`],
      updateLabel: [`(id: "${tierId}", input: { color: "#00AAFF" })`],
      deleteLabel: [`(id: ${quoted(assembly.labels.at(-1)?.id)})`],
    },
  }),
  nodes: [
    {
      system: "assembly",
      type: "Label",
      listed: ({ assembly }) => idsOf(assembly.labels),
      asked: () => [tierId],
      point: (id) => `/accounts/labels/${id}`,
      list: "/accounts/labels",
      pageSize: Number.POSITIVE_INFINITY,
      unknownId: unknownAssemblyId,
    },
  ],
};
