import { describe, expect, test } from "vitest";
import { id, north, south } from "../support/web1on1-data.ts";
import { refused, rowOf, rowsOf, sandbox } from "../support/web1on1-emulator.ts";

const of = (organization: string) => `/organizations/${organization}/categories`;

test("a category is added behind the others with an id of the server's, and can be read", async () => {
  const { call } = sandbox();
  const body = { name: "Used Car", forms: [id(90)], tags: ["automotive"], id: id(91) };
  const added = await call(`POST ${of(north)}`, { body });
  const { id: made } = rowOf(added);
  expect(made).not.toBe(id(91));
  expect(added).toEqual({
    status: 201,
    headers: { location: `${of(north)}/${made}` },
    body: { ...body, id: made },
  });
  await call(`POST ${of(north)}`, { body: { name: "New Car" } });
  expect(rowsOf(await call(`GET ${of(north)}`)).map(({ name }) => name)).toEqual(["Used Car", "New Car"]);
  expect((await call(`GET ${of(north)}/${made}`)).body).toEqual({ ...body, id: made });
  expect(rowOf(await call(`GET /organizations/${north}`)).categories).toEqual([
    { ...body, id: made },
    expect.objectContaining({ name: "New Car" }),
  ]);
});

test("ids of categories are never given twice, whichever way they are made", async () => {
  const { call } = sandbox();
  await call(`PATCH /organizations/${north}`, { body: { categories: [{ name: "A" }] } });
  await call(`POST ${of(north)}`, { body: { name: "B" } });
  const [one, other] = rowsOf(await call(`GET ${of(north)}`));
  expect(one?.id).not.toBe(other?.id);
});

test("a change keeps the slot and what is left out; a removal leaves the slot empty", async () => {
  const { call } = sandbox();
  const categories = [{ name: "A", tags: ["x"] }, null, { name: "B" }];
  await call(`PATCH /organizations/${north}`, { body: { categories } });
  const [a, , b] = rowOf(await call(`GET /organizations/${north}`)).categories as { id: string }[];
  expect(await call(`PATCH ${of(north)}/${a?.id}`, { body: { name: "C" } })).toEqual({
    status: 200,
    body: { id: a?.id, name: "C", tags: ["x"] },
  });
  expect(await call(`DELETE ${of(north)}/${b?.id}`)).toEqual({ status: 204 });
  expect(rowOf(await call(`GET /organizations/${north}`)).categories).toEqual([
    { id: a?.id, name: "C", tags: ["x"] },
    null,
    null,
  ]);
  expect((await call(`GET ${of(north)}/${b?.id}`)).status).toBe(404);
});

describe("a category is not added", () => {
  test("when ten slots are in use, emptied ones included", async () => {
    const { call } = sandbox();
    await call(`PATCH /organizations/${north}`, { body: { categories: Array(10).fill(null) } });
    expect(await call(`POST ${of(north)}`, { body: { name: "A" } })).toEqual(refused(400));
  });

  test.each([{}, { name: "" }, { name: 7 }, { name: "A", forms: [7] }, { name: "A", tags: "x" }])(
    "by %j",
    async (body) => {
      const { call } = sandbox();
      expect(await call(`POST ${of(north)}`, { body })).toEqual(refused(400));
    },
  );
});

test.each(["GET", "POST", "PATCH", "DELETE"])(
  "%s is refused outside the caller's organizations",
  async (method) => {
    const { call } = sandbox();
    const path = method === "PATCH" || method === "DELETE" ? `${of(south)}/${id(90)}` : of(south);
    const body = method === "GET" || method === "DELETE" ? undefined : { name: "A" };
    expect(await call(`${method} ${path}`, { token: "north-token", body })).toEqual(refused(403));
    expect((await call(`${method} ${path}`, { token: "agent-token", body })).status).toBe(403);
    const unknown = path.replace(south, id(99));
    expect(await call(`${method} ${unknown}`, { body })).toEqual(refused(404));
  },
);
