import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { testClock } from "../support/clock.ts";
import { emulatedTransport } from "../support/emulated-transport.ts";
import { gateway } from "../support/gateway.ts";
import { createSandbox } from "../support/sandbox.ts";

test("the version of the API that is set goes with every call, writes included", async () => {
  const clock = testClock();
  const transport = emulatedTransport(
    createSandbox({ nowMs: clock.dateMs, sleep: () => Promise.resolve() }),
    () => {},
  );
  const sent: string[] = [];
  const { query } = gateway({
    addresses: {
      assembled: { baseUrl: "http://assembled.test", apiKey: "sk_live_sandbox", apiVersion: "2024-06-04" },
    },
    parts: {
      transport: (request) => {
        sent.push(`${request.method} ${request.url.pathname} ${request.headers["api-version"]}`);
        return transport(request);
      },
    },
  });
  await query("{ teams { name } people(first: 1) { totalCount } }");
  const { personId } = showcase.person;
  await query(
    `mutation { updatePerson(id: "${personId}", input: { firstName: "Ada" }) { person { firstName } } }`,
  );
  expect(sent.toSorted()).toEqual([
    "GET /v0/people 2024-06-04",
    "GET /v0/teams 2024-06-04",
    `PATCH /v0/people/${personId} 2024-06-04`,
  ]);
});
