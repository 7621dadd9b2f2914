import { describe, expect, test } from "vitest";
import { settled } from "../../support/clock.ts";
import { at, engine, outcomeOf, type TestOperation, things } from "../engine.ts";

const read = ({ call }: TestOperation, id = "1") => outcomeOf(call(things.get, { id }));

describe("a write", () => {
  test("ends what may be joined: a read begun before it is not what is read after it", async () => {
    const { operation, sent, calls } = engine();
    const before = read(operation());
    await settled();
    const { call } = operation();
    const write = call(things.update, { id: "1", body: { name: "new" } });
    await settled();
    at(sent, 1).answer({ id: "1", name: "new" });
    await write;
    const after = read(operation());
    await settled();
    at(sent, 2).answer({ id: "1", name: "new" });
    at(sent, 0).answer({ id: "1", name: "old" });
    await settled();
    expect([before.value, after.value]).toEqual([
      { id: "1", name: "old" },
      { id: "1", name: "new" },
    ]);
    expect(calls()).toEqual(["GET /things/1", "PATCH /things/1", "GET /things/1"]);
  });

  test("ends it for reads begun while it was under way, too, and when it fails", async () => {
    const { operation, sent, calls } = engine();
    const write = outcomeOf(operation().call(things.create, { body: { name: "a" } }));
    await settled();
    const during = read(operation());
    await settled();
    at(sent, 0).fail(new Error("socket hang up"));
    await settled();
    const after = read(operation());
    await settled();
    at(sent, 1).answer({ id: "1", name: "old" });
    at(sent, 2).answer({ id: "1", name: "new" });
    await settled();
    expect(write.error).toMatchObject({ code: "UPSTREAM_OUTCOME_UNKNOWN" });
    expect([during.value, after.value]).toEqual([
      { id: "1", name: "old" },
      { id: "1", name: "new" },
    ]);
    expect(calls()).toEqual(["POST /things", "GET /things/1", "GET /things/1"]);
  });

  test("leaves the call of those who wait for it alone when the next one of its kind ends", async () => {
    const { operation, sent, calls } = engine();
    const old = read(operation());
    await settled();
    const write = operation().call(things.update, { id: "1", body: {} });
    await settled();
    at(sent, 1).answer({ id: "1" });
    await write;
    const fresh = read(operation());
    await settled();
    at(sent, 0).answer({ id: "1", name: "old" });
    await settled();
    const joining = read(operation());
    await settled();
    at(sent, 2).answer({ id: "1", name: "new" });
    await settled();
    expect([old.value, fresh.value, joining.value]).toMatchObject([
      { name: "old" },
      { name: "new" },
      { name: "new" },
    ]);
    expect(calls()).toEqual(["GET /things/1", "PATCH /things/1", "GET /things/1"]);
  });

  test("is never joined, and goes on when its client leaves", async () => {
    const { operation, sent, calls, clock } = engine();
    const one = operation();
    const writes = [1, 2].map(() => outcomeOf(one.call(things.update, { id: "1", body: { name: "a" } })));
    await settled();
    one.leave();
    await settled();
    expect(sent.map(({ aborted }) => aborted)).toEqual([false, false]);
    for (const exchange of sent) exchange.answer({ id: "1", name: "a" });
    await settled();
    expect(writes).toEqual(Array(2).fill({ value: { id: "1", name: "a" } }));
    expect([calls(), clock.pending]).toEqual([["PATCH /things/1", "PATCH /things/1"], 0]);
  });
});
