import fc from "fast-check";
import { expect, test } from "vitest";
import { type Claim, createIdempotencyStore, keyLifetimeMs } from "../../src/server/idempotency-store.ts";
import { testClock } from "../support/clock.ts";

const mostBytes = 40_000;

/** A request that was taken on and not answered so far. */
interface Open {
  readonly name: string;
  readonly claimed: Extract<Claim, { state: "new" }>;
  readonly untilMs: number;
}

/** A store, and what it has promised. */
function world() {
  const clock = testClock();
  const store = createIdempotencyStore(clock, { mostBytes });
  const open: Open[] = [];
  const promised = new Map<string, { readonly text: string; readonly untilMs: number }>();
  const current = () => [...promised].filter(([, { untilMs }]) => untilMs > clock.nowMs());
  const takeOpen = (at: number): Open | undefined => open.splice(at % Math.max(open.length, 1), 1)[0];
  return {
    /** Bytes of the texts that it has to give again. */
    promisedBytes: () => current().reduce((sum, [, { text }]) => sum + text.length, 0),
    pass: (ms: number) => clock.advance(ms),
    /** Sends a request; it must be answered as was promised, and with nothing else. */
    async ask(client: string, key: string) {
      const name = `${client} ${key}`;
      const claimed = await store.claim({ client, key, fingerprint: "same" });
      const answer = claimed.state === "answered" ? claimed.response.body.toString() : undefined;
      expect(answer).toBe(new Map(current()).get(name)?.text);
      const isOpen = open.some((other) => other.name === name);
      expect(claimed.state === "underWay").toBe(isOpen);
      if (claimed.state === "new") open.push({ name, claimed, untilMs: clock.nowMs() + keyLifetimeMs });
    },
    keep(at: number, bytes: number) {
      const ended = takeOpen(at);
      if (!ended) return;
      const text = `${ended.name} ${"x".repeat(bytes)}`;
      const response = { status: 200, headers: [], body: Buffer.from(text), failedRequestId: undefined };
      const kept = ended.claimed.keep({
        ...response,
        report: { outcome: "ok" as const, errorCodes: {} },
      });
      if (kept) promised.set(ended.name, { text, untilMs: ended.untilMs });
      else ended.claimed.release();
    },
    release: (at: number) => takeOpen(at)?.claimed.release(),
  };
}
type World = ReturnType<typeof world>;

const step: fc.Arbitrary<(made: World) => unknown> = fc.oneof(
  fc.record({ client: fc.constantFrom("a", "b"), key: fc.nat(12) }).map(
    ({ client, key }) =>
      (made: World) =>
        made.ask(client, String(key)),
  ),
  fc.record({ at: fc.nat(20), bytes: fc.nat(6_000) }).map(
    ({ at, bytes }) =>
      (made: World) =>
        made.keep(at, bytes),
  ),
  fc.nat(20).map((at) => (made: World) => made.release(at)),
  fc.nat(keyLifetimeMs / 2).map((ms) => (made: World) => made.pass(ms)),
);

test("whatever happens, a key that was answered is answered so until its time, within the bound", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
      const made = world();
      for (const take of steps) {
        await take(made);
        expect(made.promisedBytes()).toBeLessThanOrEqual(mostBytes);
      }
    }),
    { numRuns: 100 },
  );
}, 30_000);
