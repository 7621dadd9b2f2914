import { describe, expect, test, vi } from "vitest";
import { createTracing } from "../../src/observation/otlp-tracing.ts";
import { systemClock } from "../../src/rest/clock.ts";
import type { Transport } from "../../src/rest/exchange.ts";
import { createHttpTransport } from "../../src/rest/sending/transport.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { startServer } from "../support/server.ts";
import { type Collector, openCollector } from "./otlp-collector.ts";

const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
const parentId = "00f067aa0ba902b7";
const traceparent = `00-${traceId}-${parentId}-01`;
const { userId } = showcase.person;

const tracingTo = ({ url }: Pick<Collector, "url">, exports: boolean[] = []) =>
  createTracing(
    { endpoint: url, headers: { "x-key": "planted-key" }, serviceName: "gateway-1" },
    { clock: systemClock, onExport: (fails) => void exports.push(fails) },
  );

interface Sent {
  readonly query: string;
  readonly headers?: Record<string, string>;
}

/**
 * Sends operations to a server that traces.
 * @param tracedSystems systems that are sent the header.
 * @returns the spans that came of them, and `traceparent` as upstreams got it.
 */
async function trace(
  collector: Collector,
  operations: readonly Sent[],
  tracedSystems: readonly string[] = [],
) {
  const tracing = tracingTo(collector);
  const { close, send } = createHttpTransport({ settlingMs: 0 });
  const sent: (string | undefined)[] = [];
  const transport: Transport = (request) => {
    sent.push(request.headers.traceparent);
    return send(request);
  };
  await using server = await startServer({ tracing, parts: { tracedSystems, transport } });
  for (const { query, headers } of operations) await server.post({ query }, headers);
  await tracing.close();
  await close();
  return { spans: collector.spans(), sent };
}

describe("with a collector", () => {
  test("an operation is a span with one for each of its calls, within the trace of its request", async () => {
    await using collector = await openCollector();
    const query = `query Planned { user(by: { id: "${userId}" }) { displayName } }`;
    const { spans } = await trace(collector, [{ query, headers: { traceparent } }]);
    const operation = spans.find(({ parentSpanId }) => parentSpanId === parentId);
    const call = spans.find((span) => span !== operation);
    expect(operation).toMatchObject({
      name: "query Planned",
      traceId,
      parentSpanId: parentId,
      isError: false,
      attributes: {
        "service.name": "gateway-1",
        "graphql.operation.type": "query",
        "graphql.operation.name": "Planned",
        "http.response.status_code": 200,
        "tributary.client": "anonymous",
        "tributary.answered_by": "run",
        "tributary.calls": 1,
      },
    });
    expect(call).toMatchObject({
      name: "GET /users/{user_id}",
      traceId,
      parentSpanId: operation?.spanId,
      attributes: {
        "tributary.system": "web1on1",
        "url.template": "/users/{user_id}",
        "http.request.method": "GET",
        "tributary.answered_by": "network",
        "tributary.attempts": 1,
        "tributary.budget_wait_ms": 0,
      },
    });
    expect(call?.startMs).toBeGreaterThanOrEqual(operation?.startMs ?? Number.POSITIVE_INFINITY);
    expect(collector.bodies.join("")).not.toContain(userId);
    expect(collector.requests).toMatchObject([{ path: "/v1/traces", headers: { "x-key": "planted-key" } }]);
  });

  test("a call that failed tells its code, status and attempts, and the operation its codes", async () => {
    await using collector = await openCollector();
    const sandbox = {};
    const tracing = tracingTo(collector);
    await using server = await startServer({ sandbox, tracing });
    server.sandbox.web1on1.inject({ row: "users.me", reply: { status: 401, body: {} } });
    await server.post({ query: "{ viewer { id } }" });
    await tracing.close();
    const spans = collector.spans();
    expect(spans.find(({ name }) => name === "query")).toMatchObject({
      isError: true,
      attributes: { "tributary.error_codes": ["UPSTREAM_AUTH"] },
    });
    expect(spans.find(({ name }) => name === "GET /users/me")).toMatchObject({
      isError: true,
      attributes: {
        "error.type": "UPSTREAM_AUTH",
        "http.response.status_code": 401,
        "tributary.attempts": 1,
      },
    });
  });

  test.each([
    "nonsense",
    `00-${traceId}-${parentId}-01-more`,
    `00-${"0".repeat(32)}-${parentId}-01`,
    `00-${traceId.toUpperCase()}-${parentId}-01`,
    `ff-${traceId}-${parentId}-01`,
    `01-${traceId}-${parentId}-01-${"x".repeat(300)}`,
  ])("a traceparent that is not well-formed begins a new trace: %s", async (malformed) => {
    await using collector = await openCollector();
    const { spans } = await trace(collector, [
      { query: "{ viewer { id } }", headers: { traceparent: malformed } },
    ]);
    const operation = spans.find(({ name }) => name === "query");
    expect(operation?.parentSpanId).toBeUndefined();
    expect(operation?.traceId).not.toBe(traceId);
  });

  test("an operation whose caller does not trace it has no span", async () => {
    await using collector = await openCollector();
    const headers = { traceparent: `00-${traceId}-${parentId}-00` };
    const { spans } = await trace(collector, [{ query: "{ viewer { id } }", headers }]);
    expect(spans).toEqual([]);
  });
});

describe("the header traceparent", () => {
  const read = [{ query: "{ viewer { id } }", headers: { traceparent } }];

  test("is not sent to systems unless it is asked for", async () => {
    await using collector = await openCollector();
    expect((await trace(collector, read)).sent).toEqual([undefined]);
  });

  test("is sent to the systems named, with reads and writes, and names the span of the operation", async () => {
    await using collector = await openCollector();
    const write = {
      query: `mutation { updateUser(id: "${userId}", input: { displayName: "A" }) { userId } }`,
      headers: { traceparent },
    };
    const { sent, spans } = await trace(collector, [...read, write], ["web1on1"]);
    const operations = spans.filter(({ parentSpanId }) => parentSpanId === parentId);
    expect(sent).toEqual(operations.map(({ spanId }) => `00-${traceId}-${spanId}-01`));
    expect(sent).toHaveLength(2);
  });
});

describe("a collector that fails", () => {
  test.each([
    ["refuses", (respond: (status: number) => void) => respond(400)],
    [
      "redirects",
      (respond: (status: number, headers?: Record<string, string>) => void) =>
        respond(307, { location: "http://127.0.0.1:9/" }),
    ],
    ["says nothing", () => {}],
  ])("and %s holds up neither operations nor the end of the process", async (_how, answer) => {
    await using collector = await openCollector(answer);
    const exports: boolean[] = [];
    const tracing = tracingTo(collector, exports);
    await using server = await startServer({ tracing });
    for (let sent = 0; sent < 30; sent += 1) {
      expect((await server.post({ query: "{ viewer { id } }" })).status).toBe(200);
    }
    const startedMs = systemClock.nowMs();
    await tracing.close();
    expect(systemClock.nowMs() - startedMs).toBeLessThan(4_000);
    expect(collector.requests).toHaveLength(1);
    expect(server.logLines.join("")).not.toContain("planted-key");
  });

  test("and redirects has neither spans nor headers sent to another place", async () => {
    await using other = await openCollector();
    await using collector = await openCollector((respond) =>
      respond(307, { location: `${other.url}/v1/traces` }),
    );
    const exports: boolean[] = [];
    const tracing = tracingTo(collector, exports);
    await using server = await startServer({ tracing });
    await server.post({ query: "{ viewer { id } }" });
    await tracing.close();
    expect(exports).toEqual([true]);
    expect(collector.requests).toHaveLength(1);
    expect(other.requests).toEqual([]);
  });

  test("is given up after OTEL_EXPORTER_OTLP_TIMEOUT", async () => {
    vi.stubEnv("OTEL_EXPORTER_OTLP_TIMEOUT", "50");
    await using collector = await openCollector(() => {});
    const exports: boolean[] = [];
    const tracing = tracingTo(collector, exports);
    vi.unstubAllEnvs();
    await using server = await startServer({ tracing });
    await server.post({ query: "{ viewer { id } }" });
    await tracing.close();
    expect(exports).toEqual([true]);
  });
});
