import { describe, expect, test } from "vitest";
import { settled, testNowMs } from "../../support/clock.ts";
import { at, engine, outcomeOf } from "../engine.ts";
import { openFile } from "../files.ts";
import { form, leftOver, nothing, photos, takerOf, uploading } from "../uploads.ts";

describe("while it moves, an upload may take any time", () => {
  test("as long as something is taken every 15 s, and 64 KiB a second after the first ten", async () => {
    const upload = await uploading();
    upload.open.give(Buffer.alloc(2 * 1024 * 1024));
    for (let chunk = 0; chunk < 3; chunk += 1) await upload.take();
    for (let time = 0; time < 20; time += 1) {
      upload.open.give(Buffer.alloc(15 * 64 * 1024));
      await upload.take();
      await upload.clock.advance(14_999);
    }
    upload.open.end();
    await upload.takeAll();
    await upload.clock.advance(9_999);
    expect([upload.outcome, upload.exchange.aborted]).toEqual([{}, false]);
    upload.exchange.answer({ id: "1" });
    await settled();
    expect([upload.outcome, upload.upstream.state, upload.calls()]).toEqual([
      { value: { id: "1" } },
      "answering",
      ["POST /photos"],
    ]);
    expect(leftOver(upload)).toEqual(nothing);
  });

  test("and is ended when no chunk comes for 15 s, which is not held against the system", async () => {
    const upload = await uploading();
    upload.open.give(Buffer.alloc(1024 * 1024));
    for (let chunk = 0; chunk < 3; chunk += 1) await upload.take();
    const taking = upload.take();
    await upload.clock.advance(14_999);
    expect([upload.outcome, upload.open.isLeft]).toEqual([{}, false]);
    await upload.clock.advance(1);
    await taking;
    expect(upload.outcome.error).toMatchObject({
      code: "UPSTREAM_TIMEOUT",
      message: expect.stringMatching(/^The files of POST \/photos came too slowly: nothing for 15000 ms/),
      facts: { system: "things", endpoint: "POST /photos", attempts: 1 },
    });
    expect([upload.upstream.state, upload.calls(), leftOver(upload)]).toEqual([
      "untried",
      ["POST /photos"],
      nothing,
    ]);
    // Whoever waits for a chunk cannot leave before it comes.
    upload.open.give("late");
    await settled();
    expect(upload.open.isLeft).toBe(true);
  });

  test("and is ended when the upstream takes nothing for 15 s, which is", async () => {
    const upload = await uploading();
    upload.open.give(Buffer.alloc(1024 * 1024));
    upload.open.give("1");
    for (let chunk = 0; chunk < 4; chunk += 1) await upload.take();
    await upload.clock.advance(14_999);
    expect(upload.outcome).toEqual({});
    await upload.clock.advance(1);
    expect(upload.outcome.error).toMatchObject({
      code: "UPSTREAM_TIMEOUT",
      message: expect.stringMatching(
        /^Things took the files of POST \/photos too slowly: nothing for 15000 ms/,
      ),
    });
    expect([upload.upstream.state, upload.calls(), upload.open.isLeft]).toEqual([
      "failing",
      ["POST /photos"],
      true,
    ]);
    expect(leftOver(upload)).toEqual(nothing);
  });

  test("and is ended when it falls behind 64 KiB a second", async () => {
    const upload = await uploading();
    await upload.take();
    await upload.take();
    for (let second = 0; second < 16; second += 1) {
      upload.open.give(Buffer.alloc(32 * 1024));
      await upload.clock.advance(1_000);
      await upload.take();
    }
    const taking = upload.take();
    // Ten seconds to get going and eight for sixteen chunks, and some milliseconds for what stands before them.
    await upload.clock.advance(2_000);
    expect(upload.outcome).toEqual({});
    await upload.clock.advance(10);
    await taking;
    expect(upload.outcome.error).toMatchObject({
      code: "UPSTREAM_TIMEOUT",
      message: expect.stringContaining("or less than 65536 bytes a second"),
    });
    expect([upload.upstream.state, upload.calls()]).toEqual(["untried", ["POST /photos"]]);
    expect(leftOver(upload)).toEqual(nothing);
  });
});

describe("once its last byte is taken, the answer has 10 s", () => {
  test.each([
    ["create", "UPSTREAM_OUTCOME_UNKNOWN"],
    ["replace", "UPSTREAM_TIMEOUT"],
  ] as const)("to a %s", async (verb, code) => {
    const upload = await uploading(photos[verb]);
    upload.open.give(Buffer.alloc(10 * 1024 * 1024));
    for (let chunk = 0; chunk < 3; chunk += 1) await upload.take();
    upload.open.give("1");
    await upload.clock.advance(9_000);
    await upload.take();
    // By now it has until 24 s, if it goes on like this.
    await upload.clock.advance(2_000);
    upload.open.end();
    await upload.takeAll();
    await upload.clock.advance(9_999);
    expect([upload.outcome, upload.exchange.aborted]).toEqual([{}, false]);
    await upload.clock.advance(1);
    expect(upload.outcome.error).toMatchObject({ code, facts: { attempts: 1 } });
    if (verb === "replace") {
      expect(upload.outcome.error).toMatchObject({
        message:
          "PUT /photos of Things was not answered within 10000 ms of its last byte; try again shortly.",
      });
    }
    expect([upload.upstream.state, upload.calls().length]).toEqual(["failing", 1]);
    expect(leftOver(upload)).toEqual(nothing);
  });
});

test("the deadline of its operation moves on with it, and ends it where it stops", async () => {
  const { upstream, clock, sent, calls } = engine();
  const operation = { signal: new AbortController().signal, deadlineAtMs: testNowMs + 10_000 };
  const open = openFile();
  const outcome = outcomeOf(upstream.callsFor(operation)(photos.create, form(open.parts)));
  await settled();
  const { take } = takerOf(at(sent, 0));
  for (let second = 0; second < 20; second += 1) {
    open.give(Buffer.alloc(256 * 1024));
    await take();
    operation.deadlineAtMs = clock.nowMs() + 10_000;
    await clock.advance(1_000);
  }
  await clock.advance(8_999);
  expect(outcome).toEqual({});
  await clock.advance(1);
  // No end of it was sent, so it was not done.
  expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT", facts: { attempts: 1 } });
  expect([calls(), clock.pending]).toEqual([["POST /photos"], 0]);
});

test("a form without files has the time of any call", async () => {
  const { operation, clock, calls } = engine();
  const outcome = outcomeOf(operation().call(photos.create, { body: { title: "é" } }));
  await clock.advance(2_999);
  expect(outcome).toEqual({});
  await clock.advance(1);
  expect(outcome.error).toMatchObject({ code: "UPSTREAM_OUTCOME_UNKNOWN" });
  expect(calls()).toEqual(["POST /photos"]);
});
