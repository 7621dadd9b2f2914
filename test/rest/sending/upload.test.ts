import { describe, expect, test } from "vitest";
import { badInput } from "../../../src/errors.ts";
import { settled } from "../../support/clock.ts";
import { at, engine, outcomeOf, things } from "../engine.ts";
import { failed, refusalMs } from "../failing-calls.ts";
import { file, filesOf, openFile } from "../files.ts";
import { form, leftOver, longMs, nothing, photos, takerOf, uploading } from "../uploads.ts";

const refused = () => Object.assign(new Error("ECONNREFUSED"), { code: "ECONNREFUSED" });
const reset = () => Object.assign(new Error("ECONNRESET"), { code: "ECONNRESET" });

test("a form is sent as multipart/form-data, texts first, and its answer is read", async () => {
  const { operation, sent, calls, clock } = engine();
  const outcome = outcomeOf(operation().call(photos.create, form()));
  await settled();
  const exchange = at(sent, 0);
  const taker = takerOf(exchange);
  await taker.takeAll();
  const type = String(exchange.request.headers["content-type"]);
  const data = await new Response(taker.taken, { headers: { "content-type": type } }).formData();
  expect(data.get("title")).toBe("é");
  expect(await (data.get("photo") as File).text()).toBe("123");
  exchange.answer({ id: "1" });
  await settled();
  expect([outcome, calls(), clock.pending]).toEqual([{ value: { id: "1" } }, ["POST /photos"], 0]);
});

describe("what a file throws", () => {
  test.each([
    ["of ours", badInput("a.bin is larger than 1 MB.")],
    ["that nobody knows", new Error("unheard of")],
  ])("reaches the caller as it is: an error %s", async (_, error) => {
    const upload = await uploading();
    upload.open.give("1");
    upload.open.fail(error);
    await upload.takeAll();
    await settled();
    expect(upload.outcome.error).toBe(error);
    expect([upload.upstream.state, upload.calls()]).toEqual(["untried", ["POST /photos"]]);
    expect(upload.taken).toMatch(/Content-Type: application\/x-thing\r\n\r\n1$/);
    await upload.clock.advance(500);
    expect(leftOver(upload)).toEqual(nothing);
  });

  test("may leave a request on its way, which is not forgotten at once", async () => {
    const upload = await uploading();
    upload.open.fail(badInput("no"));
    await upload.takeAll();
    await upload.clock.advance(499);
    expect(upload.limit.inFlight).toBe(1);
    await upload.clock.advance(1);
    expect([upload.limit.inFlight, upload.calls()]).toEqual([0, ["POST /photos"]]);
    expect(leftOver(upload)).toEqual(nothing);
  });

  test("is not held against the system, however often", async () => {
    const made = engine();
    for (let time = 0; time < 6; time += 1) {
      const outcome = outcomeOf(made.operation().call(photos.create, form(filesOf(file(broken())))));
      await settled();
      await takerOf(at(made.sent, time)).takeAll();
      await settled();
      expect(outcome.error).toMatchObject({ code: "BAD_USER_INPUT" });
    }
    expect([made.upstream.state, made.calls().length]).toEqual(["untried", 6]);
    expect(made.events.map(({ code }) => code)).toEqual(Array(6).fill("BAD_USER_INPUT"));
  });

  // biome-ignore lint/correctness/useYield: it fails before it has anything to give.
  async function* broken(): AsyncGenerator<Uint8Array> {
    throw badInput("no");
  }
});

describe("an upload that breaks", () => {
  test("before the upstream was reached is sent again, whole", async () => {
    const { operation, sent, calls } = engine();
    const outcome = outcomeOf(operation().call(photos.create, form()));
    await settled();
    at(sent, 0).fail(refused());
    await settled();
    const taker = takerOf(at(sent, 1));
    await taker.takeAll();
    expect(taker.taken).toMatch(/é[\s\S]*123\r\n--[\w-]+--\r\n$/);
    at(sent, 1).answer({ id: "1" });
    await settled();
    expect([outcome, calls()]).toEqual([{ value: { id: "1" } }, ["POST /photos", "POST /photos"]]);
  });

  test("before its file was asked for is sent again, also where twice is not once", async () => {
    const { operation, sent, calls } = engine();
    const open = openFile();
    const outcome = outcomeOf(operation().call(photos.create, form(open.parts)));
    await settled();
    await takerOf(at(sent, 0)).take();
    at(sent, 0).fail(reset());
    await settled();
    const { asked } = open;
    open.end();
    await takerOf(at(sent, 1)).takeAll();
    at(sent, 1).answer({ id: "1" });
    await settled();
    expect([outcome, calls().length, asked]).toEqual([{ value: { id: "1" } }, 2, 0]);
  });

  test.each(["create", "replace"] as const)(
    "once its file was asked for is never sent again, and before its end it was not done: a %s",
    async (verb) => {
      const upload = await uploading(photos[verb]);
      await upload.take();
      await upload.take();
      upload.exchange.fail(reset());
      await settled();
      expect(upload.outcome.error).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", facts: { attempts: 1 } });
      expect([upload.calls().length, upload.upstream.state]).toEqual([1, "failing"]);
      expect(leftOver(upload)).toEqual(nothing);
    },
  );

  test.each([
    ["create", "UPSTREAM_OUTCOME_UNKNOWN"],
    ["replace", "UPSTREAM_UNAVAILABLE"],
  ] as const)("after its end may have been done: a %s", async (verb, code) => {
    const upload = await uploading(photos[verb]);
    upload.open.end();
    await upload.takeAll();
    upload.exchange.fail(reset());
    await settled();
    expect(upload.outcome.error).toMatchObject({ code, facts: { attempts: 1 } });
    expect(upload.calls().length).toBe(1);
    expect(leftOver(upload)).toEqual(nothing);
  });
});

describe("an answer that comes before the upload is whole", () => {
  test.each([
    [413, "UPSTREAM_REJECTED"],
    [429, "UPSTREAM_RATE_LIMITED"],
    [401, "UPSTREAM_AUTH"],
    // What a system has done that is at fault cannot be known.
    [503, "UPSTREAM_OUTCOME_UNKNOWN"],
  ])("of %i is read as that, and the file is left", async (status, code) => {
    const upload = await uploading();
    upload.open.give("1");
    for (let chunk = 0; chunk < 3; chunk += 1) await upload.take();
    upload.exchange.answer("", status);
    await settled();
    expect(upload.outcome.error).toMatchObject({ code, facts: { status, attempts: 1 } });
    expect([upload.calls(), upload.open.isLeft]).toEqual([["POST /photos"], true]);
    expect(leftOver(upload)).toEqual(nothing);
    expect(await upload.take()).toBe(false);
  });

  test.each([
    ["create", "UPSTREAM_OUTCOME_UNKNOWN"],
    ["replace", "UPSTREAM_INVALID_RESPONSE"],
  ] as const)(
    "of success is not believed: what it was given of the file is not the file: a %s",
    async (verb, code) => {
      const upload = await uploading(photos[verb]);
      upload.open.give("1");
      for (let chunk = 0; chunk < 3; chunk += 1) await upload.take();
      upload.exchange.answer({ id: "1" });
      await settled();
      expect(upload.outcome).toMatchObject({ error: { code, facts: { status: 200, attempts: 1 } } });
      expect([upload.calls().length, upload.open.isLeft]).toEqual([1, true]);
      expect(leftOver(upload)).toEqual(nothing);
    },
  );

  test("of a refused credential is not followed by another try, whatever the credential hopes", async () => {
    const credential = { identity: "", headers: async () => ({}), renew: () => true };
    const upload = await uploading(photos.create, { credential });
    await upload.take();
    await upload.take();
    upload.exchange.answer("", 401);
    await settled();
    expect(upload.outcome.error).toMatchObject({ code: "UPSTREAM_AUTH", facts: { attempts: 1 } });
    expect(upload.calls()).toEqual(["POST /photos"]);
  });
});

test("a form without files is sent again as JSON is", async () => {
  const { operation, sent, calls } = engine();
  const outcome = outcomeOf(operation().call(photos.replace, { body: { title: "é" } }));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await settled();
    at(sent, attempt).answer("", 503);
  }
  await settled();
  expect(outcome.error).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", facts: { attempts: 3 } });
  expect(new Set(sent.map(({ request }) => request.body)).size).toBe(1);
  expect(typeof at(sent, 0).request.body).toBe("string");
  expect(calls()).toEqual(Array(3).fill("PUT /photos"));
});

test("an upload does not keep others from finding out whether the system answers again", async () => {
  const made = await failed(5);
  await made.clock.advance(await refusalMs(made));
  const before = made.sent.length;
  const upload = outcomeOf(made.operation(longMs).call(photos.create, form(openFile().parts)));
  const read = outcomeOf(made.operation().call(things.get, { id: "1" }));
  await settled();
  expect(made.calls()).toEqual(["POST /photos", "GET /things/1"]);
  at(made.sent, before + 1).answer({ id: "1" });
  await settled();
  expect([read, upload, made.upstream.state]).toEqual([{ value: { id: "1" } }, {}, "answering"]);
});
