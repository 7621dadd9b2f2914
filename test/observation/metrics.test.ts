import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { scopesOf } from "../../src/auth/scopes.ts";
import { GatewayError } from "../../src/errors.ts";
import { metricDefinitions } from "../../src/observation/metrics/definitions.ts";
import { organizationId } from "../../src/sandbox/data/ids.ts";
import { testClock } from "../support/clock.ts";
import { startMeasured } from "../support/measured-server.ts";

const query = (text: string) => ({ query: text });
const account = 'account(by: { domain: "acme.example" }) { name }';

const everyScope = scopesOf(["assembly", "assembled", "web1on1"]);

describe("at rest", async () => {
  const server = await startMeasured();
  afterAll(() => server[Symbol.asyncDispose]());

  test("there are at most 200 series", async () => {
    const { length } = await server.scrape();
    expect(length).toBeGreaterThan(40);
    expect(length).toBeLessThanOrEqual(200);
  });

  test("each metric is there with its type and meaning, and no other", async () => {
    const text = await (await fetch(`${server.metricsUrl}/metrics`)).text();
    const told = [...text.matchAll(/^# HELP (\w+) (.+)\n# TYPE \1 (\w+)$/gm)];
    const defined = Object.entries(metricDefinitions);
    expect(told.map(([, name, help, type]) => [name, help, type]).sort()).toEqual(
      defined.map(([name, { help, type }]) => [name, help, type]).sort(),
    );
  });

  test("memory, loop and lines are told", async () => {
    const series = await server.scrape();
    const numberOf = (name: string) => series.find((one) => one.name === name)?.value ?? Number.NaN;
    expect(numberOf("process_resident_memory_bytes")).toBeGreaterThan(
      numberOf("nodejs_heap_size_used_bytes"),
    );
    expect(numberOf("nodejs_heap_size_limit_bytes")).toBeGreaterThan(numberOf("nodejs_heap_size_used_bytes"));
    const delays = series.filter(({ name }) => name === "tributary_event_loop_delay_seconds");
    expect(delays.map(({ labels }) => labels.quantile)).toEqual(["0.5", "0.99", "1"]);
    expect(delays.every(({ value }) => value >= 0 && value < 60)).toBe(true);
    expect(await server.numbers("tributary_dropped_lines_total", "tributary_ready")).toEqual([
      'tributary_dropped_lines_total{output="audit"} 5',
      'tributary_dropped_lines_total{output="log"} 3',
      "tributary_ready 1",
    ]);
  });
});

test("operations are counted by client, known name and outcome, once each and with their errors", async () => {
  const clients: Readonly<Record<string, string>> = { "Bearer a": "desk", "Bearer b": "wallboard" };
  await using server = await startMeasured({
    authenticate: ({ headers }) =>
      createClient(clients[headers.authorization ?? ""] ?? "other-desk", everyScope),
  });
  const { numbers, post, sandbox } = server;
  const desk = { authorization: "Bearer a" };
  await post(query(`query KnownDesk { ${account} }`), desk);
  await post(query(`query KnownDesk { ${account} }`), desk);
  await post(query(`query KnownDesk { ${account} }`), { authorization: "Bearer b" });
  await post(query(`query secret1234 { ${account} }`), desk);
  await post(query("{ nothing }"), desk);
  sandbox.assembled.inject({ row: "*", reply: { status: 404 } });
  await post(query(`query KnownDesk { ${account} teams { name } roles { name } }`), desk);
  await post(query("query KnownTeams { teams { name } }"), desk);
  const told = await numbers(
    "tributary_operations_total",
    "tributary_operation_errors_total",
    "tributary_operation_duration_seconds_count",
    "tributary_operations_in_flight",
  );
  expect(told).toEqual([
    'tributary_operation_duration_seconds_count{operation="KnownDesk"} 4',
    'tributary_operation_duration_seconds_count{operation="KnownTeams"} 1',
    'tributary_operation_duration_seconds_count{operation="other"} 2',
    'tributary_operation_errors_total{code="GRAPHQL_VALIDATION_FAILED"} 1',
    'tributary_operation_errors_total{code="UPSTREAM_INVALID_RESPONSE"} 3',
    "tributary_operations_in_flight 0",
    'tributary_operations_total{client="desk",operation="KnownDesk",outcome="ok"} 2',
    'tributary_operations_total{client="desk",operation="KnownDesk",outcome="partial"} 1',
    'tributary_operations_total{client="desk",operation="KnownTeams",outcome="failed"} 1',
    'tributary_operations_total{client="desk",operation="other",outcome="ok"} 1',
    'tributary_operations_total{client="desk",operation="other",outcome="refused"} 1',
    'tributary_operations_total{client="wallboard",operation="KnownDesk",outcome="ok"} 1',
  ]);
  expect(await numbers("tributary_refused_requests_total")).toEqual([]);
});

test("calls are counted by system, route, status and cause, and a system that fails is seen to", async () => {
  await using server = await startMeasured();
  const { calls, numbers, post, sandbox } = server;
  await post(query(`{ ${account} organization(by: { id: "${organizationId("acme")}" }) { name } }`));
  expect(calls()).toHaveLength(2);
  sandbox.assembled.inject({ row: "roles.list", reply: { status: 503 }, times: 1 });
  await post(query("{ roles { name } }"));
  expect(calls()).toHaveLength(2);
  sandbox.assembled.inject({ row: "people.delete", kind: "reset" });
  // Five failures in a row open the breaker.
  for (let number = 0; number < 6; number += 1) {
    const { json } = await post(
      query(`mutation { deletePerson(id: "6a49fc3e-f714-4115-8f27-af99fde303f8") { deletedPersonId } }`),
    );
    expect(json.errors).toHaveLength(1);
  }
  const sent = calls().length;
  expect(sent).toBe(5);
  const told = await numbers("tributary_upstream_calls_total", "tributary_upstream_breaker_open");
  expect(told).toEqual([
    'tributary_upstream_breaker_open{system="assembled"} 1',
    'tributary_upstream_breaker_open{system="assembly"} 0',
    'tributary_upstream_breaker_open{system="web1on1"} 0',
    `tributary_upstream_calls_total{system="assembled",route="DELETE /v0/people/{id}",status="none",cause="ECONNRESET"} ${sent}`,
    'tributary_upstream_calls_total{system="assembled",route="GET /v0/roles",status="200",cause="none"} 1',
    'tributary_upstream_calls_total{system="assembled",route="GET /v0/roles",status="503",cause="UPSTREAM_UNAVAILABLE"} 1',
    'tributary_upstream_calls_total{system="assembly",route="GET /accounts/{domain}",status="200",cause="none"} 1',
    'tributary_upstream_calls_total{system="web1on1",route="GET /organizations/{organization_id}",status="200",cause="none"} 1',
  ]);
  expect(
    await numbers("tributary_upstream_failing", "tributary_upstream_call_duration_seconds_count"),
  ).toEqual([
    `tributary_upstream_call_duration_seconds_count{system="assembled"} ${sent + 2}`,
    'tributary_upstream_call_duration_seconds_count{system="assembly"} 1',
    'tributary_upstream_call_duration_seconds_count{system="web1on1"} 1',
    'tributary_upstream_failing{system="assembled"} 1',
    'tributary_upstream_failing{system="assembly"} 0',
    'tributary_upstream_failing{system="web1on1"} 0',
  ]);
});

test("requests that never become operations are counted by reason, those that are shed among them", async () => {
  const codes = [
    "UNAUTHENTICATED",
    "RATE_LIMITED",
    "OVERLOADED",
    "OVERLOADED",
    "AUTHENTICATION_UNAVAILABLE",
    undefined,
  ] as const;
  let asked = 0;
  await using server = await startMeasured({
    authenticate() {
      asked += 1;
      const code = codes[asked - 1];
      if (code) throw new GatewayError(code, "No.");
      return createClient("desk", everyScope);
    },
  });
  const { numbers, post, request } = server;
  for (const _ of codes) await post(query(`{ ${account} }`));
  await request("/nothing");
  await request("/graphql", { method: "PUT" });
  await post("{", {});
  await server.request("/health/live");
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1").resume();
  socket.end(`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${"x".repeat(20_000)}\r\n\r\n`);
  await once(socket, "close");
  await expect
    .poll(() => numbers("tributary_refused_requests_total", "tributary_operations_total"))
    .toEqual([
      'tributary_operations_total{client="desk",operation="other",outcome="ok"} 1',
      'tributary_refused_requests_total{reason="authentication_unavailable"} 1',
      'tributary_refused_requests_total{reason="header_overflow"} 1',
      'tributary_refused_requests_total{reason="method"} 1',
      'tributary_refused_requests_total{reason="overloaded"} 2',
      'tributary_refused_requests_total{reason="rate_limited"} 1',
      'tributary_refused_requests_total{reason="unauthenticated"} 1',
      'tributary_refused_requests_total{reason="unknown_path"} 1',
      'tributary_refused_requests_total{reason="unreadable"} 1',
    ]);
});

test("the budget, calls that wait for it and operations in flight are as they are at the moment", async () => {
  const clock = testClock();
  await using server = await startMeasured({ clock });
  const { numbers, post } = server;
  const budget = () =>
    numbers(
      "tributary_upstream_budget_left_calls",
      "tributary_upstream_calls_waiting",
      "tributary_upstream_budget_wait_seconds_total",
      "tributary_operations_in_flight",
    );
  const before = await budget();
  expect(before).toContain('tributary_upstream_budget_left_calls{system="assembled"} 18');
  const fields = Array.from({ length: 20 }, (_, number) => {
    const window = `start: "2026-03-0${1 + (number % 9)}T00:00:00Z", end: "2026-03-${10 + number}T00:00:00Z"`;
    return `a${number}: eventChanges(window: { ${window} }) { nodes { id } }`;
  });
  const answered = post(query(`{ ${fields.join(" ")} }`));
  await expect.poll(budget).toContain('tributary_upstream_calls_waiting{system="assembled"} 2');
  expect(await budget()).toContain("tributary_operations_in_flight 1");
  expect(await budget()).toContain('tributary_upstream_budget_left_calls{system="assembled"} 0');
  let done = false;
  void answered.finally(() => {
    done = true;
  });
  while (!done) await clock.advance(50);
  expect((await answered).json.errors).toBeUndefined();
  const after = await budget();
  expect(after).toContain("tributary_operations_in_flight 0");
  expect(after).toContain('tributary_upstream_calls_waiting{system="assembled"} 0');
  const waits = (await server.scrape()).filter(({ name }) => name.endsWith("budget_wait_seconds_total"));
  const waited = Object.fromEntries(waits.map(({ labels, value }) => [labels.system, value]));
  expect(waited).toEqual({ assembly: 0, web1on1: 0, assembled: expect.any(Number) });
  // Two calls at five a second.
  expect(waited.assembled).toBeGreaterThanOrEqual(0.4);
  expect(waited.assembled).toBeLessThan(2);
});

test("stores tell their uses by result, their entries and their bytes", async () => {
  await using server = await startMeasured();
  const { numbers, post } = server;
  const desk = query(`{ ${account} }`);
  await post(desk);
  await post(desk);
  await post({ ...desk, variables: {} });
  const used = await numbers("tributary_cache_requests_total");
  const of = (store: string) => used.filter((line) => line.includes(`store="${store}"`));
  expect(of("assembly")).toEqual([
    'tributary_cache_requests_total{store="assembly",result="hit"} 1',
    'tributary_cache_requests_total{store="assembly",result="miss"} 1',
    'tributary_cache_requests_total{store="assembly",result="shared"} 0',
  ]);
  expect(of("answers")).toEqual([
    'tributary_cache_requests_total{store="answers",result="hit"} 1',
    'tributary_cache_requests_total{store="answers",result="miss"} 2',
    'tributary_cache_requests_total{store="answers",result="shared"} 0',
  ]);
  expect(of("documents")).toEqual([
    'tributary_cache_requests_total{store="documents",result="hit"} 1',
    'tributary_cache_requests_total{store="documents",result="miss"} 1',
  ]);
  // The second text took no call, and is kept when it comes again.
  expect(await numbers("tributary_cache_entries")).toEqual([
    'tributary_cache_entries{store="answers"} 1',
    'tributary_cache_entries{store="assembled"} 0',
    'tributary_cache_entries{store="assembly"} 1',
    // As it was parsed, and as it goes around Apollo Server.
    'tributary_cache_entries{store="documents"} 2',
    'tributary_cache_entries{store="persisted_queries"} 0',
    'tributary_cache_entries{store="web1on1"} 0',
  ]);
  const bytes = (await server.scrape()).filter(({ name }) => name === "tributary_cache_bytes");
  expect(bytes.filter(({ value }) => value > 1_000).map(({ labels }) => labels.store)).toEqual([
    "assembly",
    "documents",
    "answers",
  ]);
});
