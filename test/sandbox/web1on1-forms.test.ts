import { describe, expect, test } from "vitest";
import { archivedForm, id, north, northForm, south, southForm } from "../support/web1on1-data.ts";
import { refused, rowOf, sandbox } from "../support/web1on1-emulator.ts";

const now = "2024-05-01T09:00:00.000Z";
const before = "2024-01-01T00:00:00.000Z";
const field = id(31);
const email = { id: field, name: "email", type: "email", required: true };
const path = `/forms/${northForm}`;

test("forms are listed without archived ones, and within the reach of the caller", async () => {
  const { ids, call } = sandbox();
  expect(await ids("/forms")).toEqual([northForm, southForm]);
  expect(await ids("/forms", { token: "north-token" })).toEqual([northForm]);
  expect(await ids("/forms?status=archived")).toEqual([archivedForm]);
  expect(await ids(`/forms?id=${southForm}`)).toEqual([southForm]);
  expect(await call("GET /forms", { token: "agent-token" })).toEqual(refused(403));
});

test("a form is read by id, archived or not, within the reach of the caller", async () => {
  const { call } = sandbox();
  expect(rowOf(await call(`GET /forms/${archivedForm}`)).status).toBe("archived");
  expect(await call(`GET /forms/${southForm}`, { token: "north-token" })).toEqual(refused(403));
  expect(await call(`GET /forms/${southForm}/fields`, { token: "north-token" })).toEqual(refused(403));
  expect(await call(`GET /forms/${id(99)}`)).toEqual(refused(404));
});

test("a new form gets defaults, and its fields get ids", async () => {
  const { call } = sandbox();
  const body = { name: "New", organization: south, template: northForm, fields: [{ name: "f", id: "mine" }] };
  const created = await call("POST /forms", { body });
  const newId = String(rowOf(created).id);
  const made = { id: expect.stringMatching(/^[0-9a-f]{24}$/), createdAt: now, updatedAt: now };
  expect(created).toEqual({
    status: 201,
    headers: { location: `/forms/${newId}` },
    body: {
      ...body,
      ...made,
      id: newId,
      type: "topic",
      status: "active",
      fields: [{ ...made, name: "f", type: "text", required: false }],
    },
  });
});

test.each<[string, object, RegExp]>([
  ["no name", {}, /name is required/],
  ["an unknown type", { name: "N", type: "survey" }, /type must be one of/],
  ["an unknown status", { name: "N", status: "gone" }, /status must be one of/],
  ["a field without a name", { name: "N", fields: [{}] }, /name is required/],
  ["an unknown type of field", { name: "N", fields: [{ name: "f", type: "slider" }] }, /type must be one of/],
  ["points that are text", { name: "N", pointsByBot: "4" }, /pointsByBot must be a number/],
  ["an unknown template", { name: "N", template: id(99) }, /unknown template/],
  ["an unknown organization", { name: "N", organization: id(99) }, /unknown organization/],
])("no form is made with %s", async (_, body, message) => {
  const { call, ids } = sandbox();
  expect(await call("POST /forms", { body })).toEqual(refused(400, expect.stringMatching(message)));
  expect(await ids("/forms")).toEqual([northForm, southForm]);
});

test("a change replaces all fields: those with a known id stay, and unchanged ones keep their times", async () => {
  const { call } = sandbox();
  const fields = [{ name: "new" }, email];
  const { body } = await call(`PATCH ${path}`, { body: { fields, name: "Renamed" } });
  expect(body).toMatchObject({
    name: "Renamed",
    updatedAt: now,
    fields: [
      { name: "new", type: "text", createdAt: now },
      { ...email, createdAt: before, updatedAt: before },
    ],
  });
  const again = await call(`PATCH ${path}`, {
    body: {
      fields: [
        { ...email, label: "E-mail" },
        { ...email, id: id(98) },
      ],
    },
  });
  expect(rowOf(again).fields).toEqual([
    { ...email, label: "E-mail", createdAt: before, updatedAt: now },
    { ...email, id: expect.not.stringMatching(`${field}|${id(98)}`), createdAt: now, updatedAt: now },
  ]);
});

test("a form is deleted for good", async () => {
  const { call } = sandbox();
  expect(await call(`DELETE /forms/${southForm}`, { token: "north-token" })).toEqual(refused(403));
  expect(await call(`DELETE ${path}`)).toEqual({ status: 204 });
  expect(await call(`GET ${path}`)).toEqual(refused(404));
  expect(await call(`GET ${path}/fields/${field}`)).toEqual(refused(404));
});

test("fields are listed, read and added", async () => {
  const { call } = sandbox();
  const stored = { ...email, createdAt: before, updatedAt: before };
  expect((await call(`GET ${path}/fields`)).body).toEqual([stored]);
  expect((await call(`GET ${path}/fields/${field}`)).body).toEqual(stored);
  expect(await call(`GET ${path}/fields/${id(99)}`)).toEqual(refused(404));
  const added = await call(`POST ${path}/fields`, { body: { name: "when", type: "week" } });
  const newId = String(rowOf(added).id);
  expect(added).toEqual({
    status: 201,
    headers: { location: `${path}/fields/${newId}` },
    body: { id: newId, name: "when", type: "week", required: false, createdAt: now, updatedAt: now },
  });
  expect(rowOf(await call(`GET ${path}`)).fields).toEqual([stored, added.body]);
  expect(await call(`POST ${path}/fields`, { body: {} })).toEqual(refused(400));
});

describe("switches", () => {
  test("routes of a field that no document shows answer 404 unless they are served", async () => {
    const refusing = sandbox();
    expect(await refusing.call(`PATCH ${path}/fields/${field}`, { body: { label: "L" } })).toEqual(
      refused(404),
    );
    expect(await refusing.call(`DELETE ${path}/fields/${field}`)).toEqual(refused(404));

    const { call } = sandbox({ servesInferred: true });
    const changed = await call(`PATCH ${path}/fields/${field}`, { body: { label: "L" } });
    expect(changed.body).toEqual({ ...email, label: "L", createdAt: before, updatedAt: now });
    expect(await call(`DELETE ${path}/fields/${field}`)).toEqual({ status: 204 });
    expect(rowOf(await call(`GET ${path}`))).toMatchObject({ organization: north, fields: [] });
  });

  test("forms embed their fields as they are printed, and fields are the same by their names", async () => {
    const { call } = sandbox({ embedsFieldIds: false });
    const printed = { name: "email", type: "email", required: true };
    expect(rowOf(await call(`GET ${path}`)).fields).toEqual([printed]);
    const changed = await call(`PATCH ${path}`, {
      body: { fields: [{ name: "new" }, { ...printed, label: "E" }] },
    });
    expect(rowOf(changed).fields).toEqual([
      { name: "new", type: "text", required: false },
      { ...printed, label: "E" },
    ]);
    expect((await call(`GET ${path}/fields`)).body).toMatchObject([
      { name: "new" },
      { id: field, label: "E" },
    ]);
  });
});
