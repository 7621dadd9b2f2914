import { setTimeout as delay } from "node:timers/promises";
import { loadOperations } from "../src/client/operations.ts";
import { exampleVariables } from "../src/client/tabs.ts";
import { dataOf } from "./post.ts";
import { loadCore, serverCore, startProcess } from "./process.ts";
import type { EmulatorProcess } from "./processes/emulators.ts";
import type { GatewayProcess } from "./processes/gateway.ts";
import { inShort, median, spread } from "./statistics.ts";
import type { Row } from "./table.ts";

const latencyMs = 20;
/** Timers and the way through the sockets add the rest of the latency. */
const emulatedDelayMs = 19;
/** Everything but the waiting for upstreams. */
const allowanceMs = 15;
const warmUps = 10;
/** For what starting the systems and the gateway leaves behind. */
const settleMs = 50;

/** The list of users tells no total, only that a page follows. */
const pagesOfUsers = ["users: first page", "users: second page", "users: third page", "users: fourth page"];

/**
 * The longest chain of calls in which each is made from the answer of the one before, call by call. Small collections
 * that come whole (labels, activity types, queues) are not in it: which of them are needed stands in the document.
 */
const chains: Readonly<Record<string, readonly string[]>> = {
  // All people are read beside the users.
  "account-desk": ["account by domain", "organization", "its users", "their activities"],
  "team-day": ["people of the team", ...pagesOfUsers, "organizations and accounts"],
  // Any user may have the address of a contact.
  "customer-360": ["account by domain", "its contacts", ...pagesOfUsers],
  "chat-directory": ["users", "organizations", "an organization that no list shows"],
  "usage-feed": ["account by domain", "its usage"],
  "form-builder": ["a form", "its template"],
  refetch: ["an object by id"],
  "create-contact": ["the write", "the contact", "its account"],
  "create-service": ["the write", "its organization"],
  "create-activity": ["person", "activities that may overlap", "the write"],
  "move-shift-pattern": ["person", "the write", "patterns"],
  "set-category-slot": ["the organization as it is", "the write", "forms", "a form that no list shows"],
  "staffing-day": ["metrics"],
  "time-off-inbox": ["requests", "people"],
  wallboard: ["people of the team", "states: first page", "states: second page"],
  "update-user": ["user whose settings are merged", "the write"],
};

/** The most milliseconds of operations that join hundreds of objects, for which the allowance would be too little. */
const statedMostMs: Readonly<Record<string, number>> = { "account-desk": 115, "team-day": 155 };

/** Platforms of which the state of a person counts, the first that has one. */
const statePriority = "zendesk_talk,zendesk_chat,zendesk";

/** They wait for a report, or for the rate limit, however fast the gateway is. */
const waiting: ReadonlySet<string> = new Set(["adherence", "chat-setup"]);

/** Measures each shipped operation on a gateway that has read nothing yet, in a process that is warm. */
export async function coldOperations(options: {
  readonly rounds: number;
  readonly progress: (line: string) => void;
}): Promise<Row[]> {
  const { rounds, progress } = options;
  const emulators = startProcess<EmulatorProcess>("emulators", { core: loadCore });
  const gateway = startProcess<GatewayProcess>("gateway", { core: serverCore });
  const examples = exampleVariables(Date.now());

  /** Time for an operation that must succeed; everything is new, so that writes can be made again. */
  const measure = async (name: string, query: string, calledAfterMs: number): Promise<number> => {
    const { assembled, ...others } = await emulators.ask("open", { latencyMs: calledAfterMs, limits: true });
    const url = await gateway.ask("open", {
      addresses: { ...others, assembled: { ...assembled, statePriority } },
      reads: { keeps: true, shares: true },
      limits: true,
    });
    await delay(settleMs);
    const startedMs = performance.now();
    await dataOf(url, { query, variables: examples[name] ?? {} });
    return performance.now() - startedMs;
  };

  const rows: Row[] = [];
  for (const { name, document } of loadOperations()) {
    if (waiting.has(name)) continue;
    for (let round = 0; round < warmUps; round += 1) await measure(name, document, 0);
    const timesMs: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      timesMs.push(await measure(name, document, emulatedDelayMs));
    const chain = chains[name]?.length;
    if (chain === undefined) throw new Error(`The longest chain of calls of ${name} is not stated.`);
    const mostMs = statedMostMs[name] ?? chain * latencyMs + allowanceMs;
    progress(`cold ${name}: ${inShort(median(timesMs))} ms, at most ${mostMs}`);
    rows.push({
      bench: `cold ${name}`,
      mustReach: `<= ${mostMs} ms (${chain} calls in a chain)`,
      measured: `${spread(timesMs)} ms`,
      reached: median(timesMs) <= mostMs,
    });
  }
  await Promise.all([gateway.stop(), emulators.stop()]);
  return rows;
}
