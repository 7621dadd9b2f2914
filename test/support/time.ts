import { settled } from "./clock.ts";
import type { TestGateway } from "./gateway.ts";

/** The day of the tests. */
export const today = { start: "2026-03-04T00:00:00Z", end: "2026-03-05T00:00:00Z" };

/** A time in Unix seconds. */
export const seconds = (time: string): number => Date.parse(time) / 1000;

/** Waits for an answer while time goes on in steps. @returns milliseconds that it took, too */
export async function inTime<Value>(
  { clock }: TestGateway,
  work: Promise<Value>,
  stepMs = 50,
): Promise<[value: Value, tookMs: number]> {
  const startedMs = clock.nowMs();
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  work.then(end, end);
  await settled();
  while (!isDone) await clock.advance(stepMs);
  return [await work, clock.nowMs() - startedMs];
}
