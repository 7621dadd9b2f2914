import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies, stored } from "../upstream.ts";
import {
  codes,
  hourMs,
  loggingIn,
  logIn,
  me,
  operations,
  read,
  refresh,
  viewer,
  withClocksApart,
} from "./logging-in.ts";

const { userId } = showcase.person;

test("a token that is refused in mid-stream is renewed once, and the read sent again", async () => {
  const made = loggingIn();
  await made.query(me);
  made.sandbox.web1on1.inject({ row: "users.me", times: 1, reply: { status: 401 } });
  expect(await made.query(me)).toEqual(viewer);
  expect(made.calls()).toEqual([logIn, read, read, logIn, read]);
});

test("a write whose token was refused is sent again, and takes effect once", async () => {
  const made = loggingIn();
  await made.query(me);
  made.calls();
  made.sandbox.web1on1.inject({ row: "users.create", times: 1, reply: { status: 401 } });
  const { createUser } = await made.query(
    'mutation { createUser(input: { email: "ann@chat.example" }) { user { sourceId } } }',
  );
  expect(made.calls()).toEqual(["web1on1 POST /users", logIn, "web1on1 POST /users"]);
  expect(bodies(made)).toEqual(Array(2).fill({ email: "ann@chat.example" }));
  expect(await stored(made, "/users?email=ann@chat.example")).toMatchObject([
    { id: createUser.user.sourceId },
  ]);
});

test.each([
  [me, read],
  [
    `mutation { updateUser(id: "${userId}", input: { phone: "1" }) { userId } }`,
    `web1on1 PATCH /users/${userId}`,
  ],
])("a call that is refused with a new token as well is not sent a third time: %s", async (document, call) => {
  const made = loggingIn();
  made.sandbox.web1on1.inject({ row: "users.me", reply: { status: 401 } });
  made.sandbox.web1on1.inject({ row: "users.update", reply: { status: 401 } });
  expect(codes(await made.execute(document))).toEqual(["UPSTREAM_AUTH"]);
  expect(made.calls()).toEqual([logIn, call, logIn, call]);
});

test("many calls whose token is refused at once share one log-in, and all are answered", async () => {
  const made = loggingIn();
  await made.query(me);
  made.calls();
  await made.clock.advance(1_100);
  made.sandbox.web1on1.inject({ row: "users.get", times: 15, reply: { status: 401 } });
  const answers = Promise.all(operations(made, 15).map((document) => made.query(document)));
  await made.clock.advance(2_100);
  expect(await answers).toHaveLength(15);
  const calls = made.calls();
  expect(calls.filter((call) => call.includes("/auth/"))).toEqual([logIn]);
  expect(calls).toHaveLength(31);
});

test("a token that is refused late, when another call has had it renewed, is not renewed again", async () => {
  const made = loggingIn();
  await made.query(me);
  made.calls();
  const { sandbox, clock } = made;
  sandbox.web1on1.inject({ row: "users.get", times: 1, delayMs: 1_000, reply: { status: 401 } });
  sandbox.web1on1.inject({ row: "users.me", times: 1, reply: { status: 401 } });
  const late = made.query(`{ user(by: { id: "${userId}" }) { sourceId } }`);
  await clock.advance(1);
  expect(await made.query(me)).toEqual(viewer);
  await clock.advance(1_000);
  expect(await late).toEqual({ user: { sourceId: userId } });
  const readUser = `web1on1 GET /users/${userId}`;
  expect(made.calls()).toEqual([readUser, read, logIn, read, readUser]);
});

test("a refused token whose log-in is refused is an error, and neither is tried again for half a minute", async () => {
  const made = loggingIn();
  await made.query(me);
  made.calls();
  made.sandbox.web1on1.inject({ row: "users.me", times: 1, reply: { status: 401 } });
  made.sandbox.web1on1.inject({ row: "auth.createToken", times: 1, reply: { status: 401 } });
  expect(codes(await made.execute(me))).toEqual(["UPSTREAM_AUTH"]);
  expect(codes(await made.execute(me))).toEqual(["UPSTREAM_AUTH"]);
  expect(made.calls()).toEqual([read, logIn]);
  await made.clock.advance(30_000);
  expect(await made.query(me)).toEqual(viewer);
  expect(made.calls()).toEqual([logIn, read]);
});

test.each(["users.me", "users.update"])("a 403 while the token is good is about rights: %s", async (row) => {
  const made = loggingIn();
  made.sandbox.web1on1.inject({ row, reply: { status: 403 } });
  const isRead = row === "users.me";
  const document = isRead ? me : `mutation { updateUser(id: "${userId}", input: { phone: "1" }) { userId } }`;
  expect(codes(await made.execute(document))).toEqual(["FORBIDDEN"]);
  expect(made.calls()).toEqual([logIn, isRead ? read : `web1on1 PATCH /users/${userId}`]);
});

test.each([401, 403] as const)(
  "a token that ended while its exchange failed is followed by a log-in on %i",
  async (expiredStatus) => {
    const made = loggingIn({ choices: { web1on1: { expiredStatus } } });
    await made.query(me);
    made.sandbox.web1on1.inject({ row: "auth.refreshToken", times: 2, reply: { status: 200, body: "down" } });
    await made.clock.advance(24 * hourMs - 10_000);
    await made.query(me);
    expect(made.calls()).toEqual([logIn, read, refresh, refresh, read]);
    await made.clock.advance(15_000);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([read, logIn, read]);
  },
);

test.each([401, 403] as const)(
  "a token that has ended by the upstream's clock is renewed at our hour on %i",
  async (expiredStatus) => {
    const { made, setUpstreamAhead } = withClocksApart({ web1on1: { expiredStatus } });
    await made.query(me);
    made.calls();
    setUpstreamAhead(2 * hourMs);
    await made.clock.advance(23 * hourMs);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([refresh, logIn, read]);
  },
);

test.each([
  [-25, "over already"],
  [-23.5, "half an hour"],
  [25, "longer than documented"],
])("with the upstream's clock %d hours ahead, a life that looks %s is kept like any other", async (hours) => {
  const { made, setUpstreamAhead } = withClocksApart();
  setUpstreamAhead(hours * hourMs);
  for (let time = 0; time < 3; time += 1) expect(await made.query(me)).toEqual(viewer);
  expect(made.calls()).toEqual([logIn, read, read, read]);
  await made.clock.advance(23 * hourMs);
  expect(await made.query(me)).toEqual(viewer);
  expect(made.calls()).toEqual(hours === -23.5 ? [logIn, read] : [refresh, read]);
});

test("a bot token that is refused is an error at once: there is nothing to renew it with", async () => {
  const made = gateway({
    addresses: { web1on1: { baseUrl: "http://web1on1.test/v2", credentials: { token: "canary-token" } } },
  });
  const answer = await made.execute(me);
  expect(answer.errors).toMatchObject([
    { extensions: { code: "UPSTREAM_AUTH", system: "web1on1", status: 401 } },
  ]);
  expect(JSON.stringify([answer, made.logLines])).not.toContain("canary-token");
  expect(made.calls()).toEqual([read]);
});

test("the gateway that logs in does not archive its own user either", async () => {
  const made = loggingIn();
  const answer = await made.execute(
    `mutation { deleteUser(id: "${showcase.gatewayUserId}") { deletedUserId } }`,
  );
  expect(codes(answer)).toEqual(["FORBIDDEN"]);
  expect(made.calls()).toEqual([logIn, read]);
});

describe("a token that was ended early, which is answered 403", () => {
  const minuteMs = 60_000;

  test("is followed by one log-in, and what it was shown for is sent again", async () => {
    const made = loggingIn();
    await made.query(me);
    await made.clock.advance(minuteMs);
    made.calls();
    made.sandbox.web1on1.inject({ row: "users.me", times: 1, reply: { status: 403 } });
    made.sandbox.web1on1.inject({ row: "users.update", times: 1, reply: { status: 403 } });
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([read, logIn, read]);
    await made.clock.advance(minuteMs);
    await made.query(`mutation { updateUser(id: "${userId}", input: { phone: "7" }) { userId } }`);
    const write = `web1on1 PATCH /users/${userId}`;
    expect(made.calls()).toEqual([write, logIn, write]);
  });

  test("costs one log-in a minute where it was about rights after all, however many are refused", async () => {
    const made = loggingIn();
    await made.query(me);
    made.calls();
    made.sandbox.web1on1.inject({ row: "users.get", reply: { status: 403 } });
    for (let minute = 1; minute <= 3; minute += 1) {
      await made.clock.advance(minuteMs);
      const answers = await Promise.all(operations(made, 5).map((document) => made.execute(document)));
      answers.push(await made.execute(operations(made, 1)[0] ?? ""));
      for (const answer of answers) expect(codes(answer)).toEqual(["FORBIDDEN"]);
      expect(made.calls().filter((call) => call === logIn)).toEqual([logIn]);
    }
    expect(await made.query(me)).toEqual(viewer);
  });

  test("is good still where the log-in fails, which is not tried again within the minute", async () => {
    const made = loggingIn();
    await made.query(me);
    await made.clock.advance(minuteMs);
    made.calls();
    made.sandbox.web1on1.inject({ row: "users.get", reply: { status: 403 } });
    const end = made.sandbox.web1on1.inject({ row: "auth.createToken", reply: { status: 503 } });
    for (const document of operations(made, 3))
      expect(codes(await made.execute(document))).toEqual(["FORBIDDEN"]);
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls().filter((call) => call === logIn)).toEqual([logIn, logIn]);
    await end();
  });

  test("serves on where the log-in is refused, and is exchanged at its hour", async () => {
    const made = loggingIn();
    await made.query(me);
    made.sandbox.web1on1.inject({ row: "users.get", reply: { status: 403 } });
    made.sandbox.web1on1.inject({ row: "auth.createToken", reply: { status: 401 } });
    for (let minute = 1; minute <= 2; minute += 1) {
      await made.clock.advance(minuteMs);
      made.calls();
      for (const document of operations(made, 3))
        expect(codes(await made.execute(document))).toEqual(["FORBIDDEN"]);
      await made.clock.advance(minuteMs / 2);
      expect(await made.query(me)).toEqual(viewer);
      expect(made.calls().filter((call) => !call.includes("/users/"))).toEqual([logIn]);
    }
    await made.clock.advance(23 * hourMs - 3 * minuteMs);
    made.calls();
    expect(await made.query(me)).toEqual(viewer);
    expect(made.calls()).toEqual([refresh, read]);
  });

  test("is told as it is where there is nothing to log in with", async () => {
    const made = gateway({ parts: { reads: { keeps: false } } });
    await made.query(me);
    await made.clock.advance(minuteMs);
    made.calls();
    made.sandbox.web1on1.inject({ row: "users.me", reply: { status: 403 } });
    expect(codes(await made.execute(me))).toEqual(["FORBIDDEN"]);
    expect(made.calls()).toEqual([read]);
  });
});
