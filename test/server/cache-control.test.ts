import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { settled, testClock } from "../support/clock.ts";
import { writeElsewhere } from "../support/elsewhere.ts";
import { startServer } from "../support/server.ts";

const query = { query: "{ viewer { displayName } }" };
const call = "web1on1 GET /users/me";

type Told = "kept" | "new";

// A user is fresh for 30 s, and good for 5 min while it is read again.
test.each<[ageSeconds: number, control: string | undefined, told: Told, calls: 0 | 1]>([
  [10, undefined, "kept", 0],
  [10, "", "kept", 0],
  [10, "public, only-if-cached=7, =, max-age", "kept", 0],
  [10, "max-age=60", "kept", 0],
  [10, "max-age=10", "kept", 0],
  [10, "max-age=9", "new", 1],
  [10, "max-stale=0", "kept", 0],
  [10, "max-age=0", "new", 1],
  [10, "no-cache", "new", 1],
  [10, "no-store", "new", 1],
  [10, "No-Cache", "new", 1],
  [10, 'foo , Max-Age="9"', "new", 1],
  // In the background.
  [40, undefined, "kept", 1],
  [40, "max-age=60", "kept", 1],
  [40, "max-stale=60", "kept", 1],
  [40, "max-stale=0", "new", 1],
  [40, "max-age=60, max-stale=0", "new", 1],
  [40, "max-age=30", "new", 1],
  // No wish makes good what is too old for any use.
  [300, undefined, "new", 1],
  [300, "max-age=3600, max-stale=3600", "new", 1],
])(
  "of %i s ago, to Cache-Control: %s, is told what is %s, for %i calls",
  async (ageSeconds, control, told, calls) => {
    const clock = testClock();
    await using server = await startServer({ clock });
    const { displayName: kept } = (await server.post(query)).json.data.viewer;
    expect(server.calls()).toEqual([call]);
    await writeElsewhere(server.sandbox, `PATCH /v2/users/${showcase.gatewayUserId}`, { displayName: "New" });
    server.calls();
    await clock.advance(ageSeconds * 1_000);

    const headers = control === undefined ? undefined : { "cache-control": control };
    const { json } = await server.post(query, headers);
    expect(json).toEqual({ data: { viewer: { displayName: told === "new" ? "New" : kept } } });
    while (server.sandbox.web1on1.journal.length < calls) await settled();
    await settled();
    expect(server.calls()).toEqual(Array(calls).fill(call));

    // What was read for one is kept for all.
    const next = await server.post(query);
    expect(next.json).toEqual({ data: { viewer: { displayName: calls === 1 ? "New" : kept } } });
    expect(server.calls()).toEqual([]);
  },
);

test("who wants new data does not get an old answer in place of an error", async () => {
  await using server = await startServer({ clock: testClock(), parts: { random: () => 0 } });
  await server.post(query);
  server.sandbox.web1on1.inject({ row: "users.me", reply: { status: 503 } });
  const { json } = await server.post(query, { "cache-control": "no-cache" });
  expect(json).toMatchObject({
    data: { viewer: null },
    errors: [{ extensions: { code: "UPSTREAM_UNAVAILABLE", attempts: 3 } }],
  });
  expect((await server.post(query)).json.errors).toBeUndefined();
  expect(server.calls()).toEqual([call, call, call, call]);
});

test("an operation that wants new data reads each object once, however often it names it", async () => {
  await using server = await startServer({ clock: testClock() });
  await server.post(query);
  const twice = { query: "{ a: viewer { displayName } b: viewer { status } }" };
  expect((await server.post(twice, { "cache-control": "no-cache" })).json.errors).toBeUndefined();
  expect(server.calls()).toEqual([call, call]);
});
