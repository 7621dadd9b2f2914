import { expect } from "vitest";
import { type FastClock, fastClock } from "../../soak/fast-clock.ts";
import { testNowMs } from "../support/clock.ts";
import type { SystemName } from "../support/sandbox.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type CallEffect, calls, readsOf, systemNames } from "./calls.ts";
import type { MatrixRow, Outcome } from "./matrix-rows.ts";

/** Real time that may pass at most between two turns of the event loop; more would be the fault of a busy machine. */
const longestTurnMs = 5;
/** Time for a whole operation. */
const deadlineMs = 10_000;
/** Time after which no fault is remembered: what retries, refusals and rates are counted over, and longer waits. */
const aftermathMs = 60_000;
/** What an operation may take beyond its deadline: real time, since work is not sped up with the clock. */
const graceMs = 100;

/** A server with a clock that runs fast, and what its reads answer while nothing is wrong. */
export interface FaultServer extends AsyncDisposable {
  readonly server: TestServer;
  /** Of gateway and systems. */
  readonly clock: FastClock;
  /** How fast time passes for them. */
  readonly speed: number;
  /** Data of one read of each system. */
  readonly whole: Readonly<Record<string, unknown>>;
  /** Makes a text of letters and digits that was not made before. */
  nonce(): string;
}

/** Starts a server and has it make every call once. */
export async function startFaultServer(speed: number): Promise<FaultServer> {
  const clock = fastClock(speed, testNowMs, longestTurnMs);
  const server = await startServer({ clock });
  let nonces = 0;
  const nonce = () => {
    nonces += 1;
    return `nonce${nonces}`;
  };
  const { json } = await ask(server, readsOf(systemNames));
  expect(json.errors).toBeUndefined();
  for (const effect of ["idempotent", "create"] as const) {
    for (const system of systemNames) {
      const { json: written } = await ask(server, documentOf(system, effect, nonce()));
      expect(written.errors).toBeUndefined();
    }
  }
  server.calls();
  return {
    server,
    clock,
    speed,
    whole: json.data,
    nonce,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/**
 * Makes one call while its system is at fault, together with reads of the other two, and then once more. Sees to it
 * that the call came to what the row says, in time, that the others were answered whole, and that the system is well
 * again afterwards.
 */
export async function runCell(
  made: FaultServer,
  row: MatrixRow,
  system: SystemName,
  effect: CallEffect,
): Promise<void> {
  const { clock, server, speed, whole } = made;
  const others = systemNames.filter((name) => name !== system);
  const outcome = row.elsewhere?.[system]?.[effect] ?? row[effect];

  const { answer, healthy, tookMs } = await strike(made, row, system, effect, others);
  expect(tookMs).toBeLessThan(deadlineMs + graceMs * speed);
  expect(healthy).toEqual({ data: dataOf(whole, others) });
  expectOutcome(answer, outcome, system, effect);

  const arrived = outcome === "done" ? 1 : row.fault === "refused" ? 0 : outcome.attempts;
  const took = effect !== "read" && (row.takesEffect ?? false);
  const requests = server.sandbox[system].journal.filter((entry) => entry.row === calls[system][effect].row);
  expect(requests.map(({ applied = false }) => applied)).toEqual(Array.from({ length: arrived }, () => took));

  clock.skip(aftermathMs);
  await runWell(made, system, effect);
}

/** One call while its system is at fault, and at the same time a read of each of the others. */
async function strike(
  made: FaultServer,
  { fault }: MatrixRow,
  system: SystemName,
  effect: CallEffect,
  others: readonly SystemName[],
) {
  const { server, clock, nonce } = made;
  const { row } = calls[system][effect];
  const end = server.sandbox[system].inject(fault === "refused" ? { kind: fault } : { ...fault, row });
  try {
    const skips = fault === "refused" ? 0 : (fault.skips ?? 0);
    for (let passed = 0; passed < skips; passed += 1) await runWell(made, system, effect);
    server.calls();
    const startedMs = clock.nowMs();
    const [{ json: answer, tookMs }, { json: healthy }] = await Promise.all([
      ask(server, documentOf(system, effect, nonce())).then(({ json }) => ({
        json,
        tookMs: clock.nowMs() - startedMs,
      })),
      ask(server, readsOf(others)),
    ]);
    return { answer, healthy, tookMs };
  } finally {
    await end();
  }
}

// biome-ignore lint/suspicious/noExplicitAny: whatever came; this is where it is looked at.
function expectOutcome(answer: any, outcome: Outcome, system: SystemName, effect: CallEffect): void {
  const { field, endpoint, status: ownStatus } = calls[system][effect];
  if (outcome === "done") {
    expect(answer.errors).toBeUndefined();
    expect(answer.data[field]).not.toBeNull();
    return;
  }
  const { attempts, code, status } = outcome;
  expect(answer.data).toEqual({ [field]: null });
  expect(answer.errors).toHaveLength(1);
  const [{ path, extensions }] = answer.errors;
  expect(path).toEqual([field]);
  const requestId = expect.stringMatching(/^[\w-]{36}$/);
  expect(extensions).toMatchObject({ code, attempts, system, endpoint, requestId });
  expect(extensions.status).toBe(status === "own" ? ownStatus : status);
}

/** Makes a call that must succeed. */
async function runWell(
  { server, whole, nonce }: FaultServer,
  system: SystemName,
  effect: CallEffect,
): Promise<void> {
  const { json } = await ask(server, documentOf(system, effect, nonce()));
  expect(json.errors).toBeUndefined();
  if (effect === "read") expect(json.data).toEqual(dataOf(whole, [system]));
}

/** Waits until there are hardly more sockets and timers than before. */
export async function expectHandles(before: number): Promise<void> {
  for (let waitedMs = 0; handles() > before + 2 && waitedMs < 5_000; waitedMs += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(handles(), process.getActiveResourcesInfo().join(" ")).toBeLessThanOrEqual(before + 2);
}

/** Sockets and timers of the process. */
export const handles = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind === "TCPSocketWrap" || kind === "Timeout").length;

const documentOf = (system: SystemName, effect: CallEffect, nonce: string): string =>
  effect === "read" ? readsOf([system]) : `mutation { ${calls[system][effect].selection(nonce)} }`;

/** The part of the data that these systems answered. */
export const dataOf = (whole: FaultServer["whole"], systems: readonly SystemName[]) =>
  Object.fromEntries(systems.map((system) => calls[system].read.field).map((field) => [field, whole[field]]));

/** Sends an operation that wants what the systems say now, so that nothing is answered from before. */
export const ask = (server: TestServer, query: string) =>
  server.post({ query }, { "cache-control": "no-cache" });
