import { randomUUID } from "node:crypto";
import { runBudget } from "./budget.ts";
import { runExecutors } from "./executors.ts";
import { runLoads } from "./loads.ts";
import { runMixed } from "./mixed.ts";
import { runWrites } from "./writes.ts";

const usage = `npm run soak                         10 000 writes under random faults
npm run soak -- <seed> [writes]      the same writes and faults again, or as many of them
npm run soak -- mixed [minutes]      a bit of everything in real time, 30 minutes by default
npm run soak -- budget [seed]        50 clients ask about the staff for ten minutes of simulated time
npm run soak -- executors [runs]     the compiled executor and graphql-js over 20 000 generated operations
npm run soak -- loads [share]        absent keys, documents and variables; a share of 0.1 makes a tenth of them
`;

const [mode = randomUUID().slice(0, 8), amount] = process.argv.slice(2);
/** @returns undefined for what is no positive number. */
const numberOr = (byDefault: number): number | undefined => {
  const number = amount === undefined ? byDefault : Number(amount);
  return number > 0 && Number.isFinite(number) ? number : undefined;
};

async function run(): Promise<readonly string[]> {
  if (mode === "budget") return runBudget(amount ?? randomUUID().slice(0, 8));
  const usual: Readonly<Record<string, number>> = { mixed: 30, loads: 1, executors: 20_000 };
  const number = numberOr(usual[mode] ?? 10_000);
  if (number === undefined) return [`${amount} is no positive number.\n${usage}`];
  if (mode === "mixed") return runMixed(number);
  if (mode === "loads") return runLoads(number);
  return mode === "executors" ? runExecutors(number) : runWrites(mode, Math.ceil(number / 20) * 20);
}

const violations = await run();
for (const violation of violations) process.stderr.write(`${violation}\n`);
process.exitCode = violations.length > 0 ? 1 : 0;
