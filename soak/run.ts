import type { Clock } from "../src/rest/clock.ts";
import { seededRandom } from "../src/sandbox/random.ts";
import type { Sandbox } from "../test/support/sandbox.ts";
import { beliefOf, type Mutated, type MutationAnswer } from "./history.ts";
import { mutationKinds } from "./mutations.ts";
import { longestDelayMs, randomFault } from "./random-fault.ts";
import { nonceOf } from "./truth.ts";

/** A gateway under test and the systems behind it, all on one time. */
export interface SoakTarget {
  readonly sandbox: Sandbox;
  readonly clock: Clock;
  /** Sends an operation. @param requestId of the request, for the audit. @default one that the gateway makes up */
  post(query: string, requestId?: string): Promise<MutationAnswer>;
}

/** How long and how hard it is. */
export interface SoakOptions {
  /** The same seed draws the same mutations and faults. */
  readonly seed: string;
  readonly mutations: number;
  /** Number of the first, which tells its nonce from those of another run. @default 0 */
  readonly firstNumber?: number;
  /** Mutations under way at a time. */
  readonly concurrency: number;
  /** Told how many mutations are done. */
  readonly onProgress?: (done: number) => Promise<void>;
}

/** Share of mutations whose call meets a fault. */
const faultShare = 0.3;
/** Share of mutations at which a system's port is closed. */
const refusalShare = 0.001;
const longestRefusalMs = 1_500;

/** Makes mutations under random faults. @returns each with what its client was led to believe. */
export async function runMutations(target: SoakTarget, options: SoakOptions): Promise<Mutated[]> {
  const { clock, sandbox } = target;
  const { firstNumber = 0 } = options;
  const random = seededRandom(options.seed);
  const history: Mutated[] = [];
  const refusals: Promise<void>[] = [];
  let next = 0;

  const wait = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
  const mutate = async (number: number): Promise<void> => {
    const kind = random.pick(mutationKinds);
    const nonce = nonceOf(number);
    const emulator = sandbox[kind.system];
    const endFault = random.chance(faultShare) && emulator.inject(randomFault(kind.row, random));
    if (random.chance(refusalShare)) {
      const open = emulator.inject({ kind: "refused" });
      refusals.push(wait(random.integer(1, longestRefusalMs)).then(open));
    }
    const answer = await target.post(`mutation { ${kind.selection(nonce, number, random)} }`, nonce);
    // It may not have struck: faults that pile up while nothing is sent would all strike afterwards.
    if (endFault) await endFault();
    const belief = beliefOf(kind, answer);
    const [id] = Object.values(answer.data?.[kind.field] ?? {});
    const { code, retryAfterMs } = answer.errors?.[0]?.extensions ?? {};
    history.push({ nonce, kind, belief, ...(id && { id }), ...(code && { code }) });
    await options.onProgress?.(history.length);
    // As a client should; else mutations would be spent on a system that is known not to answer.
    if (retryAfterMs !== undefined) await wait(retryAfterMs);
  };
  const worker = async (): Promise<void> => {
    while (next < options.mutations) {
      next += 1;
      await mutate(firstNumber + next - 1);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  await Promise.all(refusals);
  // What was held back longest has taken effect by then.
  await wait(longestDelayMs);
  return history;
}
