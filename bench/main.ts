import { loadOperations } from "../src/client/operations.ts";
import { createGateway } from "../src/gateway.ts";
import { createLog } from "../src/log.ts";
import { systemClock } from "../src/rest/clock.ts";
import { createHttpTransport } from "../src/rest/transport.ts";
import { realTime, startSandbox } from "../src/sandbox/sandbox.ts";
import { createPlainGateway } from "./plain-gateway.ts";

const rounds = 7;
const operationsPerRound = 30;

/** Middle of an odd number of figures. */
const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;

/** Milliseconds for one operation, asked one after the other. */
async function msPerOperation(ask: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  for (let asked = 0; asked < operationsPerRound; asked += 1) await ask();
  return (performance.now() - startedAt) / operationsPerRound;
}

const sandboxed = await startSandbox(["assembly", "assembled", "web1on1"], {
  ...realTime,
  enforceLimits: false,
});
const { sandbox, urls, close } = sandboxed;
const { credentials } = sandbox;
const transport = createHttpTransport();

// The gateway keeps to the documented rates; time that it waits for them is no work, so the bench's clock jumps on.
let skippedMs = 0;
const clock = {
  nowMs: () => systemClock.nowMs() + skippedMs,
  after: systemClock.after,
};
const gateway = createGateway(
  {
    assembly: { baseUrl: urls.assembly ?? "", apiKey: credentials.assembly.apiKey },
    assembled: {
      baseUrl: urls.assembled ?? "",
      apiKey: credentials.assembled.apiKey,
      apiVersion: "2024-05-22",
    },
    web1on1: { baseUrl: urls.web1on1 ?? "", credentials: { token: credentials.web1on1.token } },
  },
  { transport: transport.send, clock },
  createLog({ write() {} }),
);
const plain = createPlainGateway(async (target) => {
  const url = new URL(target, urls.web1on1);
  const answer = await fetch(url, { headers: { authorization: `Bearer ${credentials.web1on1.token}` } });
  return answer.json();
});

const document = loadOperations().find(({ name }) => name === "chat-directory")?.document ?? "";
const plainDocument = document
  .replace("query ChatDirectory($first: Int! = 100, $after: String)", "query")
  .replace("first: $first, after: $after", "first: 100");

const askOurs = async () => {
  skippedMs += 1_000;
  const { body } = await gateway.apollo.executeOperation(
    { query: document, variables: { first: 100 } },
    { contextValue: gateway.contextFor(new AbortController().signal) },
  );
  if (body.kind !== "single" || body.singleResult.errors) throw new Error("The gateway failed.");
};
const askPlain = () => plain(plainDocument);

const callsOf = async (ask: () => Promise<unknown>): Promise<number> => {
  sandbox.web1on1.clearJournal();
  await ask();
  return sandbox.web1on1.journal.length;
};

const calls = { ours: await callsOf(askOurs), plain: await callsOf(askPlain) };
const pairs: { ours: number; plain: number }[] = [];
for (let round = 0; round < rounds; round += 1) {
  pairs.push({ ours: await msPerOperation(askOurs), plain: await msPerOperation(askPlain) });
}
const ratios = pairs.map(({ ours, plain: baseline }) => baseline / ours);
const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
process.stdout.write(`chat-directory, one operation at a time, nothing cached; plain is DataLoader with point reads

                      plain    gateway    ratio
calls upstream        ${String(calls.plain).padStart(5)}    ${String(calls.ours).padStart(7)}    ${(calls.plain / calls.ours).toFixed(2)}
ms per operation      ${median(pairs.map((pair) => pair.plain))
  .toFixed(2)
  .padStart(5)}    ${median(pairs.map((pair) => pair.ours))
  .toFixed(2)
  .padStart(7)}    ${median(ratios).toFixed(2)} (${rounds} pairs: ${spread})
`);
await Promise.all([close(), transport.close()]);
