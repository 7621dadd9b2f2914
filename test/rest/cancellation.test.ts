import fc from "fast-check";
import { expect, test } from "vitest";
import { Cancellation, type CancellationSignal, neverCancelled } from "../../src/rest/cancellation.ts";

/** One step of those who listen, and of the one who cancels. */
type Step = { readonly does: "add" | "remove"; readonly listener: number } | { readonly does: "cancel" };

const listener = fc.nat(4);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constantFrom("add" as const, "remove" as const), listener }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("cancel" as const) }) },
);
/** Each listener may itself remove one, or cancel, when it is called. Nothing is added then: those of Node would be called, too. */
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

test("a cancellation calls those who listen as a controller of Node's does", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), reactions, (steps, reacting) => {
      const controller = new AbortController();
      const cancellation = new Cancellation();
      const expected = called(controller.signal, () => controller.abort(), steps, reacting);
      const cancel = () => cancellation.cancel();
      expect(called(cancellation.signal, cancel, steps, reacting)).toEqual(expected);
      expect(cancellation.aborted).toBe(controller.signal.aborted);
    }),
  );
});

test("who comes once it is cancelled is called at once by `onCancel`, and by nothing else", () => {
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
