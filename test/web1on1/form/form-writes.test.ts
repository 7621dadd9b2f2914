import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies, gid, stored, unknownId } from "../upstream.ts";

const { id, fieldId, templateId } = showcase.form;
const { organizationId } = showcase.account;
const create = "mutation ($input: CreateFormInput!) { createForm(input: $input) { formId } }";
const update =
  "mutation ($id: ID!, $input: UpdateFormInput!) { updateForm(id: $id, input: $input) { formId } }";
const remove = "mutation ($id: ID!) { deleteForm(id: $id) { deletedFormId } }";
const get = `web1on1 GET /forms/${id}`;
const patch = `web1on1 PATCH /forms/${id}`;

describe("creating a form", () => {
  test("sends what was given, fields in order, and answers the form without another call", async () => {
    const made = gateway();
    const input = {
      name: "Test drive",
      organizationId: gid("Organization", organizationId),
      type: "STATIC",
      templateId: gid("Form", templateId),
      profileFields: ["EMAIL", "GENDER"],
      fields: [
        { name: "when", label: "When", type: "DATETIME_LOCAL", required: true },
        { name: "car", pattern: "\\d+(?=€)", options: [{ key: "a", value: "A" }], entity: null },
      ],
      notifyEmails: ["drive@acme.example"],
      status: "ARCHIVED",
      tags: ["automotive"],
      labels: ["isLead"],
      pointsByAgent: 1.5,
      pointsByBot: null,
      meta: { nested: { keep: null } },
    };
    const { createForm } = await made.query(
      `mutation ($input: CreateFormInput!) { createForm(input: $input) {
        formId form { id name type status pointsByAgent fields { name type pattern required form { name } } }
      } }`,
      { input },
    );
    expect(createForm).toEqual({
      formId: createForm.form.id,
      form: {
        id: expect.stringMatching(/^gid:\/\/web1on1\/Form\/[0-9a-f]{24}$/),
        name: "Test drive",
        type: "STATIC",
        status: "ARCHIVED",
        pointsByAgent: 1.5,
        fields: [
          {
            name: "when",
            type: "DATETIME_LOCAL",
            pattern: null,
            required: true,
            form: { name: "Test drive" },
          },
          { name: "car", type: "TEXT", pattern: "\\d+(?=€)", required: false, form: { name: "Test drive" } },
        ],
      },
    });
    expect(bodies(made)).toEqual([
      {
        name: "Test drive",
        organization: organizationId,
        type: "static",
        template: templateId,
        profileFields: ["email", "gender"],
        fields: [
          { name: "when", label: "When", type: "datetime-local", required: true },
          { name: "car", pattern: "\\d+(?=€)", options: [{ key: "a", value: "A" }] },
        ],
        notifyEmails: ["drive@acme.example"],
        status: "archived",
        tags: ["automotive"],
        labels: ["isLead"],
        pointsByAgent: 1.5,
        meta: { nested: { keep: null } },
      },
    ]);
    expect(made.calls()).toEqual(["web1on1 POST /forms"]);
  });

  test("needs a name alone", async () => {
    const made = gateway();
    await made.query(create, { input: { name: "N" } });
    expect(bodies(made)).toEqual([{ name: "N" }]);
    expect(made.calls()).toEqual(["web1on1 POST /forms"]);
  });

  test.each([
    ["a blank name", { name: " " }],
    ["a field without a name", { name: "N", fields: [{ name: "" }] }],
    ["a type of field that HTML does not have", { name: "N", fields: [{ name: "f", type: "SLIDER" }] }],
    ["a field with an id", { name: "N", fields: [{ name: "f", id: fieldId }] }],
    ["an id of another type", { name: "N", templateId: gid("Organization", organizationId) }],
    ["an address that is none", { name: "N", notifyEmails: ["nowhere"] }],
  ])("is refused for %s, without a call", async (_, input) => {
    const { execute, calls } = gateway();
    expect(codesOf((await execute(create, { input })).errors)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });

  test("whose answer is lost is told with a query that shows it", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "forms.create", times: 1, kind: "reset", afterEffect: true });
    const { errors } = await made.execute(create, { input: { name: "Lost" } });
    expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
    const shown = await made.query(String(errors[0]?.extensions.reconcile));
    expect(shown.forms.nodes[0].name).toBe("Lost");
    expect(made.calls()).toEqual(["web1on1 POST /forms", "web1on1 GET /forms"]);
  });
});

describe("updating a form", () => {
  test("sends the changes alone, null where it clears", async () => {
    const made = gateway();
    const input = { name: "New", templateId: null, pointsByBot: null, status: "ARCHIVED", tags: [] };
    const { updateForm } = await made.query(
      `mutation ($id: ID!, $input: UpdateFormInput!) { updateForm(id: $id, input: $input) {
        formId form { name status template { id } pointsByBot pointsByAgent labels }
      } }`,
      { id: id.toUpperCase(), input },
    );
    expect(updateForm).toEqual({
      formId: gid("Form", id),
      form: {
        name: "New",
        status: "ARCHIVED",
        template: null,
        pointsByBot: null,
        pointsByAgent: 60,
        labels: [],
      },
    });
    expect(bodies(made)).toEqual([
      { name: "New", template: null, status: "archived", tags: [], pointsByBot: null },
    ]);
    expect(made.calls()).toEqual([patch]);
  });

  test("merges meta into what is stored", async () => {
    const made = gateway();
    await made.query(update, { id, input: { meta: { added: { a: 1 }, queue: null } } });
    expect(bodies(made)).toEqual([{ meta: { added: { a: 1 } } }]);
    expect(made.calls()).toEqual([get, patch]);
  });

  test("replaces all fields; those that stay keep their ids, and what is not named is gone", async () => {
    const made = gateway();
    const fields = [
      { name: "new" },
      { id: gid("FormField", `${id}.${fieldId}`), name: "why", required: false },
    ];
    await made.query(update, { id, input: { fields } });
    expect(bodies(made)).toEqual([
      { fields: [{ name: "new" }, { id: fieldId, name: "why", required: false }] },
    ]);
    expect(await stored(made, `/forms/${id}`)).toMatchObject({
      fields: [
        { name: "new", type: "text" },
        { id: fieldId, name: "why" },
      ],
    });
    expect(made.calls()).toEqual([patch]);
  });

  test.each<[string, object]>([
    ["null for a name", { name: null }],
    ["a blank name", { name: "" }],
    ["null for fields", { fields: null }],
    ["null for meta", { meta: null }],
    ["null for the organization", { organizationId: null }],
    [
      "a field of another form",
      { fields: [{ id: gid("FormField", `${templateId}.${fieldId}`), name: "f" }] },
    ],
    [
      "a field that is named twice",
      {
        fields: [
          { id: fieldId, name: "f" },
          { id: fieldId, name: "g" },
        ],
      },
    ],
    ["more fields than a list may hold", { fields: Array(251).fill({ name: "f" }) }],
  ])("is refused for %s, without a call", async (_, input) => {
    const { execute, calls } = gateway();
    expect(codesOf((await execute(update, { id, input })).errors)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });

  test("of a form that does not exist is NOT_FOUND", async () => {
    const made = gateway();
    expect(codesOf((await made.execute(update, { id: unknownId, input: { name: "N" } })).errors)).toEqual([
      "NOT_FOUND",
    ]);
    expect(made.calls()).toEqual([`web1on1 PATCH /forms/${unknownId}`]);
  });
});

describe("deleting a form", () => {
  test("is for good", async () => {
    const made = gateway();
    await made.query("query ($id: ID!) { form(id: $id) { name } }", { id });
    expect(await made.query(remove, { id })).toEqual({ deleteForm: { deletedFormId: gid("Form", id) } });
    expect(await made.query("query ($id: ID!) { form(id: $id) { name } }", { id })).toEqual({ form: null });
    expect(made.calls()).toEqual([get, `web1on1 DELETE /forms/${id}`, get]);
  });

  test("that does not exist is NOT_FOUND", async () => {
    const made = gateway();
    expect(codesOf((await made.execute(remove, { id: unknownId })).errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toEqual([`web1on1 DELETE /forms/${unknownId}`]);
  });
});
