import { seededRandom } from "../src/sandbox/random.ts";
import { largeDocument, ownVariables } from "./heavy-operations.ts";
import { drawRequest, type MixedRequest, struckRows } from "./mixed-operations.ts";
import { randomFault } from "./random-fault.ts";
import { megabytes, slope } from "./slope.ts";
import { type OpenTarget, openTarget } from "./target.ts";

/** Requests that are begun a second, however fast they are answered. */
const requestsPerSecond = 25;
/** Requests under way; those that would be more are left out. */
const mostAtOnce = 100;
/** Share of requests whose client leaves before it was answered, at the latest after so long. */
const leavingShare = 0.05;
const longestStayMs = 50;
/** Share of requests before which the next call of some row is told to fail. */
const faultShare = 0.05;
const minuteMs = 60_000;
/** Documents and sets of variables that are asked for first, so that what keeps them is full before it is measured. */
const fillers = { documents: 100, variables: 16_000, atOnce: 8, longestMs: 2 * 60_000 };
const judgedMinutes = 10;
/** The growth that the heap may have in that time. */
const mostGrownBytes = 1024 * 1024;

/**
 * Asks a bit of everything, in real time: queries, absent keys, new documents and variables, writes, uploads, what is
 * refused, with faults of the systems and clients that leave. Prints the heap of the gateway after a collection, every minute.
 * @param minutes after which it ends.
 * @returns what must not be.
 */
export async function runMixed(minutes: number): Promise<readonly string[]> {
  await using target = await openTarget();
  await fill(target);
  const random = seededRandom("mixed");
  const heapBytes: number[] = [];
  const counts = { answered: 0, withErrors: 0, left: 0, brokenOff: 0, leftOut: 0 };
  const underWay = new Set<Promise<void>>();
  const systems = Object.keys(struckRows) as (keyof typeof struckRows)[];

  const ask = async (request: MixedRequest): Promise<void> => {
    const controller = new AbortController();
    const leaving = random.chance(leavingShare)
      ? setTimeout(() => controller.abort(), random.integer(1, longestStayMs))
      : undefined;
    try {
      const text = await post(target, request, controller.signal);
      counts.answered += 1;
      if (text.includes('"errors"')) counts.withErrors += 1;
    } catch {
      // A connection that the gateway closes while a request is on its way is the client's to open again.
      counts[controller.signal.aborted ? "left" : "brokenOff"] += 1;
    } finally {
      clearTimeout(leaving);
    }
  };

  const startedMs = performance.now();
  const isOver = () => performance.now() >= startedMs + minutes * minuteMs || !target.gateway.isAlive;
  for (let number = 0; !isOver(); number += 1) {
    await until(startedMs + (number * 1000) / requestsPerSecond);
    if (random.chance(faultShare)) {
      const system = random.pick(systems);
      target.sandbox[system].inject(randomFault(random.pick(struckRows[system]), random));
    }
    if (underWay.size >= mostAtOnce) counts.leftOut += 1;
    else {
      const asking = ask(drawRequest(random, number)).finally(() => underWay.delete(asking));
      underWay.add(asking);
    }
    if (performance.now() < startedMs + (heapBytes.length + 1) * minuteMs) continue;
    clearJournals(target);
    heapBytes.push((await target.gateway.figures()).heapBytes);
    const { answered, brokenOff, left, leftOut, withErrors } = counts;
    process.stdout.write(
      `minute ${heapBytes.length}: heap ${megabytes(heapBytes.at(-1) ?? 0)} MB, ${answered} answered (${withErrors} with errors), ${left} left, ${brokenOff} broken off, ${leftOut} left out\n`,
    );
  }
  await Promise.all(underWay);
  if (!target.gateway.isAlive) return ["The gateway died."];
  return judge(heapBytes);
}

function judge(heapBytes: readonly number[]): string[] {
  const judged = heapBytes.slice(-judgedMinutes);
  // What is made once is made in the first minutes.
  if (heapBytes.length < 2 * judgedMinutes) {
    process.stdout.write(`Less than ${2 * judgedMinutes} minutes are not judged.\n`);
    return [];
  }
  const grownBytes = slope(judged) * judgedMinutes;
  process.stdout.write(`in the last ${judgedMinutes} minutes the heap grew by ${megabytes(grownBytes)} MB\n`);
  return grownBytes > mostGrownBytes ? ["The heap grows."] : [];
}

/** Asks for more documents and variables than are kept, unless the machine is too slow for that. */
async function fill(target: OpenTarget): Promise<void> {
  const headers = { "content-type": "application/json" };
  const all = fillers.documents + fillers.variables;
  const untilMs = performance.now() + fillers.longestMs;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next; number < all && performance.now() < untilMs; number = next) {
      next += 1;
      // Later numbers than the soak itself comes to, so that its documents are others.
      const posted = number < fillers.documents ? largeDocument(1e9 + number) : ownVariables();
      await post(target, { headers, body: JSON.stringify(posted) });
    }
  };
  await Promise.all(Array.from({ length: fillers.atOnce }, worker));
  clearJournals(target);
  process.stdout.write(`${next} of ${all} requests filled what keeps documents and answers\n`);
}

async function post(
  { gateway }: OpenTarget,
  { body, headers }: MixedRequest,
  signal?: AbortSignal,
): Promise<string> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers,
    body,
    ...(signal && { signal }),
  });
  return response.text();
}

/** The emulators remember every call. */
function clearJournals({ sandbox }: OpenTarget): void {
  for (const system of [sandbox.assembly, sandbox.assembled, sandbox.web1on1]) system.clearJournal();
}

const until = (atMs: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, atMs - performance.now())));
