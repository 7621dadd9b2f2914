import { describe, expect, test } from "vitest";
import { bot, id, master, north, northGroup, northWest, south, southGroup } from "../support/web1on1-data.ts";
import { refused, rowOf, sandbox } from "../support/web1on1-emulator.ts";

test("groups are listed to those who reach their owner, and filtered by owner and member", async () => {
  const { ids } = sandbox();
  expect(await ids("/orggroups")).toEqual([northGroup, southGroup]);
  expect(await ids("/orggroups", { token: "north-token" })).toEqual([northGroup]);
  expect(await ids(`/orggroups?organization=${south}`)).toEqual([southGroup]);
  expect(await ids(`/orggroups?members=${northWest}`)).toEqual([northGroup]);
});

test("a new group gets its id and times from the server, and the caller's organization as owner", async () => {
  const { call, ids } = sandbox();
  const created = await call("POST /orggroups", { body: { name: "New", id: bot } });
  const { id: made } = rowOf(created);
  expect(made).not.toBe(bot);
  expect(created).toEqual({
    status: 201,
    headers: { location: `/orggroups/${made}` },
    body: {
      id: made,
      name: "New",
      organization: master,
      members: [],
      createdAt: "2024-05-01T09:00:00.000Z",
      updatedAt: "2024-05-01T09:00:00.000Z",
    },
  });
  expect(await ids("/orggroups")).toEqual([northGroup, southGroup, made]);
});

test("members are added and removed without touching others, and a change replaces them whole", async () => {
  const { call } = sandbox();
  const path = `/orggroups/${southGroup}`;
  expect(await call(`POST ${path}/members`, { body: [north, south] })).toEqual({
    status: 201,
    headers: { location: path },
    body: [north, south],
  });
  expect((await call(`GET ${path}/members`)).body).toEqual([south, north]);
  expect(await call(`DELETE ${path}/members/${south}`)).toEqual({ status: 204 });
  expect(await call(`DELETE ${path}/members/${south}`)).toEqual(refused(404));
  expect(rowOf(await call(`GET ${path}`)).members).toEqual([north]);
  expect(rowOf(await call(`PATCH ${path}`, { body: { members: [south] } }))).toMatchObject({
    name: "Southern",
    members: [south],
  });
  expect(await call(`DELETE ${path}`)).toEqual({ status: 204 });
  expect(await call(`GET ${path}`)).toEqual(refused(404));
});

describe("refusals", () => {
  test.each<[string, unknown]>([
    ["POST /orggroups", {}],
    ["POST /orggroups", { name: "A", organization: id(99) }],
    ["POST /orggroups", { name: "A", members: [id(99)] }],
    [`PATCH /orggroups/${northGroup}`, { name: null }],
    [`PATCH /orggroups/${northGroup}`, { members: null }],
    [`POST /orggroups/${northGroup}/members`, { members: [north] }],
    [`POST /orggroups/${northGroup}/members`, [7]],
  ])("%s with %j is 400", async (request, body) => {
    const { call } = sandbox();
    expect(await call(request, { body })).toEqual(refused(400));
  });

  test.each<[string, unknown]>([
    [`GET /orggroups/${southGroup}`, undefined],
    [`GET /orggroups/${southGroup}/members`, undefined],
    [`PATCH /orggroups/${southGroup}`, { name: "A" }],
    [`DELETE /orggroups/${southGroup}`, undefined],
    [`POST /orggroups/${southGroup}/members`, [north]],
    [`POST /orggroups/${northGroup}/members`, [south]],
    ["POST /orggroups", { name: "A", organization: south }],
  ])("%s is 403 for what is outside the caller's organizations", async (request, body) => {
    const { call } = sandbox();
    expect(await call(request, { token: "north-token", body })).toEqual(refused(403));
  });
});
