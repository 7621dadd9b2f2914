import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { TestGateway } from "../../support/gateway.ts";
import { sandboxCredentials } from "../../support/sandbox.ts";
import { codes, hourMs, loggingIn, logIn, me, operations, read, refresh, viewer } from "./logging-in.ts";

const { password } = sandboxCredentials.web1on1;
const { userId } = showcase.person;

/** Everything that was ever given out as a token, and the password. */
const secretsOf = ({ sandbox }: TestGateway): string[] => [
  password,
  ...sandbox.web1on1.journal
    .filter(({ row }) => row === "auth.refreshToken")
    .map(({ query }) => query.replace("refreshToken=", "")),
];

describe("log-in", () => {
  test("comes before the first call and serves those that follow", async () => {
    const made = loggingIn();
    expect(await made.query(me)).toEqual(viewer);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([logIn, read, read]);
  });

  test("is one for many operations at once, writes among them", async () => {
    const made = loggingIn();
    const reads = operations(made, 15).map((document) => made.query(document));
    const write = made.query(
      `mutation { updateUser(id: "${userId}", input: { phone: "1" }) { user { phone } } }`,
    );
    expect(await Promise.all(reads)).toHaveLength(15);
    expect(await write).toEqual({ updateUser: { user: { phone: "1" } } });
    const calls = made.calls();
    expect(calls[0]).toBe(logIn);
    expect(calls.filter((call) => call === logIn)).toHaveLength(1);
    expect(calls).toHaveLength(17);
  });

  test("goes on when the operation that caused it is left", async () => {
    const made = loggingIn();
    made.sandbox.web1on1.inject({ row: "auth.createToken", times: 1, delayMs: 1_000 });
    const leaving = new AbortController();
    const left = made.execute(me, {}, leaving.signal);
    await made.clock.advance(500);
    const stays = made.query(me);
    leaving.abort();
    expect(codes(await left)).toEqual(["UPSTREAM_TIMEOUT"]);
    await made.clock.advance(500);
    expect(await stays).toEqual(viewer);
    expect(made.calls()).toEqual([logIn, read]);
  });

  test("with a wrong password fails, and is not tried again for half a minute", async () => {
    const made = loggingIn({}, "canary-wrong");
    const first = await made.execute(me);
    expect(first.data).toEqual({ viewer: null });
    expect(first.errors).toMatchObject([
      { path: ["viewer"], extensions: { code: "UPSTREAM_AUTH", system: "web1on1", status: 401 } },
    ]);
    expect(first.errors[0]?.message).toContain("Web1on1");
    expect(made.calls()).toEqual([logIn]);

    await made.clock.advance(29_000);
    const held = await Promise.all([
      made.execute(me),
      ...operations(made, 5).map((one) => made.execute(one)),
    ]);
    for (const answer of held) expect(codes(answer)).toEqual(["UPSTREAM_AUTH"]);
    expect(made.calls()).toEqual([]);

    await made.clock.advance(1_000);
    expect(codes(await made.execute(me))).toEqual(["UPSTREAM_AUTH"]);
    expect(made.calls()).toEqual([logIn]);
    expect(JSON.stringify([first, held, made.logLines])).not.toContain("canary-wrong");
  });

  test("is tried again after half a minute", async () => {
    const made = loggingIn();
    made.sandbox.web1on1.inject({ row: "auth.createToken", times: 1, reply: { status: 401 } });
    expect(codes(await made.execute(me))).toEqual(["UPSTREAM_AUTH"]);
    await made.clock.advance(30_000);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([logIn, logIn, read]);
  });

  test.each([
    ["a reset", { kind: "reset" }],
    ["a 503", { reply: { status: 503 } }],
    ["a 429", { reply: { status: 429 } }],
    ["cut JSON", { kind: "cut" }],
  ] as const)("is sent once more after %s", async (_, fault) => {
    const made = loggingIn();
    made.sandbox.web1on1.inject({ row: "auth.createToken", times: 1, ...fault });
    const answer = made.query(me);
    await made.clock.advance(3_000);
    expect(await answer).toEqual(viewer);
    expect(made.calls()).toEqual([logIn, logIn, read]);
  });

  test("is not sent a third time, which might lock the account, and its attempts are told", async () => {
    const made = loggingIn();
    made.sandbox.web1on1.inject({ row: "auth.createToken", reply: { status: 503 } });
    const { errors } = await made.execute(me);
    expect(errors).toMatchObject([
      {
        extensions: { code: "UPSTREAM_UNAVAILABLE", endpoint: "POST /auth/token", status: 503, attempts: 2 },
      },
    ]);
    expect(made.calls()).toEqual([logIn, logIn]);
  });

  // A 404, from a wrong base URL, would pass for a user that does not exist.
  test.each([400, 403, 404, 409])("that is answered %i is an error of the credentials", async (status) => {
    const made = loggingIn();
    made.sandbox.web1on1.inject({ row: "auth.createToken", reply: { status } });
    const { data, errors } = await made.execute(`{ user(by: { id: "${userId}" }) { sourceId } }`);
    expect(data).toEqual({ user: null });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_AUTH", system: "web1on1", status } }]);
    expect(made.calls()).toEqual([logIn]);
  });

  test.each([[{}], [{ token: "" }], [{ token: 7 }], [[]]])(
    "that is answered without a token, %j, is an error",
    async (body) => {
      const made = loggingIn();
      made.sandbox.web1on1.inject({ row: "auth.createToken", reply: { status: 201, body } });
      expect(codes(await made.execute(me))).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
      expect(made.calls()).toEqual([logIn]);
    },
  );

  test("leaves the other systems to answer when it fails", async () => {
    const made = loggingIn({}, "wrong");
    const { data, errors } = await made.execute("{ viewer { id } roles { name } }");
    expect(data.viewer).toBeNull();
    expect(data.roles).not.toEqual([]);
    expect(codes({ errors })).toEqual(["UPSTREAM_AUTH"]);
    expect(made.calls().sort()).toEqual(["assembled GET /v0/roles", logIn]);
  });
});

describe("a token that grows old", () => {
  test("is used until an hour before it ends, and then exchanged", async () => {
    const made = loggingIn();
    await made.query(me);
    await made.clock.advance(23 * hourMs - 1);
    await made.query(me);
    expect(made.calls()).toEqual([logIn, read, read]);
    await made.clock.advance(1);
    expect(await made.query(me)).toEqual(viewer);
    await made.query(me);
    expect(made.calls()).toEqual([refresh, read, read]);
  });

  test("is exchanged again and again, each time with the newest refresh token", async () => {
    const made = loggingIn();
    await made.query(me);
    for (let day = 0; day < 3; day += 1) {
      await made.clock.advance(23 * hourMs);
      await made.query(me);
    }
    expect(made.calls()).toEqual([logIn, read, refresh, read, refresh, read, refresh, read]);
    expect(new Set(secretsOf(made))).toHaveLength(4);
  });

  test("is exchanged once for fifty operations at once", async () => {
    const made = loggingIn();
    await made.query(me);
    made.calls();
    await made.clock.advance(23 * hourMs + 1);
    const answers = Promise.all(operations(made, 50).map((document) => made.query(document)));
    // Fifty and the exchange, at twenty a second.
    await made.clock.advance(3_000);
    expect(await answers).toHaveLength(50);
    const calls = made.calls();
    expect(calls[0]).toBe(refresh);
    expect(calls.filter((call) => call.includes("/auth/"))).toEqual([refresh]);
    expect(calls).toHaveLength(51);
  });

  test("is followed by a log-in when it has ended", async () => {
    const made = loggingIn();
    await made.query(me);
    await made.clock.advance(24 * hourMs);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([logIn, read, logIn, read]);
  });

  test("is followed by a log-in when the exchange is refused", async () => {
    const made = loggingIn();
    await made.query(me);
    made.sandbox.web1on1.inject({ row: "auth.refreshToken", reply: { status: 401 } });
    await made.clock.advance(23 * hourMs);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([logIn, read, refresh, logIn, read]);
  });

  test("is good until it ends when the exchange fails, which is tried again after half a minute", async () => {
    const made = loggingIn();
    await made.query(me);
    made.calls();
    const end = made.sandbox.web1on1.inject({
      row: "auth.refreshToken",
      reply: { status: 200, body: "<html>down for repairs</html>" },
    });
    await made.clock.advance(23 * hourMs);
    expect(await made.query(me)).toEqual(viewer);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([refresh, refresh, read, read]);
    end();
    await made.clock.advance(30_000);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([refresh, read]);
  });

  test("is good until it ends when exchange and log-in are refused, which are tried again after half a minute", async () => {
    const made = loggingIn();
    await made.query(me);
    made.calls();
    for (const row of ["auth.refreshToken", "auth.createToken"])
      made.sandbox.web1on1.inject({ row, reply: { status: 401 } });
    await made.clock.advance(23 * hourMs);
    for (let time = 0; time < 3; time += 1) expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([refresh, logIn, read, read, read]);
    await made.clock.advance(30_000);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([refresh, logIn, read]);
    await made.clock.advance(hourMs);
    expect(codes(await made.execute(me))).toEqual(["UPSTREAM_AUTH"]);
    expect(codes(await made.execute(me))).toEqual(["UPSTREAM_AUTH"]);
    expect(made.calls()).toEqual([logIn]);
  });

  test("tells no token and no password to logs and answers, however it is renewed", async () => {
    const made = loggingIn();
    const answers: unknown[] = [await made.execute(me)];
    for (const status of [200, 401, 500, 200]) {
      const faults =
        status === 200
          ? []
          : ["auth.refreshToken", "users.me"].map((row) =>
              made.sandbox.web1on1.inject({ row, times: 1, reply: { status, body: { token: "canary" } } }),
            );
      await made.clock.advance(23 * hourMs);
      const answer = made.execute(me);
      await made.clock.advance(5_000);
      answers.push(await answer);
      for (const end of faults) end();
    }
    const told = JSON.stringify([answers, made.logLines]);
    const secrets = secretsOf(made);
    expect(secrets.length).toBeGreaterThan(3);
    expect(secrets.filter((secret) => told.includes(secret) || secret.length < 20)).toEqual([]);
    expect(told).not.toMatch(/Bearer|eyJ|refreshToken=|canary/);
    expect(made.calls()).toContain(refresh);
  });
});
