import { absentKey, largeDocument, ownVariables, type Posted } from "./heavy-operations.ts";
import { megabytes } from "./slope.ts";
import { type OpenTarget, openTarget } from "./target.ts";

interface Load {
  readonly name: string;
  readonly count: number;
  readonly make: (number: number) => Posted;
}

const loads: readonly Load[] = [
  { name: "keys that do not exist", count: 100_000, make: absentKey },
  { name: "documents of 2 000 tokens", count: 3_000, make: largeDocument },
  { name: "sets of variables", count: 100_000, make: ownVariables },
];

/** The size that the heap of the gateway may have after each load. */
const mostHeapBytes = 250 * 1024 * 1024;
const workers = 16;
/** The emulators remember every call. */
const callsPerClearing = 1_000;
/** After which a load ends, however much of it is left. */
const longestMs = 15 * 60_000;

/**
 * Puts three loads on one gateway, one after the other, each of which would fill the memory if it were all kept.
 * @param share of the loads that is made.
 * @returns what must not be.
 */
export async function runLoads(share: number): Promise<readonly string[]> {
  await using target = await openTarget({ limits: false });
  const violations: string[] = [];
  let beforeBytes = (await target.gateway.figures()).heapBytes;
  for (const load of loads) {
    const count = Math.ceil(load.count * share);
    const made = await putOn(target, { ...load, count });
    const { heapBytes } = await target.gateway.figures();
    process.stdout.write(
      `${made} ${load.name}: heap ${megabytes(beforeBytes)} MB before, ${megabytes(heapBytes)} MB after\n`,
    );
    if (made < count) violations.push(`The load was ended by its time: ${load.name}.`);
    if (heapBytes > mostHeapBytes) violations.push(`The heap is too large after ${load.name}.`);
    beforeBytes = heapBytes;
  }
  return violations;
}

/** @returns how many operations were made. */
async function putOn({ gateway, sandbox }: OpenTarget, { count, make }: Load): Promise<number> {
  const untilMs = performance.now() + longestMs;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next; number < count && performance.now() < untilMs; number = next) {
      next += 1;
      const response = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(make(number)),
      });
      const text = await response.text();
      if (!text.startsWith('{"data"')) throw new Error(`Answered ${response.status}: ${text.slice(0, 500)}`);
      if (number % callsPerClearing !== 0) continue;
      for (const system of [sandbox.assembly, sandbox.assembled, sandbox.web1on1]) system.clearJournal();
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return next;
}
