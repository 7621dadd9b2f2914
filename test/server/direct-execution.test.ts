import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { OperationEvent } from "../../src/observation/events.ts";
import { type HttpAnswer, startServer } from "../support/server.ts";

/** One has let the documents through before; the other is given nothing but Apollo Server's way. */
const reads = { keeps: false, shares: false };
const events = { direct: [] as OperationEvent[], viaApollo: [] as OperationEvent[] };
const direct = await startServer({
  parts: { reads },
  observers: [{ operation: (event) => events.direct.push(event) }],
});
const viaApollo = await startServer({
  parts: { reads },
  observers: [{ operation: (event) => events.viaApollo.push(event) }],
});
vi.spyOn(viaApollo.gateway, "prepareQuery").mockReturnValue(undefined);
const asksApollo = vi.spyOn(direct.gateway.apollo, "executeHTTPGraphQLRequest");
afterAll(async () => {
  vi.restoreAllMocks();
  await Promise.all([direct[Symbol.asyncDispose](), viaApollo[Symbol.asyncDispose]()]);
});
beforeEach(() => {
  direct.calls();
  viaApollo.calls();
});

interface Sent {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

interface Case {
  /** Sent before. @default as what is compared, with other blanks */
  readonly before?: Partial<Sent>;
  readonly sent: Sent;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether it goes by Apollo Server in the end. */
  readonly asksApollo: boolean;
}

const users = "users(first: 2) { nodes { id displayName __typename } pageInfo { hasNextPage } }";
const byFirst = "query Page($first: Int!) { users(first: $first) { nodes { id } } }";
const failing = 'query Failing { teams { name }\n  wrong: node(id: "nonsense") { id } }';

const cases: Readonly<Record<string, Case>> = {
  "a query": { sent: { query: `{ ${users} }` }, asksApollo: false },
  "another name and comments": {
    before: { query: `query Before { ${users} }` },
    sent: { query: `# It asks.\nquery After,, {\n ${users}\n}` },
    asksApollo: false,
  },
  "its name": { sent: { query: `query Named { ${users} }`, operationName: "Named" }, asksApollo: false },
  "a name that it has not": {
    before: { operationName: "Named" },
    sent: { query: `query Named { ${users} }`, operationName: "Other" },
    asksApollo: true,
  },
  "one of several operations": {
    sent: { query: "query One { teams { id } } query Two { teams { name } }", operationName: "Two" },
    asksApollo: false,
  },
  "the other one of them": {
    before: { operationName: "Two" },
    sent: { query: "query One { teams { name } } query Two { teams { id } }", operationName: "One" },
    asksApollo: true,
  },
  "other variables": {
    before: { variables: { first: 1 } },
    sent: { query: byFirst, variables: { first: 3 } },
    asksApollo: false,
  },
  "a wrong variable": {
    before: { variables: { first: 1 } },
    sent: { query: byFirst, variables: { first: "three" } },
    asksApollo: true,
  },
  "an argument that is refused": {
    before: { variables: { first: 1 } },
    sent: { query: byFirst, variables: { first: 100_000 } },
    asksApollo: true,
  },
  "null in place of what is left out": {
    sent: { query: `{ ${users} }`, variables: null, operationName: null, extensions: null },
    asksApollo: false,
  },
  "an error, at its place in the text": {
    before: { query: failing.replaceAll("\n", " ") },
    sent: { query: `# It fails.\n\n  ${failing}` },
    asksApollo: true,
  },
  "a client that takes JSON alone": {
    sent: { query: `{ ${users} }` },
    headers: { accept: "application/json" },
    asksApollo: false,
  },
  "a client that takes what GraphQL says": {
    sent: { query: `{ ${users} }` },
    headers: { accept: "application/graphql-response+json" },
    asksApollo: false,
  },
  "a mutation": {
    sent: { query: 'mutation { deleteLabel(input: { id: "nonsense" }) { id } }' },
    asksApollo: true,
  },
  introspection: { sent: { query: "{ __schema { queryType { name } } }" }, asksApollo: true },
  "calls that are told": {
    sent: { query: "{ teams { id } }" },
    headers: { "x-explain": "plan" },
    asksApollo: true,
  },
  extensions: { sent: { query: `{ ${users} }`, extensions: { own: 1 } }, asksApollo: true },
};

/** An operation as log and metrics are told of it, without times. */
function toldOf(told: readonly OperationEvent[]): object | undefined {
  const { calls, durationMs, startedOnMs, ...facts } = told.at(-1) ?? { calls: [] };
  return { ...facts, calls: calls.map(({ endpoint, servedFrom }) => [endpoint, servedFrom]) };
}

const headersOf = ({ headers }: HttpAnswer) =>
  Object.fromEntries([...headers].filter(([name]) => name !== "date"));

test.each(Object.entries(cases))("it is the same around Apollo Server: %s", async (_, one) => {
  const { before, headers = {}, sent } = one;
  const own = { ...headers, "x-request-id": "compared" };
  await direct.post({ ...sent, query: `  ${sent.query} `, ...before }, own);
  direct.calls();
  asksApollo.mockClear();
  const [actual, expected] = [await direct.post(sent, own), await viaApollo.post({ ...sent }, own)];
  expect(asksApollo.mock.calls.length).toBe(one.asksApollo ? 1 : 0);
  expect(actual.text).toBe(expected.text);
  expect([actual.status, headersOf(actual)]).toEqual([expected.status, headersOf(expected)]);
  expect(toldOf(events.direct)).toEqual(toldOf(events.viaApollo));
  expect(direct.calls()).toEqual(viaApollo.calls());
});
