import { describe, expect, test } from "vitest";
import { formFieldId, formId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { gid, unknownId } from "../upstream.ts";

const { id, fieldId, templateId } = showcase.form;
const get = `web1on1 GET /forms/${id}`;
const list = `${get}/fields`;
const names = ["orderNumber", "reason", "callBackAt", "consent"];
const globalIds = names.map((name) => gid("FormField", `${id}.${formFieldId(4, name)}`));

/** A gateway over an upstream whose forms embed their fields as they are printed: without ids and times. */
const printed = () => gateway({ sandbox: { choices: { web1on1: { embedsFieldIds: false } } } });
const fieldsOf = (selection: string) => `query ($id: ID!) { form(id: $id) { fields { ${selection} } } }`;

describe("the fields of a form", () => {
  test("come with it, ids and times too", async () => {
    const made = gateway();
    const { form } = await made.query(
      fieldsOf(
        "id sourceId name label type entity pattern required options { key value } createdAt updatedAt form { name }",
      ),
      { id },
    );
    expect(form.fields.map((field: { id: string }) => field.id)).toEqual(globalIds);
    expect(form.fields[0]).toEqual({
      id: globalIds[0],
      sourceId: formFieldId(4, "orderNumber"),
      name: "orderNumber",
      label: "Order number",
      type: "TEXT",
      entity: "Order",
      pattern: "[A-Z]{2}-\\d{6}",
      required: true,
      options: null,
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
      form: { name: "Robot out of order" },
    });
    expect(form.fields[1].options).toContainEqual({ key: "other", value: "Something else" });
    expect(made.calls()).toEqual([get]);
  });

  test("of a type that HTML does not have are of none", async () => {
    const made = gateway();
    const body = {
      id,
      fields: [
        { id: fieldId, name: "n", type: "slider" },
        { id: formId(0), name: "m" },
      ],
    };
    made.sandbox.web1on1.inject({ row: "forms.get", reply: { status: 200, body } });
    const fields = [
      { name: "n", type: null },
      { name: "m", type: null },
    ];
    expect(await made.query(fieldsOf("name type"), { id })).toEqual({ form: { fields } });
    expect(made.calls()).toEqual([get]);
  });

  test.each<[string, unknown, unknown, string[]]>([
    ["no list", { a: { name: "n" } }, null, ["UPSTREAM_INVALID_RESPONSE"]],
    ["nothing", null, null, []],
  ])("are %s where the upstream has that in their place", async (_, stored, fields, codes) => {
    const made = gateway();
    const body = { id, fields: stored };
    made.sandbox.web1on1.inject({ row: "forms.get", reply: { status: 200, body } });
    const answer = await made.execute(fieldsOf("id name"), { id });
    expect([answer.data, codesOf(answer.errors)]).toEqual([{ form: { fields } }, codes]);
    expect(made.calls()).toEqual([get]);
  });
});

describe("where forms embed fields without ids and times", () => {
  test.each(["name", "name label type form { name }"])("%s costs no call", async (selection) => {
    const made = printed();
    const { form } = await made.query(fieldsOf(selection), { id });
    expect(form.fields.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(made.calls()).toEqual([get]);
  });

  test.each(["id", "sourceId", "createdAt", "updatedAt", "id sourceId createdAt updatedAt"])(
    "%s costs one read for the form",
    async (selection) => {
      const [made, embedding] = [printed(), gateway()];
      const answer = await made.query(fieldsOf(selection), { id });
      expect(answer).toEqual(await embedding.query(fieldsOf(selection), { id }));
      expect(made.calls()).toEqual([get, list]);
      expect(embedding.calls()).toEqual([get]);
    },
  );

  test("ids are found under an alias and in a fragment, and not where they are skipped", async () => {
    const made = printed();
    const document = `query ($id: ID!) { form(id: $id) { fields { name ... @skip(if: true) { id } } } }`;
    await made.query(document, { id });
    expect(made.calls()).toEqual([get]);
    const query = `query ($id: ID!) { form(id: $id) { all: fields { ...Named } } } fragment Named on FormField { key: id }`;
    const { form } = await made.query(query, { id });
    expect(form.all.map(({ key }: { key: string }) => key)).toEqual(globalIds);
    expect(made.calls()).toEqual([list]);
  });

  test("a field that cannot be told from others is left out where its id is selected", async () => {
    const made = printed();
    const listed = [{ id: fieldId, name: "reason", createdAt: "2026-01-01T00:00:00Z" }];
    made.sandbox.web1on1.inject({ row: "formFields.list", reply: { status: 200, body: listed } });
    const { data, errors } = await made.execute(fieldsOf("id name"), { id });
    expect(data.form.fields).toEqual([{ id: gid("FormField", `${id}.${fieldId}`), name: "reason" }]);
    expect(codesOf(errors)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
    const sourceIds = names.map((name) => ({ name, sourceId: name === "reason" ? fieldId : null }));
    expect(await made.query(fieldsOf("name sourceId"), { id })).toEqual({ form: { fields: sourceIds } });
    expect(made.calls()).toEqual([get, list]);
  });

  test("a failure of that read is one of the fields, not of the form", async () => {
    const made = printed();
    made.sandbox.web1on1.inject({ row: "formFields.list", reply: { status: 403 } });
    const { data, errors } = await made.execute("query ($id: ID!) { form(id: $id) { name fields { id } } }", {
      id,
    });
    expect(data).toEqual({ form: { name: "Robot out of order", fields: null } });
    expect(errors).toMatchObject([{ path: ["form", "fields"], extensions: { code: "FORBIDDEN" } }]);
    expect(made.calls()).toEqual([get, list]);
  });
});

describe("one field", () => {
  const one = "query ($form: ID!, $id: ID!) { formField(form: $form, id: $id) { id name form { name } } }";
  const globalId = gid("FormField", `${id}.${fieldId}`);

  test.each([fieldId, fieldId.toUpperCase(), globalId])("is read by %s", async (given) => {
    const made = gateway();
    expect(await made.query(one, { form: gid("Form", id), id: given })).toEqual({
      formField: { id: globalId, name: "reason", form: { name: "Robot out of order" } },
    });
    expect(made.calls()).toEqual([`${list}/${fieldId}`, get]);
  });

  test("is a node", async () => {
    const made = gateway();
    const query = "query ($id: ID!) { node(id: $id) { ... on FormField { sourceId name } } }";
    expect(await made.query(query, { id: globalId })).toEqual({
      node: { sourceId: fieldId, name: "reason" },
    });
    expect(made.calls()).toEqual([`${list}/${fieldId}`]);
  });

  test.each([
    [id, unknownId],
    [templateId, fieldId],
    [unknownId, fieldId],
  ])("is null where the form %s has no field %s", async (form, field) => {
    const made = gateway();
    expect(await made.query(one, { form, id: field })).toEqual({ formField: null });
    expect(made.calls()).toEqual([`web1on1 GET /forms/${form}/fields/${field}`]);
  });

  test.each([
    [templateId, globalId],
    [id, gid("Form", fieldId)],
    [id, `${id}.${fieldId}`],
    ["me", fieldId],
  ])("is refused without a call for the form %s and the id %s", async (form, field) => {
    const { execute, calls } = gateway();
    expect(codesOf((await execute(one, { form, id: field })).errors)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});
