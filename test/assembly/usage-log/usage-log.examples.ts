import { testNowMs } from "../../support/clock.ts";
import { idsOf, type NounExamples, pages, quoted } from "../../support/examples.ts";
import { byOwner, unknownAssemblyId } from "../keys.ts";

const log = `timestamp: "${new Date(testNowMs).toISOString()}", type: ACTION, content: "Signed in", attribute: "Login"`;

/** Usage logs. */
export const examples: NounExamples = {
  arguments: (data) => {
    const { usageLogs } = data.assembly;
    return {
      Query: {
        usageLog: [`(id: ${quoted(usageLogs[0]?.id)})`],
        usageLogs: [...pages, ...byOwner(data).map((of) => `(of: ${of}, first: 5)`)],
      },
      Mutation: {
        logUsage: ["", ...byOwner(data).map((of) => `of: ${of}, `)].map((of) => `(input: { ${of}${log} })`),
        updateUsageLog: [`(id: ${quoted(usageLogs[0]?.id)}, input: { attribute: "Login" })`],
        deleteUsageLog: [`(id: ${quoted(usageLogs.at(-1)?.id)})`],
      },
    };
  },
  nodes: [
    {
      system: "assembly",
      type: "UsageLog",
      // No list shows the usage of all accounts and contacts.
      listed: () => [],
      unlisted: ({ assembly }) => idsOf(assembly.usageLogs),
      asked: () => [],
      point: (id) => `/usage/${id}`,
      unknownId: unknownAssemblyId,
    },
  ],
};
