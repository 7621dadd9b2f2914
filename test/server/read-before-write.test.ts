import { describe, expect, test } from "vitest";
import { personCases } from "../../src/sandbox/data/showcase.ts";
import { settled, testClock } from "../support/clock.ts";
import { startServer } from "../support/server.ts";

describe("a read that began before a write does not stand in for one that comes after it", () => {
  const { personId: colleague, userId } = personCases.platformId;
  const rename = {
    query: `mutation { updateUser(id: "${userId}", input: { displayName: "Renamed" }) { userId } }`,
  };
  const point = `{ user(by: { id: "${userId}" }) { displayName } }`;
  const list = "{ users(filter: { email: $email }) { nodes { displayName } } }";
  const join = `{ person(by: { id: "${colleague}" }) { user { displayName } } }`;

  test.each([
    ["the same query", "users.get", point, point],
    ["another query of the same object", "users.get", point, `${point} `],
    ["a list", "users.list", list, list],
    ["a join", "users.get", join, join],
  ])("%s", async (_, row, before, after) => {
    const clock = testClock();
    await using server = await startServer({ clock });
    const { web1on1, data } = server.sandbox;
    const old = data.web1on1.users.find(({ id }) => id === userId);
    const reply = { status: 200, body: row === "users.list" ? [old] : old };
    web1on1.inject({ row, times: 1, delayMs: 1_000, reply });
    const ask = (query: string) =>
      server.post({ query: query.replace("$email", JSON.stringify(old?.email)) });

    const older = ask(before);
    while (web1on1.journal.length === 0) await settled();
    expect((await server.post(rename)).json.errors).toBeUndefined();
    const newer = ask(after);
    await server.taken(3);
    await clock.advance(1_000);
    expect((await newer).text).toContain("Renamed");
    expect((await older).text).not.toContain("Renamed");
    expect((await ask(before)).text).toBe((await newer).text);
    const call = `web1on1 GET /users${row === "users.list" ? "" : `/${userId}`}`;
    const called = server.calls().filter((each) => each.startsWith("web1on1"));
    expect(called).toEqual([call, `web1on1 PATCH /users/${userId}`, call]);
  });
});
