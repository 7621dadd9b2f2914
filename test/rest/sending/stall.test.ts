import { expect, test } from "vitest";
import { systemClock } from "../../../src/rest/clock.ts";
import { attemptTimeoutMs } from "../../../src/rest/sending/timeout.ts";
import { settled } from "../../support/clock.ts";
import { at, engine, outcomeOf, things } from "../engine.ts";
import { connect, serve } from "../sockets.ts";

/** Blocks the event loop in earnest. */
function block(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

test("an attempt is given back the time in which the gateway was held up", async () => {
  const { operation, sent, clock, calls, upstream } = engine();
  const outcome = outcomeOf(operation(60_000).call(things.get, { id: "1" }));
  await clock.advance(1_000);
  clock.stall(5_000);
  await clock.advance(1_000);
  expect([outcome, at(sent, 0).aborted]).toEqual([{}, false]);
  at(sent, 0).answer({ id: "1" });
  await settled();
  expect([outcome, calls(), upstream.state]).toEqual([
    { value: { id: "1" } },
    ["GET /things/1"],
    "answering",
  ]);
});

test("however often the gateway is held up, the breaker of a healthy system stays shut", async () => {
  const { operation, sent, clock, calls, upstream } = engine();
  const outcomes = Array.from({ length: 8 }, (_, n) =>
    outcomeOf(operation(60_000).call(things.get, { id: String(n) })),
  );
  for (let time = 0; time < 3; time += 1) {
    await clock.advance(500);
    clock.stall(4_000);
  }
  await clock.advance(0);
  for (const exchange of sent) exchange.answer({ id: "1" });
  await settled();
  expect(outcomes).toEqual(Array(8).fill({ value: { id: "1" } }));
  expect([calls().length, upstream.state, clock.pending]).toEqual([8, "answering", 0]);
});

test("a system that does not answer for 3 s of the gateway's own is still found out", async () => {
  const { operation, clock, sent, upstream } = engine();
  const outcome = outcomeOf(operation(60_000).call(things.create, { body: { name: "a" } }));
  await settled();
  clock.stall(5_000);
  await clock.advance(attemptTimeoutMs - 1);
  expect(outcome).toEqual({});
  await clock.advance(1);
  expect(outcome.error).toMatchObject({ code: "UPSTREAM_OUTCOME_UNKNOWN", facts: { attempts: 1 } });
  expect([sent.length, upstream.state]).toEqual([1, "failing"]);
});

test.each(["read", "write"])(
  "a %s is answered with what came while the loop was blocked beyond its operation's deadline",
  async (kind) => {
    await using server = await serve((_, response) => {
      response.end('{"id":"1"}');
      // What was written is on its way, and nothing of this process reads it before the deadline.
      setImmediate(() => block(400));
    });
    await using engine = connect(server.url, { clock: systemClock, deadlineMs: 300 });
    const answer =
      kind === "read"
        ? engine.call(things.get, { id: "1" })
        : engine.call(things.update, { id: "1", body: {} });
    expect(await answer).toEqual({ id: "1" });
    expect(server.requests.length).toBe(1);
  },
);
