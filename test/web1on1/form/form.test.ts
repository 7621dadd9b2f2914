import { describe, expect, test } from "vitest";
import { formId, organizationId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { objectIdOf } from "../../../src/sandbox/random.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, pagesOf, unknownId } from "../upstream.ts";

const { id, templateId } = showcase.form;
const acme = showcase.account.organizationId;
const get = (form: string) => `web1on1 GET /forms/${form}`;
const nameOf = "query ($id: ID!) { form(id: $id) { name } }";

describe("a form", () => {
  test("is answered with all that it says of itself, and with what it points at", async () => {
    const made = gateway();
    const { form } = await made.query(
      `query ($id: ID!) { form(id: $id) {
        id sourceId name type profileFields notifyEmails status tags labels pointsByAgent pointsByBot meta
        createdAt updatedAt organization { name } template { id organization { name } }
      } }`,
      { id: gid("Form", id) },
    );
    expect(form).toEqual({
      id: gid("Form", id),
      sourceId: id,
      name: "Robot out of order",
      type: "TOPIC",
      profileFields: ["GIVEN_NAME", "FAMILY_NAME"],
      notifyEmails: ["results@acme.example"],
      status: "ACTIVE",
      tags: [],
      labels: [],
      pointsByAgent: 60,
      pointsByBot: 40,
      meta: { queue: "acme" },
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
      organization: { name: "Acme Robotics" },
      template: { id: gid("Form", templateId), organization: { name: "Web1on1 Sandbox" } },
    });
    expect(made.calls().sort()).toEqual(
      [
        get(id),
        get(templateId),
        `web1on1 GET /organizations/${acme}`,
        `web1on1 GET /organizations/${organizationId("master")}`,
      ].sort(),
    );
  });

  test("that is archived still answers by its id", async () => {
    const made = gateway();
    expect(await made.query("query ($id: ID!) { form(id: $id) { status } }", { id: formId(5) })).toEqual({
      form: { status: "ARCHIVED" },
    });
    expect(made.calls()).toEqual([get(formId(5))]);
  });

  test.each([formId(9), unknownId])("that does not exist is null: %s", async (unknown) => {
    const made = gateway();
    expect(await made.query(nameOf, { id: unknown })).toEqual({ form: null });
    expect(made.calls()).toEqual([get(unknown)]);
  });

  test("whose template is gone has none", async () => {
    const made = gateway();
    const query = "query ($id: ID!) { form(id: $id) { name template { name } } }";
    expect(await made.query(query, { id: formId(8) })).toEqual({
      form: { name: "Leasing", template: null },
    });
    expect(made.calls()).toEqual([get(formId(8)), get(formId(9))]);
  });

  test("keeps to what the schema knows of types and profile fields", async () => {
    const made = gateway();
    const body = { id, type: "wizard", status: "frozen", profileFields: ["gender", "shoeSize"], template: 7 };
    made.sandbox.web1on1.inject({ row: "forms.get", reply: { status: 200, body } });
    const query =
      "query ($id: ID!) { form(id: $id) { name type status profileFields template { id } fields { id } } }";
    expect(await made.query(query, { id })).toEqual({
      form: { name: null, type: null, status: null, profileFields: ["GENDER"], template: null, fields: null },
    });
    expect(made.calls()).toEqual([get(id)]);
  });

  test.each(["me", gid("User", id), `${id}.${id}`])("is not asked for by %s", async (malformed) => {
    const { execute, calls } = gateway();
    expect(codesOf((await execute(nameOf, { id: malformed })).errors)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

describe("where a caller may list forms and not read one", () => {
  const refusing = () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "forms.get", reply: { status: 403 } });
    return made;
  };
  const listed = (form: string) => `web1on1 GET /forms?id=${form}&limit=100&offset=0`;

  test("a form comes from the list", async () => {
    const made = refusing();
    expect(await made.query(nameOf, { id: id.toUpperCase() })).toEqual({
      form: { name: "Robot out of order" },
    });
    expect(made.callsWithQueries()).toEqual([get(id), listed(id)]);
  });

  const listedWith = (query: string) => `web1on1 GET /forms?${query}limit=100&offset=0`;
  const anyStatus = "status=[active,archived]&";

  test("an archived one comes from the list when that is asked for archived ones, too", async () => {
    const made = refusing();
    const { form } = await made.query("query ($id: ID!) { form(id: $id) { sourceId status } }", {
      id: formId(5),
    });
    expect(form).toEqual({ sourceId: formId(5), status: "ARCHIVED" });
    expect(made.callsWithQueries().toSorted()).toEqual(
      [get(formId(5)), listed(formId(5)), listedWith(`id=${formId(5)}&${anyStatus}`)].toSorted(),
    );
  });

  test("one that does not exist stays refused, since no list proves absence", async () => {
    const made = refusing();
    const { data, errors } = await made.execute(nameOf, { id: unknownId });
    expect(data).toEqual({ form: null });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN", endpoint: "GET /forms/{form_id}" } }]);
    expect(made.calls()).toEqual([get(unknownId), "web1on1 GET /forms", "web1on1 GET /forms"]);
  });

  test("the refusal stands where the list refuses to be asked for several statuses", async () => {
    const made = refusing();
    made.sandbox.web1on1.inject({ row: "forms.list", times: 1, reply: { status: 200, body: [] } });
    made.sandbox.web1on1.inject({ row: "forms.list", reply: { status: 400 } });
    const { errors } = await made.execute(nameOf, { id: unknownId });
    expect(codesOf(errors)).toEqual(["FORBIDDEN"]);
    expect(errors[0]?.extensions.endpoint).toBe("GET /forms/{form_id}");
  });

  describe("and the list knows no filter by id", () => {
    const others = Array.from({ length: 100 }, (_, at) => ({
      id: objectIdOf(`other/${at}`),
      name: "Another",
    }));
    /** Answers pages, each with a link to the next but the last. */
    const answerPages = (made: TestGateway, ...pages: (readonly object[])[]) => {
      for (const [at, body] of pages.entries()) {
        const headers = { link: at < pages.length - 1 ? '</v2/forms?offset=9>; rel="next"' : "" };
        made.sandbox.web1on1.inject({ row: "forms.list", times: 1, reply: { status: 200, body, headers } });
      }
    };

    test("it is looked for in the whole list, page by page", async () => {
      const made = refusing();
      answerPages(made, others);
      answerPages(made, others, [{ id, name: "Found" }]);
      expect(await made.query(nameOf, { id })).toEqual({ form: { name: "Found" } });
      expect(made.callsWithQueries()).toEqual([
        get(id),
        listed(id),
        listedWith(""),
        "web1on1 GET /forms?limit=100&offset=100",
      ]);
    });

    test("a row of another form is not taken for it", async () => {
      const made = refusing();
      const body = [{ id: templateId, name: "Another" }];
      made.sandbox.web1on1.inject({ row: "forms.list", reply: { status: 200, body } });
      const { data, errors } = await made.execute(nameOf, { id });
      expect([data, codesOf(errors)]).toEqual([{ form: null }, ["FORBIDDEN"]]);
      expect(made.calls()[0]).toBe(get(id));
    });
  });

  test("after any other failure the list is not read", async () => {
    const made = gateway();
    made.sandbox.web1on1.inject({ row: "forms.get", reply: { status: 400 } });
    expect(codesOf((await made.execute(nameOf, { id })).errors)).toEqual(["UPSTREAM_REJECTED"]);
    expect(made.calls()).toEqual([get(id)]);
  });
});

describe("the forms of organizations", () => {
  const ofOne = "query ($id: ID!) { organization(by: { id: $id }) { forms { name status } } }";

  test("of one come by a filter, archived ones aside", async () => {
    const made = gateway();
    const { organization } = await made.query(ofOne, { id: acme });
    const active = (name: string) => ({ name, status: "ACTIVE" });
    expect(organization.forms).toEqual(["Robot out of order", "保証", "Leasing", "Intake"].map(active));
    expect(made.callsWithQueries()).toEqual([
      `web1on1 GET /organizations/${acme}`,
      `web1on1 GET /forms?organization=${acme}&limit=100&offset=0`,
    ]);
  });

  test("of many come with the list of all, their templates too", async () => {
    const made = gateway();
    const { organizations } = await made.query(
      "{ organizations(first: 50) { nodes { forms { name organization { name } template { name } } } } }",
    );
    const counts = organizations.nodes.map(({ forms }: { forms: object[] }) => forms.length);
    expect(counts.slice(0, 2)).toEqual([3, 4]);
    expect(counts.every((count: number) => count > 0)).toBe(true);
    expect(made.callsWithQueries()).toEqual([
      ...pagesOf("organizations", 0),
      ...pagesOf("forms", 0),
      // The templates that no list shows: an archived one, and one that is gone.
      get(formId(5)),
      get(formId(9)),
    ]);
  });
});
