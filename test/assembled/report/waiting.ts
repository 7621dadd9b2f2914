import type { AssembledEmulatorOptions } from "../../../src/sandbox/assembled/emulator.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { type Answer, gateway, type TestGateway } from "../../support/gateway.ts";
import { inTime } from "../../support/time.ts";

/** A gateway that has answered once already, over reports that take so long. */
export async function reportGateway(options: AssembledEmulatorOptions = {}): Promise<TestGateway> {
  const made = gateway({ sandbox: { choices: { assembled: options } } });
  await made.query("{ __typename }");
  return made;
}

/** Variables of a report on the showcase team's phones yesterday. */
export const yesterday = {
  team: showcase.team.id,
  window: { start: "2026-03-03T00:00:00Z", end: "2026-03-04T00:00:00Z" },
};

/** Asks for a report and waits for the end of the job. */
export const adherence = (selection: string): string => `query ($window: TimeWindow!, $team: ID) {
  adherenceReport(window: $window, channel: PHONE, interval: HOUR, filter: { team: $team }) { ${selection} }
}`;

/** A call, and when it was made. */
export interface TimedCall {
  readonly atMs: number;
  readonly call: string;
}

/** Calls to Assembled since the journal was cleared, with the time from `sinceMs`; the ids of jobs are left out. */
export const timedCalls = ({ sandbox }: TestGateway, sinceMs: number): TimedCall[] =>
  sandbox.assembled.journal.map(({ atMs, method, path }) => ({
    atMs: atMs - sinceMs,
    call: `${method} ${path.replace(/[0-9a-f-]{36}/, "{id}")}`,
  }));

/** An operation that passes its time by the clock of the gateway. */
export interface Running {
  readonly answer: Promise<Answer>;
  /** Milliseconds that it took. */
  readonly tookMs: Promise<number>;
}

/** Begins an operation, whose time passes only as the test moves the clock. */
export function begin(
  made: TestGateway,
  document: string,
  variables: Readonly<Record<string, unknown>> = yesterday,
  signal?: AbortSignal,
): Running {
  const startedAtMs = made.clock.nowMs();
  const answer = made.execute(document, variables, signal);
  return { answer, tookMs: answer.then(() => made.clock.nowMs() - startedAtMs) };
}

/** Runs an operation to its end. */
export async function run(
  made: TestGateway,
  document: string,
  variables: Readonly<Record<string, unknown>> = yesterday,
): Promise<Answer & { readonly tookMs: number }> {
  const { answer, tookMs } = begin(made, document, variables);
  await inTime(made, answer);
  return { ...(await answer), tookMs: await tookMs };
}
