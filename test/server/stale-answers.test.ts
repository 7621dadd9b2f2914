import { describe, expect, test } from "vitest";
import { directory, reference, volatile } from "../../src/rest/cache-policy.ts";
import { settled } from "../support/clock.ts";
import { explained } from "../support/explained.ts";
import { gateway } from "../support/gateway.ts";

const window = '{ start: "2026-03-04T09:00:00Z", end: "2026-03-04T11:00:00Z" }';
const query = `{
  labels { name }
  accounts(first: 2) { nodes { name } }
  viewer { status }
  activities(window: ${window}, first: 2) { nodes { startTime } }
}`;
const systems = ["assembly", "assembled", "web1on1"] as const;
const rows: Readonly<Record<string, string>> = {
  labels: "GET /accounts/labels",
  accounts: "GET /accounts",
  viewer: "GET /users/me",
  activities: "GET /v0/activities",
};

describe("while all systems are down", () => {
  // Ages at which each kind of answer is fresh, good for want of a better one, and good for nothing.
  test.each([
    ["an outage of seconds", volatile.freshMs, { activities: "stale" }],
    ["one of half a minute", directory.freshMs, { activities: "stale", viewer: "stale", accounts: "stale" }],
    [
      "the last moment of activities",
      volatile.staleIfErrorMs - 1,
      { activities: "stale", viewer: "stale", accounts: "stale" },
    ],
    [
      "one of a minute",
      volatile.staleIfErrorMs,
      { activities: "error", viewer: "stale", accounts: "stale", labels: "stale" },
    ],
    [
      "the last moment of directories",
      directory.staleIfErrorMs - 1,
      { activities: "error", viewer: "stale", accounts: "stale", labels: "stale" },
    ],
    [
      "one of five minutes",
      directory.staleIfErrorMs,
      { activities: "error", viewer: "error", accounts: "error", labels: "stale" },
    ],
    [
      "one of ten minutes",
      reference.staleIfErrorMs,
      { activities: "error", viewer: "error", accounts: "error", labels: "error" },
    ],
  ])("%s: what is kept is told with its age, and what is too old is an error", async (_, ageMs, changed) => {
    const made = gateway();
    const before = await made.query(query);
    expect(made.calls()).toHaveLength(4);
    for (const system of systems) made.sandbox[system].inject({ row: "*", reply: { status: 503 } });
    await made.clock.advance(ageMs);

    const outcomes: Readonly<Record<string, string>> = {
      ...{ labels: "fresh", accounts: "fresh", viewer: "fresh", activities: "fresh" },
      ...changed,
    };
    const { data, errors, upstream } = await explained(made, query);
    for (const [field, outcome] of Object.entries(outcomes)) {
      expect(data[field], field).toEqual(outcome === "error" ? null : before[field]);
      expect(upstream.calls.find(({ endpoint }) => endpoint === rows[field])).toMatchObject(
        outcome === "error"
          ? { answeredBy: "network", ageMs: 0, code: "UPSTREAM_UNAVAILABLE" }
          : { answeredBy: outcome, ageMs, attempts: 0 },
      );
    }
    const failed = Object.keys(outcomes).filter((field) => outcomes[field] === "error");
    expect(errors.map(({ path }) => path?.join()).sort()).toEqual(failed.sort());
    expect(upstream.oldestDataMs).toBe(failed.length === 4 ? 0 : ageMs);

    await settled();
    const asked = Object.entries(outcomes).filter(([, outcome]) => outcome !== "fresh");
    const called = new Set(made.calls().map((call) => call.slice(call.indexOf(" ") + 1)));
    expect(called).toEqual(new Set(asked.map(([field]) => rows[field])));
  });

  test("nobody waits for a system that says nothing, as long as there is an answer", async () => {
    const made = gateway();
    const before = await made.query("{ viewer { status } }");
    made.sandbox.web1on1.inject({ row: "*", kind: "silent" });
    await made.clock.advance(directory.freshMs);
    expect(await made.query("{ viewer { status } }")).toEqual(before);
    await made.clock.advance(10_000);
    expect(await made.query("{ viewer { status } }")).toEqual(before);
    await settled();
    expect(new Set(made.calls())).toEqual(new Set(["web1on1 GET /users/me"]));
  });

  test("once they are back, the next answer but one is new", async () => {
    const made = gateway();
    await made.query("{ viewer { status } }");
    const end = made.sandbox.web1on1.inject({ row: "*", reply: { status: 503 } });
    await made.clock.advance(directory.freshMs);
    await made.query("{ viewer { status } }");
    await settled();
    await end();
    made.calls();
    await made.clock.advance(2_000);
    const old = await explained(made, "{ viewer { status } }");
    expect(old.upstream.calls).toMatchObject([{ answeredBy: "stale", ageMs: directory.freshMs + 2_000 }]);
    await settled();
    const next = await explained(made, "{ viewer { status } }");
    expect(next.upstream.calls).toMatchObject([{ answeredBy: "fresh", ageMs: 0 }]);
    expect(made.calls()).toEqual(["web1on1 GET /users/me"]);
  });
});
