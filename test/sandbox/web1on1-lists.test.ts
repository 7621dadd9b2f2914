import { expect, test } from "vitest";
import type { Reply } from "../../src/sandbox/emulator.ts";
import {
  boss,
  bot,
  closed,
  closing,
  gone,
  id,
  master,
  north,
  northAdmin,
  northAgent,
  northWest,
  smallData,
  south,
  southAgent,
  user,
  westAgent,
} from "../support/web1on1-data.ts";
import { refused, rowOf, rowsOf, sandbox } from "../support/web1on1-emulator.ts";

test("a list is a bare array of 30 rows with a link to the next page, until the last", async () => {
  const many = Array.from({ length: 65 }, (_, number) =>
    user({ id: id(100 + number), organizations: [south] }),
  );
  const { call } = sandbox({}, { ...smallData, users: [...smallData.users.slice(0, 1), ...many] });
  const walked: unknown[] = [];
  const pageSizes: number[] = [];
  let path: string | undefined = `/users?organization=%5B${south}%5D`;
  while (path !== undefined) {
    const reply: Reply = await call(`GET ${path}`);
    const rows = rowsOf(reply);
    walked.push(...rows.map((row) => row.id));
    pageSizes.push(rows.length);
    path = /^<\/v2(\/users\?[^>]*)>; rel="next"$/.exec(reply.headers?.link ?? "")?.[1];
  }
  expect(walked).toEqual(many.map((row) => row.id));
  expect(pageSizes).toEqual([30, 30, 5]);
});

test("limit is clamped to 100, and a page that ends the list has no link", async () => {
  const many = Array.from({ length: 120 }, (_, number) =>
    user({ id: id(100 + number), organizations: [south] }),
  );
  const { call } = sandbox({}, { ...smallData, users: [...smallData.users.slice(0, 1), ...many] });
  const clamped = await call("GET /users?limit=500");
  expect(rowsOf(clamped)).toHaveLength(100);
  expect(clamped.headers?.link).toContain("limit=100&offset=100");
  const last = await call("GET /users?limit=21&offset=100");
  expect(rowsOf(last)).toHaveLength(21);
  expect(last.headers?.link).toBeUndefined();
  expect(rowsOf(await call("GET /users?offset=121"))).toEqual([]);
});

test.each(["limit=0", "limit=-1", "limit=ten", "offset=-1", "offset=1.5"])("%s is refused", async (query) => {
  const { call } = sandbox();
  expect(await call(`GET /users?${query}`)).toEqual(refused(400));
});

test.each([
  ["one value", "email=user14@example.com", [northAgent]],
  ["case that differs", "email=USER14@example.com", []],
  ["any of several", `id=[${westAgent},${northAgent},${id(99)}]`, [northAgent, westAgent]],
  ["any of none", "id=[]", []],
  ["contained text", "email=~er1", [northAdmin, northAgent, westAgent, southAgent]],
  ["a prefix", "email=^Bo", [boss]],
  ["what stands further behind than a prefix", "email=^oss", []],
  ["later than", "createdAt=>2024-03-01T12:00:00Z", [westAgent]],
  ["not earlier than", "createdAt=>=2024-03-01T12:00:00Z", [northAgent, westAgent]],
  ["earlier than a day", "createdAt=<2024-01-02", [bot, boss, northAdmin, southAgent]],
  ["not later than", "createdAt=<=2024-01-01", [bot, boss, northAdmin, southAgent]],
  ["anything but a value", "role=!agent", [bot, boss, northAdmin]],
  ["none of several", "role=![agent,bot]", [boss, northAdmin]],
  ["a dotted path", "settings.locale=nl", [northAgent]],
  ["a dotted path into a list", `organizations.organization=${south}`, [northAgent, southAgent]],
  ["a field that no user has", "meta.crm=1", []],
  ["two filters at once", "role=agent&status=invited", [southAgent]],
  ["the owner or a membership", `organization=${south}`, [northAgent, southAgent]],
  ["any owner or membership", `organization=[${northWest},${south}]`, [northAgent, westAgent, southAgent]],
  ["neither owner nor member", `organization=!${south}`, [bot, boss, northAdmin, westAgent]],
])("users are filtered by %s", async (_case, query, expected) => {
  const { ids } = sandbox();
  expect(await ids(`/users?${query.replaceAll("[", "%5B").replaceAll("]", "%5D")}`)).toEqual(expected);
});

test("a filter on a list of texts looks at each of them", async () => {
  const { ids } = sandbox();
  expect(await ids("/organizations?tags=gold")).toEqual([north]);
  expect(await ids(`/organizations?parent=${north}`)).toEqual([northWest]);
});

test("archived users show up only when the status filter names them, and by id", async () => {
  const { call, ids } = sandbox();
  expect(await ids("/users")).not.toContain(gone);
  expect(await ids("/users?status=!active")).toEqual([southAgent]);
  expect(await ids(`/users?id=${gone}`)).toEqual([]);
  expect(await ids("/users?status=archived")).toEqual([gone]);
  expect(await ids("/users?status=%5Binvited,archived%5D")).toEqual([southAgent, gone]);
  expect(await call(`GET /users/${gone}`)).toMatchObject({ status: 200, body: { status: "archived" } });
});

test("organizations that are or become archived show up only when the status filter names them, and by id", async () => {
  const { call, ids } = sandbox();
  expect(await ids("/organizations")).toEqual([master, north, northWest, south]);
  expect(await ids("/organizations?status=pendingArchive")).toEqual([closing]);
  expect(await ids("/organizations?status=%5BpendingArchive,archived%5D")).toEqual([closing, closed]);
  expect(await call(`GET /organizations/${closed}`)).toMatchObject({ status: 200, body: { name: "Closed" } });
});

test("sort takes several fields, descending ones, and keeps the order of equals", async () => {
  const { ids } = sandbox();
  expect(await ids("/users?sort=-createdAt&limit=3")).toEqual([westAgent, northAgent, bot]);
  expect(await ids("/users?sort=role,-createdAt,-id")).toEqual([
    northAdmin,
    boss,
    westAgent,
    northAgent,
    southAgent,
    bot,
  ]);
  // Absent values are the least.
  expect(await ids("/users?sort=-givenName&limit=2")).toEqual([northAgent, bot]);
});

test("select narrows rows to fields and their id, in lists and single reads; populate changes nothing", async () => {
  const { call } = sandbox();
  const narrow = {
    id: northAgent,
    email: "user14@example.com",
    settings: { locale: "nl", timezone: "Europe/Amsterdam" },
  };
  expect(rowsOf(await call(`GET /users?id=${northAgent}&select=email,settings.locale`))).toEqual([narrow]);
  expect(rowOf(await call(`GET /users/${northAgent}?select=email,settings`))).toEqual(narrow);
  expect(rowOf(await call(`GET /users/${northAgent}?populate=organization`)).organization).toBe(north);
  expect(rowOf(await call(`GET /organizations/${north}?select=name`))).toEqual({ id: north, name: "North" });
});
