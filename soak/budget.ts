import type { JournalEntry } from "../src/sandbox/emulator.ts";
import { type Random, seededRandom } from "../src/sandbox/random.ts";
import { type Answer, gateway, type TestGateway } from "../test/support/gateway.ts";
import { type Question, questions } from "./staff-questions.ts";

const clientCount = 50;
const minutes = 10;
/** Between an answer and the next question. */
const thinkMs = { least: 2_000, most: 10_000 };
/** How long Assembled takes, by endpoint; the last holds for all others. */
const latencies = [
  { row: "activities.list", delayMs: 240 },
  { row: "agentStates.list", delayMs: 170 },
  { row: "people.list", delayMs: 110 },
  { row: "*", delayMs: 60 },
];
/** The documented limits: 300 in any minute, bursts of 20 and 5 a second behind them (assembled-v0.txt:28). */
const documented = { minute: 300, second: 25 };

/** How many operations ended in which way. */
type Outcomes = Map<string, number>;

/**
 * Lets clients ask about the support staff for ten minutes of simulated time, and reads in the journal of Assembled how many
 * calls that took.
 * @param seed draws who asks for what, and when.
 * @returns what must not be.
 */
export async function runBudget(seed: string): Promise<readonly string[]> {
  const target = gateway();
  const { clock, sandbox } = target;
  // Starting takes real time, in which the clock of the clients would run on.
  await target.query("{ teams { id } }");
  sandbox.assembled.clearJournal();
  for (const fault of latencies) sandbox.assembled.inject(fault);
  const outcomes: Outcomes = new Map();
  const endMs = clock.nowMs() + minutes * 60_000;
  const clients = Array.from({ length: clientCount }, (_, number) =>
    ask(target, { random: seededRandom(`${seed}/${number}`), endMs, outcomes }),
  );
  while (clock.nowMs() < endMs) await clock.advance(1_000);
  // Those who have asked get their answer; none of them asks again.
  await clock.advance(20_000);
  await Promise.all(clients);
  return report(sandbox.assembled.journal, outcomes);
}

async function ask(
  { clock, execute }: TestGateway,
  {
    random,
    endMs,
    outcomes,
  }: { readonly random: Random; readonly endMs: number; readonly outcomes: Outcomes },
): Promise<void> {
  const pause = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
  // Not all of them begin at once.
  await pause(random.integer(0, thinkMs.most));
  while (clock.nowMs() < endMs) {
    const { document, variables }: Question = random.pick(questions)(random, clock.dateMs());
    const outcome = outcomeOf(await execute(document, variables));
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    await pause(random.integer(thinkMs.least, thinkMs.most));
  }
}

const outcomeOf = ({ errors }: Answer): string => {
  const [first] = errors;
  return first ? String(first.extensions.code) : "complete";
};

function report(journal: readonly JournalEntry[], outcomes: Outcomes): string[] {
  const times = journal.map(({ atMs }) => atMs).sort((a, b) => a - b);
  const most = { second: mostWithin(times, 1_000), minute: mostWithin(times, 60_000) };
  const refused = journal.filter(({ status }) => status === 429).length;
  const asked = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  const ended = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
  process.stdout.write(
    `${clientCount} clients asked ${asked} questions in ${minutes} minutes: ${ended}\n` +
      `${journal.length} calls to Assembled, at most ${most.second} in a second and ${most.minute} in a minute; ${refused} answered 429\n`,
  );
  return [
    ...(refused > 0 ? [`${refused} calls were answered 429.`] : []),
    ...(most.second > documented.second ? [`${most.second} calls were made in one second.`] : []),
    ...(most.minute > documented.minute ? [`${most.minute} calls were made in one minute.`] : []),
    ...(outcomes.has("complete") ? [] : ["No question was answered in full."]),
  ];
}

/** Most of some moments, in order, that lie in one span of this length. */
function mostWithin(times: readonly number[], spanMs: number): number {
  let first = 0;
  let most = 0;
  times.forEach((atMs, at) => {
    while (atMs - (times[first] ?? atMs) >= spanMs) first += 1;
    most = Math.max(most, at - first + 1);
  });
  return most;
}
