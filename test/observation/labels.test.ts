import fc from "fast-check";
import { expect, test } from "vitest";
import { loadOperations } from "../../src/client/operations.ts";
import { exampleVariables } from "../../src/client/tabs.ts";
import type { OperationEvent } from "../../src/observation/events.ts";
import { boundedCells } from "../../src/observation/metrics/bounded-cells.ts";
import { createMetrics } from "../../src/observation/metrics/metrics.ts";
import { testClock, testNowMs } from "../support/clock.ts";
import { startMeasured } from "../support/measured-server.ts";

/** Every text that may be a label of what the gateway gives out here; templates of routes among them. */
const mayStand =
  /^[A-Za-z0-9_.+-]*$|^(GET|POST|PUT|PATCH|DELETE) (\/(\{\w+\}|[A-Za-z0-9_-]+))+(\?\w+=\{\w+\})?$/;
const id = /[0-9a-f]{12}|\d{4,}|@|:\/\//;

test("labels hold no id, no address and no value of a variable, whatever operations ask for", async () => {
  await using server = await startMeasured({ parts: { limits: false } });
  const variables = exampleVariables(testNowMs);
  for (const { document, name } of loadOperations()) {
    await server.post({ query: document, variables: variables[name] });
  }
  const series = await server.scrape();
  const routes = new Set(series.flatMap(({ labels }) => labels.route ?? []));
  expect(routes.size).toBeGreaterThan(15);
  // The bounds of buckets are numbers of the gateway.
  const labels = [...new Set(series.flatMap(({ labels: { le, ...others } }) => Object.values(others)))];
  expect(labels.filter((label) => !mayStand.test(label) || id.test(label))).toEqual([]);
}, 30_000);

const ended: OperationEvent = {
  outcome: "ok",
  errorCodes: {},
  requestId: "r-1",
  client: "desk",
  status: 200,
  answeredBy: "run",
  calls: [],
  startedOnMs: 0,
  durationMs: 3,
};

test("clients after the first fifty are other, and so are codes, causes and names that are not known", async () => {
  const metrics = createMetrics({ clock: testClock(), isKnownName: () => false });
  for (let number = 1; number <= 1_000; number += 1) {
    metrics.operation({ ...ended, name: `Name${number}`, client: `client-${number}` });
    metrics.operation({ ...ended, outcome: "failed", errorCodes: { [`CODE_${number}`]: 2 } });
    metrics.call({ system: "assembly", endpoint: "GET /labels", cause: `HPE_${number}`, durationMs: 1 });
  }
  metrics.close();
  const lines = (await metrics.text()).split("\n");
  const of = (start: string) => lines.filter((line) => line.startsWith(start));
  expect(of("tributary_operations_total").slice(-2)).toEqual([
    'tributary_operations_total{client="client-49",operation="other",outcome="ok"} 1',
    'tributary_operations_total{client="other",operation="other",outcome="ok"} 951',
  ]);
  expect(of("tributary_operations_total")).toHaveLength(51);
  expect(of("tributary_operation_errors_total")).toEqual([
    'tributary_operation_errors_total{code="other"} 2000',
  ]);
  const calls = of("tributary_upstream_calls_total");
  expect(calls).toHaveLength(101);
  expect(calls.at(-1)).toMatch(/status="none",cause="other"\} 900$/);
});

test("a system that makes up statuses has as many series as may be, and the rest by class", async () => {
  const metrics = createMetrics({ clock: testClock(), isKnownName: () => false });
  for (let status = 200; status < 2_200; status += 1) {
    const endpoint = `GET /r${status}`;
    metrics.call({ system: "assembly", endpoint, status: 200 + (status % 400), durationMs: 1_000 });
  }
  metrics.close();
  const lines = (await metrics.text()).split("\n");
  const calls = lines.filter((line) => line.startsWith("tributary_upstream_calls_total"));
  expect(calls).toHaveLength(1_004);
  expect(calls.filter((line) => line.includes('route="other"'))).toEqual(
    ["2", "3", "4", "5"].map(
      (first) =>
        `tributary_upstream_calls_total{system="assembly",route="other",status="${first}xx",cause="other"} ${first === "2" || first === "3" ? 300 : 200}`,
    ),
  );
});

test("nothing is lost: cells add up to what was counted, however many labels come", () => {
  const labels = fc.record({ client: fc.stringMatching(/^[a-d]{1,2}$/), kind: fc.constantFrom("x", "y") });
  fc.assert(
    fc.property(fc.array(labels), fc.integer({ min: 0, max: 6 }), (all, most) => {
      const cells = boundedCells(
        most,
        () => ({ count: 0 }),
        ({ kind }: { client: string; kind: string }) => ({ client: "other", kind }),
      );
      for (const one of all) cells.of(`${one.client}\n${one.kind}`, one).count += 1;
      const counted = [...cells.all()];
      expect(counted.length).toBeLessThanOrEqual(most + 2);
      for (const kind of ["x", "y"]) {
        const sum = counted
          .filter(([{ kind: own }]) => own === kind)
          .reduce((to, [, { count }]) => to + count, 0);
        expect(sum).toBe(all.filter((one) => one.kind === kind).length);
      }
    }),
  );
});
