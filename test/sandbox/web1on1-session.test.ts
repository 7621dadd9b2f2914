import { expect, test } from "vitest";
import { boss, bot, master } from "../support/web1on1-data.ts";
import { refused, sandbox, type Tokens } from "../support/web1on1-emulator.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const refresh = ({ refreshToken }: Tokens): string =>
  `GET /auth/token?refreshToken=${encodeURIComponent(refreshToken)}`;

test("the bot token is good for years and stands for the bot", async () => {
  const { call, passMs } = sandbox();
  passMs(3 * 365 * dayMs);
  expect(await call("GET /users/me")).toMatchObject({ status: 200, body: { id: bot, role: "bot" } });
});

test("a log-in answers tokens of its user, for 24 hours", async () => {
  const { call, logIn, passMs } = sandbox();
  const tokens = await logIn("BOSS@example.com");
  expect(tokens).toMatchObject({
    tokenType: "Bearer",
    user: boss,
    organization: master,
    expiresAt: "2024-05-02T09:00:00.000Z",
    scope: "guest agent bot admin",
  });
  passMs(dayMs - 1);
  const me = await call("GET /users/me", { token: tokens.token });
  expect(me.body).toMatchObject({ id: boss, lastLogin: "2024-05-01T09:00:00.000Z" });
  passMs(1);
  expect(await call("GET /users/me", { token: tokens.token })).toEqual(refused(401, "jwt expired"));
});

test("an expired token can be answered with 403, as the vendor's pages promise", async () => {
  const { call, logIn, passMs } = sandbox({ expiredStatus: 403 });
  const { token } = await logIn();
  passMs(dayMs);
  expect(await call("GET /users", { token })).toEqual(refused(403, "jwt expired"));
  expect(await call("GET /users", { token: "unknown" })).toEqual(refused(401, "invalid token"));
});

test.each([
  ["a wrong password", { email: "boss@example.com", password: "guess" }, 401],
  ["an unknown address", { email: "nobody@example.com", password: "password-12" }, 401],
  ["an archived user", { email: "user17@example.com", password: "still-known" }, 401],
  ["no password", { email: "boss@example.com" }, 400],
  ["no body", undefined, 400],
])("no log-in with %s", async (_case, body, status) => {
  const { call } = sandbox();
  expect(await call("POST /auth/token", { token: null, body })).toEqual(refused(status));
});

test("a call without a token, or with one that was never issued, is refused", async () => {
  const { call, emulator } = sandbox();
  expect(await call("GET /users", { token: null })).toEqual(refused(401, "no authorization token was found"));
  expect(await call("GET /users", { token: "made-up" })).toEqual(refused(401, "invalid token"));
  expect(await call("GET /auth/token?refreshToken=x", { token: null })).toMatchObject({ status: 401 });
  expect(emulator.journal.map(({ status }) => status)).toEqual([401, 401, 401]);
});

test("a refresh token is no bearer and an access token refreshes nothing", async () => {
  const { call, logIn } = sandbox();
  const tokens = await logIn();
  expect(await call("GET /users/me", { token: tokens.refreshToken })).toEqual(refused(401, "invalid token"));
  const swapped = refresh({ ...tokens, refreshToken: tokens.token });
  expect(await call(swapped, { token: tokens.token })).toEqual(refused(401, "invalid token"));
});

test("a refresh replaces both tokens and the old refresh token is dead", async () => {
  const { call, logIn, passMs } = sandbox();
  const old = await logIn();
  passMs(23 * hourMs);
  const reply = await call(refresh(old), { token: old.token });
  const fresh = reply.body as Tokens;
  expect(reply).toMatchObject({ status: 200, body: { user: boss, expiresAt: "2024-05-03T08:00:00.000Z" } });
  expect(new Set([old.token, old.refreshToken, fresh.token, fresh.refreshToken]).size).toBe(4);
  expect(await call(refresh(old), { token: fresh.token })).toEqual(refused(401, "invalid token"));
  passMs(2 * hourMs);
  expect(await call("GET /users/me", { token: old.token })).toEqual(refused(401, "jwt expired"));
  expect(await call("GET /users/me", { token: fresh.token })).toMatchObject({ status: 200 });
  expect(await call(refresh(fresh), { token: fresh.token })).toMatchObject({ status: 200 });
});

test("tokens of an archived user are dead", async () => {
  const { call, logIn } = sandbox();
  const { token } = await logIn();
  await call(`DELETE /users/${boss}`);
  expect(await call("GET /users/me", { token })).toEqual(refused(401, "invalid token"));
});

test("a refresh needs a token, a bearer that is good still, and both of one user", async () => {
  const { call, logIn, passMs } = sandbox();
  const tokens = await logIn();
  expect(await call("GET /auth/token", { token: tokens.token })).toEqual(refused(400));
  expect(await call(refresh(tokens))).toEqual(refused(401, "invalid token"));
  passMs(dayMs);
  expect(await call(refresh(tokens), { token: tokens.token })).toEqual(refused(401, "jwt expired"));
});

test("a refresh token is good for a month", async () => {
  const { call, logIn, passMs } = sandbox();
  const first = await logIn();
  passMs(30 * dayMs - 1);
  const second = await logIn();
  expect(await call(refresh(first), { token: second.token })).toMatchObject({ status: 200 });
  const third = await logIn();
  passMs(30 * dayMs);
  const fourth = await logIn();
  expect(await call(refresh(third), { token: fourth.token })).toEqual(refused(401, "jwt expired"));
});

test("a refresh by POST needs the refresh token and its own client, and no bearer, also after a day", async () => {
  const { call, logIn, passMs } = sandbox();
  const { refreshToken, token } = await logIn();
  const post = (body: object) => call("POST /auth/token", { token: null, body });
  expect(await post({ clientId: "boss@example.com" })).toMatchObject({ status: 400 });
  expect(await post({ refreshToken })).toMatchObject({ status: 400 });
  expect(await post({ clientId: "bot@example.com", refreshToken })).toEqual(refused(401, "invalid token"));
  expect(await post({ clientId: "boss@example.com", refreshToken: token })).toEqual(
    refused(401, "invalid token"),
  );
  passMs(2 * dayMs);
  const reply = await post({ clientId: "BOSS@example.com", refreshToken });
  expect(reply).toMatchObject({ status: 200, body: { user: boss } });
  const fresh = reply.body as Tokens;
  expect(await call("GET /users/me", { token: fresh.token })).toMatchObject({ status: 200 });
  expect(await post({ clientId: "boss@example.com", refreshToken })).toEqual(refused(401, "invalid token"));
  passMs(31 * dayMs);
  expect(await post({ clientId: "boss@example.com", refreshToken: fresh.refreshToken })).toEqual(
    refused(401, "jwt expired"),
  );
});
