import { seededRandom, uuidOf } from "../src/sandbox/random.ts";
import type { SystemName } from "../test/support/sandbox.ts";
import type { SoakTarget } from "./run.ts";

/** Reads that cost one call each, of two rows of each system. */
const reads: Readonly<Record<SystemName, readonly ((id: string) => string)[]>> = {
  assembly: [
    (id) => `account(by: { id: "${id}" }) { name }`,
    (id) => `contact(by: { id: "${id}" }) { name }`,
  ],
  assembled: [(id) => `person(by: { id: "${id}" }) { lastName }`, () => "roles { name }"],
  web1on1: [
    (id) => `user(by: { id: "${objectIdIn(id)}" }) { email }`,
    (id) => `organization(by: { id: "${objectIdIn(id)}" }) { name }`,
  ],
};
const objectIdIn = (uuid: string): string => uuid.replaceAll("-", "").slice(0, 24);

const workers = 16;
/** Between two calls of a worker, so that the calls take as long as an outage does. */
const pauseMs = 300;

/** The cost of calls to a system that answers none of them. */
export interface FailingFigures {
  readonly calls: number;
  /** Requests that reached the systems. */
  readonly requests: number;
  /** Real time of a call that was refused without a request: the middle one. */
  readonly refusalMs: number;
}

/** Makes calls to each system while all of them answer 503 to everything. */
export async function runFailing(target: SoakTarget, callsEach: number): Promise<FailingFigures> {
  const { sandbox, clock } = target;
  const systems = Object.keys(reads) as SystemName[];
  const ends = systems.map((system) => {
    sandbox[system].clearJournal();
    return sandbox[system].inject({ row: "*", reply: { status: 503 } });
  });
  const random = seededRandom("failing");
  const calls = systems.flatMap((system) => Array.from({ length: callsEach }, () => system));
  const refusalsMs: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next++; number < calls.length; number = next++) {
      // All systems in turn.
      const system = systems[number % systems.length] ?? "assembly";
      const startedMs = performance.now();
      const { errors } = await target.post(`{ ${random.pick(reads[system])(uuidOf(`failing/${number}`))} }`);
      if (errors?.[0]?.extensions.attempts === 0) refusalsMs.push(performance.now() - startedMs);
      await new Promise<void>((resolve) => void clock.after(pauseMs, resolve));
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  const requests = systems.reduce((sum, system) => sum + sandbox[system].journal.length, 0);
  await Promise.all(ends.map((end) => end()));
  refusalsMs.sort((a, b) => a - b);
  return {
    calls: calls.length,
    requests,
    refusalMs: refusalsMs[Math.floor(refusalsMs.length / 2)] ?? Number.NaN,
  };
}
