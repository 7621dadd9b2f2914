import { expect, test } from "vitest";
import { testNowMs } from "../../support/clock.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { ownersIn } from "./usage-log-owners.ts";

const owners = ownersIn(createSandboxData(testNowMs)).map((owner) => [owner.name, owner] as const);

/** The logs that the query beside an error shows for an owner, page by page. */
async function shownBy({ query }: TestGateway, reconcile: string, of: object | undefined) {
  const nodes: { content: string; attribute: string }[] = [];
  let after: string | null = null;
  do {
    const { usageLogs } = await query(reconcile, { of, after });
    nodes.push(...usageLogs.nodes);
    after = usageLogs.pageInfo.hasNextPage ? usageLogs.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

test.each(owners.flatMap(([name, owner]) => [true, false].map((done) => [name, done, owner] as const)))(
  "usage of %s whose answer is lost is sent once, and a query shows whether it took effect: %s",
  async (_, afterEffect, { of, row, target }) => {
    const made = gateway();
    made.sandbox.assembly.inject({ row, times: 1, kind: "reset", afterEffect });
    // Older than most, so that it does not stand on the first page.
    const input = {
      of,
      type: "ACTION",
      content: "Lost",
      attribute: "Login",
      timestamp: "2025-12-24T12:00:00Z",
    };
    const { data, errors } = await made.execute(
      "mutation ($input: LogUsageInput!) { logUsage(input: $input) { usageLogId } }",
      { input },
    );
    expect(data).toEqual({ logUsage: null });
    expect(errors).toMatchObject([
      {
        extensions: {
          code: "UPSTREAM_OUTCOME_UNKNOWN",
          endpoint: expect.stringMatching(/^POST \/usage/),
          attempts: 1,
          retryable: false,
          sentAt: new Date(testNowMs).toISOString(),
        },
      },
    ]);
    expect(made.callsWithQueries()).toEqual([`assembly POST ${target}`]);
    const shown = await shownBy(made, String(errors[0]?.extensions.reconcile), of);
    const lost = shown.filter(({ content }) => content === "Lost");
    expect(lost).toMatchObject(afterEffect ? [{ type: "ACTION", attribute: "Login" }] : []);
    const path = target.split("?")[0];
    expect(new Set(made.calls())).toEqual(new Set([`assembly GET ${path}`]));
  },
);
