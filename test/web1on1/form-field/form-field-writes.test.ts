import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { inferringGateway } from "../inferring.ts";
import { bodies, gid, stored, unknownId, writes } from "../upstream.ts";

const { id, fieldId, templateId } = showcase.form;
/** The fields of the form once the one is deleted. */
const fieldsLeft = [{ name: "orderNumber" }, { name: "callBackAt" }, { name: "consent" }];
const globalId = gid("FormField", `${id}.${fieldId}`);
const get = `web1on1 GET /forms/${id}`;
const patch = `web1on1 PATCH /forms/${id}`;
const fields = `/forms/${id}/fields`;

const create = `mutation ($form: ID!, $input: CreateFormFieldInput!) {
  createFormField(formId: $form, input: $input) { formFieldId formField { id name type required form { name } } }
}`;
const update = `mutation ($form: ID!, $id: ID!, $input: UpdateFormFieldInput!) {
  updateFormField(formId: $form, id: $id, input: $input) { formFieldId formField { id name label type } }
}`;
const updateOnly = update.replace("formField { id name label type }", "");
const remove =
  "mutation ($form: ID!, $id: ID!) { deleteFormField(formId: $form, id: $id) { deletedFormFieldId formId } }";
const removeWithForm = `mutation ($form: ID!, $id: ID!) { deleteFormField(formId: $form, id: $id) {
  deletedFormFieldId form { fields { name } }
} }`;

const printed = () => gateway({ sandbox: { choices: { web1on1: { embedsFieldIds: false } } } });

/** A gateway to which the form reads as this text. */
function answeringForm(fieldsText: string) {
  const made = gateway();
  const reply = (body: string) => ({ status: 200, headers: { "content-type": "application/json" }, body });
  made.sandbox.web1on1.inject({
    row: "forms.get",
    times: 1,
    reply: reply(`{"id":"${id}","fields":${fieldsText}}`),
  });
  made.sandbox.web1on1.inject({ row: "forms.update", times: 1, reply: reply(`{"id":"${id}"}`) });
  return made;
}
const sent = (made: ReturnType<typeof gateway>) => writes(made).map(({ body }) => body);

describe("creating a field", () => {
  test("sends it, and answers it by the id in the body", async () => {
    const made = gateway();
    const input = { name: "colour", type: "COLOR", label: null, pattern: "^#(?:[0-9a-f]{3}){1,2}$" };
    const { createFormField } = await made.query(create, { form: gid("Form", id), input });
    expect(createFormField).toEqual({
      formFieldId: createFormField.formField.id,
      formField: {
        id: expect.stringMatching(new RegExp(`^gid://web1on1/FormField/${id}\\.[0-9a-f]{24}$`)),
        name: "colour",
        type: "COLOR",
        required: false,
        form: { name: "Robot out of order" },
      },
    });
    expect(bodies(made)).toEqual([{ name: "colour", type: "color", pattern: "^#(?:[0-9a-f]{3}){1,2}$" }]);
    expect(made.calls()).toEqual([`web1on1 POST ${fields}`, get]);
  });

  test("whose answer is lost is told with a query that shows it", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "formFields.create", times: 1, kind: "reset", afterEffect: true });
    const { errors } = await made.execute(create, { form: id, input: { name: "lost" } });
    expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
    const shown = await made.query(String(errors[0]?.extensions.reconcile), { formId: id });
    expect(shown.form.fields.at(-1).name).toBe("lost");
    expect(made.calls()).toEqual([`web1on1 POST ${fields}`, get]);
  });
});

describe("changing a field", () => {
  test("writes all fields with the change, and the others as they were", async () => {
    const made = gateway();
    const before = await stored(made, `/forms/${id}`);
    const answer = await made.query(update, {
      form: id,
      id: globalId,
      input: { label: "Why?", type: "RADIO" },
    });
    expect(answer.updateFormField).toEqual({
      formFieldId: globalId,
      formField: { id: globalId, name: "reason", label: "Why?", type: "RADIO" },
    });
    const changed = (before.fields as readonly { id: string }[]).map((field) =>
      field.id === fieldId ? { ...field, label: "Why?", type: "radio" } : field,
    );
    expect(bodies(made)).toEqual([{ fields: changed }]);
    expect(made.calls()).toEqual([get, patch]);
  });

  test("takes parts away by null, replaces options, and keeps everything else to the digit", async () => {
    const other = '{"id":"legacy","name":"a","rank":1E400,"big":9007199254740993,"zero":-0}';
    const made = answeringForm(
      `[${other},{"id":"${fieldId}","label":"L","options":[{"key":"k","value":"v","n":1.0}],"name":"b","n":1.50}]`,
    );
    const input = { label: null, options: [{ key: "x", value: "X" }] };
    expect(await made.query(updateOnly, { form: id, id: fieldId, input })).toEqual({
      updateFormField: { formFieldId: globalId },
    });
    expect(sent(made)).toEqual([
      `{"fields":[${other},{"id":"${fieldId}","options":[{"key":"x","value":"X"}],"name":"b","n":1.50}]}`,
    ]);
    expect(made.calls()).toEqual([get, patch]);
  });

  test("is NOT_FOUND where the form has no such field, and writes nothing", async () => {
    const made = gateway();
    const { errors } = await made.execute(update, { form: templateId, id: fieldId, input: { name: "n" } });
    expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toEqual([`web1on1 GET /forms/${templateId}`]);
  });

  test.each(['"text"', '{"0":{}}', "[null]", "[7]"])("writes nothing where %s is stored", async (text) => {
    const made = answeringForm(text);
    const { errors } = await made.execute(update, { form: id, id: fieldId, input: { name: "n" } });
    expect(codesOf(errors)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
    expect(made.calls()).toEqual([get]);
  });

  test.each<[string, object]>([
    ["a blank name", { input: { name: "" } }],
    ["null for a type", { input: { type: null } }],
    ["null for options", { input: { options: null } }],
    ["a type that there is not", { input: { type: "SLIDER" } }],
    ["a field of another form", { form: templateId, input: { label: "L" } }],
  ])("is refused for %s, without a call", async (_, variables) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(update, { form: id, id: globalId, ...variables });
    expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });

  test("twelve changes, an addition and a merge at once are all kept", async () => {
    const made = gateway({ sandbox: { enforceLimits: false }, parts: { limits: false } });
    const { form } = await made.query("query ($id: ID!) { form(id: $id) { fields { id } } }", { id });
    const ids: string[] = form.fields.map((field: { id: string }) => field.id);
    const parts = ["label", "entity", "pattern"] as const;
    await Promise.all([
      made.query(create, { form: id, input: { name: "added" } }),
      ...ids.flatMap((field) =>
        parts.map((part) => made.query(update, { form: id, id: field, input: { [part]: `new ${part}` } })),
      ),
      made.query("mutation ($id: ID!) { updateForm(id: $id, input: { meta: { a: 1 } }) { formId } }", { id }),
    ]);
    const after = await stored(made, `/forms/${id}`);
    const all = { label: "new label", entity: "new entity", pattern: "new pattern" };
    expect(after.fields).toMatchObject([all, all, all, all, { name: "added" }]);
    expect(after.meta).toMatchObject({ a: 1 });
    expect(made.calls().filter((call) => call === patch)).toHaveLength(13);
  });
});

describe("deleting a field", () => {
  test("writes the others as they were", async () => {
    const other = '{"id":"legacy","name":"a","rank":1E400}';
    const made = answeringForm(`[${other},{"id":"${fieldId}","name":"b"}]`);
    expect(await made.query(remove, { form: id, id: fieldId })).toEqual({
      deleteFormField: { deletedFormFieldId: globalId, formId: gid("Form", id) },
    });
    expect(sent(made)).toEqual([`{"fields":[${other}]}`]);
    expect(made.calls()).toEqual([get, patch]);
  });

  test("answers the form with the fields that are left, without another call", async () => {
    const made = gateway();
    expect(await made.query(removeWithForm, { form: id, id: fieldId })).toEqual({
      deleteFormField: { deletedFormFieldId: globalId, form: { fields: fieldsLeft } },
    });
    expect(made.calls()).toEqual([get, patch]);
  });

  test("reads the form where the update did not answer it", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "forms.update", times: 1, reply: { status: 204 } });
    const { deleteFormField } = await made.query(removeWithForm, { form: id, id: fieldId });
    expect(deleteFormField).toMatchObject({ form: { fields: expect.any(Array) } });
    expect(made.calls()).toEqual([get, patch, get]);
  });

  test("twice is NOT_FOUND", async () => {
    const made = gateway();
    await made.query(remove, { form: id, id: fieldId });
    expect(codesOf((await made.execute(remove, { form: id, id: fieldId })).errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toEqual([get, patch, get]);
  });
});

describe("where forms embed fields without ids", () => {
  test("the field is found by name and place among those that are listed", async () => {
    const made = printed();
    const { updateFormField } = await made.query(update, { form: id, id: fieldId, input: { label: "Why?" } });
    expect(updateFormField).toEqual({
      formFieldId: globalId,
      formField: { id: globalId, name: "reason", label: "Why?", type: "SELECT" },
    });
    await made.query(remove, { form: id, id: fieldId });
    expect((await stored(made, `/forms/${id}`)).fields).toMatchObject([
      { name: "orderNumber" },
      { name: "callBackAt" },
      { name: "consent" },
    ]);
    const list = `web1on1 GET ${fields}`;
    expect(made.calls()).toEqual([get, list, patch, `${list}/${fieldId}`, get, list, patch]);
  });

  test.each<[string, readonly object[], string]>([
    ["is not listed", [{ id: unknownId, name: "reason" }], "NOT_FOUND"],
    [
      "cannot be told from another",
      [
        { id: unknownId, name: "x" },
        { id: templateId, name: "y" },
        { id: fieldId, name: "z" },
      ],
      "UPSTREAM_INVALID_RESPONSE",
    ],
  ])("nothing is written when it %s", async (_, body, code) => {
    const made = printed();
    made.sandbox.web1on1.inject({ row: "formFields.list", reply: { status: 200, body } });
    expect(codesOf((await made.execute(remove, { form: id, id: fieldId })).errors)).toEqual([code]);
    expect(made.calls()).toEqual([get, `web1on1 GET ${fields}`]);
  });
});

describe("with routes that no document shows switched on", () => {
  test("a field is changed and deleted by a call of its own", async () => {
    const made = inferringGateway();
    const { updateFormField } = await made.query(update, {
      form: id,
      id: globalId,
      input: { label: null, name: "why" },
    });
    expect(updateFormField).toEqual({
      formFieldId: globalId,
      formField: { id: globalId, name: "why", label: null, type: "SELECT" },
    });
    expect(await made.query(remove, { form: id, id: fieldId })).toEqual({
      deleteFormField: { deletedFormFieldId: globalId, formId: gid("Form", id) },
    });
    expect(sent(made)).toEqual([JSON.stringify({ name: "why", label: null }), ""]);
    expect(made.calls()).toEqual([
      `web1on1 PATCH ${fields}/${fieldId}`,
      `web1on1 DELETE ${fields}/${fieldId}`,
    ]);
  });

  test("the form of a field that is gone is read", async () => {
    const made = inferringGateway();
    expect(await made.query(removeWithForm, { form: id, id: fieldId })).toEqual({
      deleteFormField: { deletedFormFieldId: globalId, form: { fields: fieldsLeft } },
    });
    expect(made.calls()).toEqual([`web1on1 DELETE ${fields}/${fieldId}`, get]);
  });

  test("one that does not exist is NOT_FOUND", async () => {
    const made = inferringGateway();
    expect(codesOf((await made.execute(remove, { form: id, id: unknownId })).errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toEqual([`web1on1 DELETE ${fields}/${unknownId}`]);
  });
});
