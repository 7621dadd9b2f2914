import { describe, expect, test } from "vitest";
import { plantedPrefix } from "../../../src/sandbox/planted-secret.ts";
import type { TestGateway } from "../../support/gateway.ts";
import {
  codes,
  hourMs,
  loggingIn,
  logIn,
  me,
  operations,
  read,
  refresh,
  refreshByPost,
  viewer,
} from "./logging-in.ts";

const dayMs = 24 * hourMs;
const byPost = () => loggingIn({}, undefined, { refreshBy: "POST" });
/** Bodies of the calls to the route of log-in. */
const posted = ({ sandbox }: TestGateway) =>
  sandbox.web1on1.journal
    .filter(({ path, method }) => path === "/v2/auth/token" && method === "POST")
    .map(({ body }) => JSON.parse(body));

test.each([
  ["GET", refresh],
  ["POST", refreshByPost],
] as const)(
  "five hundred reads at once wait for one log-in, and later for one exchange by %s",
  async (refreshBy, exchange) => {
    const made = loggingIn({ enforceLimits: false, sizes: { users: 500 } }, undefined, {
      refreshBy,
      limits: false,
    });
    const reads = operations(made, 500);
    const all = () => Promise.all(reads.map((document) => made.query(document)));
    expect(await all()).toHaveLength(500);
    const first = made.calls();
    expect([first[0], first.filter((call) => call.includes("/auth/"))]).toEqual([logIn, [logIn]]);
    await made.clock.advance(23 * hourMs + 1);
    expect(await all()).toHaveLength(500);
    const second = made.calls();
    expect([second[0], second.filter((call) => call.includes("/auth/"))]).toEqual([exchange, [exchange]]);
    expect([first.length, second.length]).toEqual([501, 501]);
  },
  20_000,
);

describe("an exchange by POST", () => {
  test("names the client and the newest refresh token in its body alone", async () => {
    const made = byPost();
    for (let day = 0; day < 3; day += 1) {
      expect(await made.query(me)).toEqual(viewer);
      await made.clock.advance(23 * hourMs);
    }
    expect(made.calls()).toEqual([logIn, read, refreshByPost, read, refreshByPost, read]);
    const [first, ...exchanges] = posted(made);
    expect(Object.keys(first)).toEqual(["email", "password"]);
    expect(exchanges).toEqual([
      { clientId: first.email, refreshToken: expect.stringContaining(plantedPrefix) },
      { clientId: first.email, refreshToken: expect.stringContaining(plantedPrefix) },
    ]);
    expect(new Set(exchanges.map(({ refreshToken }) => refreshToken)).size).toBe(2);
    expect(made.sandbox.web1on1.journal.map(({ query }) => query).join("")).not.toContain(plantedPrefix);
    expect(made.logLines.join("")).not.toContain(plantedPrefix);
  });

  test("takes the place of a log-in after the token has ended, for a month", async () => {
    const made = byPost();
    await made.query(me);
    await made.clock.advance(29 * dayMs);
    await made.query(me);
    await made.clock.advance(30 * dayMs);
    expect(await made.query(me)).toEqual(viewer);
    expect(posted(made).map((body) => Object.keys(body)[0])).toEqual([
      "email",
      "clientId",
      "clientId",
      "email",
    ]);
  });

  test("follows a token that was refused in mid-stream, and is followed by a log-in if it is refused", async () => {
    const made = byPost();
    await made.query(me);
    for (const isRefused of [false, true]) {
      made.sandbox.web1on1.inject({ row: "users.me", times: 1, reply: { status: 401 } });
      if (isRefused)
        made.sandbox.web1on1.inject({ row: "auth.createToken", times: 1, reply: { status: 401 } });
      expect(await made.query(me)).toEqual(viewer);
    }
    expect(posted(made).map((body) => Object.keys(body)[0])).toEqual([
      "email",
      "clientId",
      "clientId",
      "email",
    ]);
  });

  test("follows a 403 that may be about the token", async () => {
    const made = byPost();
    await made.query(me);
    await made.clock.advance(60_000);
    made.sandbox.web1on1.inject({ row: "users.me", times: 1, reply: { status: 403 } });
    expect(await made.query(me)).toEqual(viewer);
    expect(posted(made).map((body) => Object.keys(body)[0])).toEqual(["email", "clientId"]);
  });

  test.each(["a 401", "its end"])(
    "that fails after %s is tried again, with the same refresh token",
    async (end) => {
      const made = byPost();
      await made.query(me);
      if (end === "its end") await made.clock.advance(2 * dayMs);
      else made.sandbox.web1on1.inject({ row: "users.me", times: 1, reply: { status: 401 } });
      made.sandbox.web1on1.inject({ row: "auth.createToken", times: 2, reply: { status: 503 } });
      const failing = made.execute(me);
      await made.clock.advance(3_000);
      expect(codes(await failing)).toEqual(["UPSTREAM_UNAVAILABLE"]);
      expect(await made.query(me)).toEqual(viewer);
      const [, first, ...later] = posted(made);
      expect(first).toMatchObject({ clientId: expect.anything() });
      expect(later).toEqual([first, first]);
    },
  );

  test("that is refused is followed by a log-in", async () => {
    const made = byPost();
    await made.query(me);
    made.calls();
    made.sandbox.web1on1.inject({ row: "auth.createToken", times: 1, reply: { status: 401 } });
    await made.clock.advance(23 * hourMs);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([refreshByPost, logIn, read]);
  });

  test("that fails leaves the token that is good still", async () => {
    const made = byPost();
    await made.query(me);
    made.calls();
    made.sandbox.web1on1.inject({ row: "auth.createToken", times: 2, reply: { status: 503 } });
    await made.clock.advance(23 * hourMs);
    const answer = made.execute(me);
    await made.clock.advance(3_000);
    expect(codes(await answer)).toEqual([]);
    expect(made.calls()).toEqual([refreshByPost, refreshByPost, read]);
  });
});

test("no token is in a log or an answer when exchanges fail in either way", async () => {
  for (const refreshBy of ["GET", "POST"] as const) {
    const made = loggingIn({}, undefined, { refreshBy });
    const answers: unknown[] = [await made.execute(me)];
    for (const status of [401, 500]) {
      for (const row of ["auth.refreshToken", "auth.createToken"]) {
        made.sandbox.web1on1.inject({
          row,
          times: 2,
          reply: { status, body: { token: `${plantedPrefix}x` } },
        });
      }
      await made.clock.advance(25 * hourMs);
      const answer = made.execute(me);
      await made.clock.advance(5_000);
      answers.push(await answer);
    }
    expect(made.logLines.length).toBeGreaterThan(0);
    expect(JSON.stringify([answers, made.logLines])).not.toMatch(/planted-secret|eyJ|refreshToken=/);
  }
});
