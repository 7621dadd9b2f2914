import fc from "fast-check";
import { expect, test } from "vitest";
import { Cancellation, type CancellationSignal, neverCancelled } from "../../src/rest/cancellation.ts";
import { settled } from "../support/clock.ts";
import { at, engine, outcomeOf, things } from "./engine.ts";

/** A listener is added or removed, or the work is no longer wanted. */
type Step = { readonly does: "add" | "remove"; readonly listener: number } | { readonly does: "cancel" };

const listener = fc.nat(4);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constantFrom("add" as const, "remove" as const), listener }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("cancel" as const) }) },
);
/** Each listener may itself remove one, or cancel, when it is called. Nothing is added then: Node would call it, too. */
const reactions = fc.array(
  fc.option(
    step.filter(({ does }) => does !== "add"),
    { nil: undefined },
  ),
  { minLength: 5, maxLength: 5 },
);

/** The listeners that are called, in their order. */
function called(
  signal: CancellationSignal,
  cancel: () => void,
  steps: readonly Step[],
  reacting: readonly (Step | undefined)[],
): number[] {
  const calls: number[] = [];
  const take = (next: Step): void => {
    if (next.does === "cancel") {
      cancel();
      return;
    }
    const listener = listeners[next.listener] ?? expect.fail("There is no such listener.");
    if (next.does === "add") signal.addEventListener("abort", listener, { once: true });
    else signal.removeEventListener("abort", listener);
  };
  const listeners = reacting.map((reaction, at) => () => {
    calls.push(at);
    expect(signal.aborted).toBe(true);
    if (reaction) take(reaction);
  });
  steps.forEach(take);
  return calls;
}

test("a cancellation calls its listeners as a controller of Node's does", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), reactions, (steps, reacting) => {
      const controller = new AbortController();
      const cancellation = new Cancellation();
      const expected = called(controller.signal, () => controller.abort(), steps, reacting);
      const cancel = () => cancellation.cancel();
      expect(called(cancellation, cancel, steps, reacting)).toEqual(expected);
      expect(cancellation.aborted).toBe(controller.signal.aborted);
    }),
  );
});

test("a function that is added once it is cancelled is called at once by `onCancel`, and by nothing else", () => {
  const cancellation = new Cancellation();
  const calls: string[] = [];
  cancellation.onCancel(() => calls.push("before"));
  expect(calls).toEqual([]);
  cancellation.cancel();
  cancellation.onCancel(() => calls.push("behind"));
  cancellation.addEventListener("abort", () => calls.push("never"));
  cancellation.cancel();
  expect(calls).toEqual(["before", "behind"]);
});

test("work that is wanted to its end is never cancelled", () => {
  neverCancelled.addEventListener("abort", () => expect.fail("it was cancelled"), { once: true });
  expect(neverCancelled.aborted).toBe(false);
});

/** A cancellation that knows how many listeners it has. */
class Counted extends Cancellation {
  readonly listening = new Set<() => void>();

  override addEventListener(type: "abort", added: () => void): void {
    this.listening.add(added);
    super.addEventListener(type, added);
  }

  override removeEventListener(type: "abort", removed: () => void): void {
    this.listening.delete(removed);
    super.removeEventListener(type, removed);
  }
}

test.each([
  ["was answered", 200],
  ["failed", 400],
])("a call that %s leaves no listener on the cancellation of its operation", async (_, status) => {
  const { clock, sent, upstream } = engine();
  const counted = new Counted();
  const call = upstream.callsFor({ signal: counted, deadlineAtMs: clock.nowMs() + 10_000 });
  const outcome = outcomeOf(call(things.get, { id: "1" }));
  await settled();
  expect(counted.listening.size).toBeGreaterThan(0);
  at(sent, 0).answer({ id: "1" }, status);
  await settled();
  expect("value" in outcome).toBe(status === 200);
  expect([counted.listening.size, clock.pending]).toEqual([0, 0]);
});

test("a call whose operation is cancelled ends, and its request with it", async () => {
  const { clock, sent, upstream } = engine();
  const cancellation = new Cancellation();
  const call = upstream.callsFor({ signal: cancellation, deadlineAtMs: clock.nowMs() + 10_000 });
  const outcome = outcomeOf(call(things.get, { id: "1" }));
  await settled();
  cancellation.cancel();
  await settled();
  expect(outcome.error).toMatchObject({ message: "The client left before the answer came." });
  expect([at(sent, 0).aborted, clock.pending]).toEqual([true, 0]);
});
