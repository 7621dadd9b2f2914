import { describe, expect, test } from "vitest";
import { formId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, unknownId } from "../upstream.ts";

const acme = showcase.account.organizationId;
const path = `/organizations/${acme}`;
const read = `web1on1 GET ${path}`;
const list = `${read}/categories`;

const slotsOf = ({ sandbox }: TestGateway, id = acme) =>
  sandbox.data.web1on1.organizations.find((organization) => organization.id === id)?.categories ?? [];

const idOf = (made: TestGateway, index: number): string => slotsOf(made)[index]?.id ?? "";

const categoryGid = (id: string): string => gid("Category", `${acme}.${id}`);

const inSlots = (made: TestGateway, fields: string) =>
  made.query(`{ organization(by: { id: "${acme}" }) { categories { ${fields} } } }`);

describe("categories of an organization", () => {
  test("keep their ten slots: order, places and holes", async () => {
    const made = gateway();
    const { organization } = await inSlots(made, "index id sourceId name tags organization { sourceId }");
    const rows = slotsOf(made);
    expect(rows.map((row) => row === null)).toEqual([..."0001001000"].map((digit) => digit === "1"));
    expect(organization.categories).toEqual(
      rows.map(
        (row, index) =>
          row && {
            index,
            id: categoryGid(row.id ?? ""),
            sourceId: row.id,
            name: row.name,
            tags: row.tags,
            organization: { sourceId: acme },
          },
      ),
    );
    expect(made.calls()).toEqual([read]);
  });

  test("lead to their forms, of all slots by one page of the list, less what is deleted", async () => {
    const made = gateway();
    const { organization } = await inSlots(made, "forms { id }");
    expect(organization.categories).toEqual(
      slotsOf(made).map(
        (row) =>
          row && {
            forms: (row.forms ?? []).flatMap((id) => (id === formId(9) ? [] : { id: gid("Form", id) })),
          },
      ),
    );
    // One is archived, and one is deleted.
    const unlisted = [5, 9].map((key) => `web1on1 GET /forms/${formId(key)}`);
    expect(made.calls()).toEqual([read, "web1on1 GET /forms", ...unlisted]);
  });

  test("leave out forms that do not exist, and have none where none are named", async () => {
    const made = gateway();
    const [known = ""] = slotsOf(made)[0]?.forms ?? [];
    const categories = [
      { id: idOf(made, 0), name: "A", forms: [unknownId, known] },
      { id: unknownId, name: "B" },
    ];
    made.sandbox.web1on1.inject({
      row: "organizations.get",
      reply: { status: 200, body: { id: acme, categories } },
    });
    const { organization } = await inSlots(made, "forms { id }");
    expect(organization.categories).toEqual([{ forms: [{ id: gid("Form", known) }] }, { forms: [] }]);
    expect(made.calls()).toEqual([read, "web1on1 GET /forms", `web1on1 GET /forms/${unknownId}`]);
  });

  test.each([["text"], [{ 0: null }], [7]])(
    "are null with an error when there is %j in their place",
    async (odd) => {
      const made = gateway();
      const body = { id: acme, categories: odd };
      made.sandbox.web1on1.inject({ row: "organizations.get", reply: { status: 200, body } });
      const { data, errors } = await made.execute(
        `{ organization(by: { id: "${acme}" }) { sourceId categories { index } } }`,
      );
      expect(data.organization).toEqual({ sourceId: acme, categories: null });
      expect(codesOf(errors)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
      expect(made.calls()).toEqual([read]);
    },
  );

  test("one whose id cannot be read spoils its own slot, and moves no other one", async () => {
    const made = gateway();
    const categories = [{ id: [7], name: "Odd", index: "no slot" }, { id: 17, name: "Number" }, null];
    made.sandbox.web1on1.inject({
      row: "organizations.get",
      reply: { status: 200, body: { id: acme, categories } },
    });
    const { data, errors } = await made.execute(
      `{ organization(by: { id: "${acme}" }) { ids: categories { id } names: categories { index name } } }`,
    );
    expect(data.organization).toEqual({
      ids: [null, { id: categoryGid("17") }, null],
      names: [null, { index: 1, name: "Number" }, null],
    });
    expect(errors.map(({ path }) => path)).toEqual([
      ["organization", "ids", 0],
      ["organization", "names", 0],
    ]);
    expect(codesOf(errors)).toEqual(["UPSTREAM_INVALID_RESPONSE", "UPSTREAM_INVALID_RESPONSE"]);
    expect(made.calls()).toEqual([read]);
  });
});

describe("one category", () => {
  const document = "query ($organization: ID!, $id: ID!) { category(organization: $organization, id: $id)";

  test.each([
    ["its own id", acme, (id: string) => id],
    ["its own id in upper case", gid("Organization", acme), (id: string) => id.toUpperCase()],
    ["its global id", acme.toUpperCase(), categoryGid],
  ])("is found by %s, for one call", async (_, organization, idAs) => {
    const made = gateway();
    const id = idOf(made, 4);
    const { category } = await made.query(`${document} { id sourceId name tags } }`, {
      organization,
      id: idAs(id),
    });
    expect(category).toEqual({ id: categoryGid(id), sourceId: id, name: slotsOf(made)[4]?.name, tags: [] });
    expect(made.calls()).toEqual([`${list}/${id}`]);
  });

  test("tells its slot by the organization, which is read for that", async () => {
    const made = gateway();
    const id = idOf(made, 4);
    // What it says of a place itself is not documented.
    made.sandbox.web1on1.inject({
      row: "organizationCategories.get",
      reply: { status: 200, body: { id, name: "A", index: 9 } },
    });
    const { category } = await made.query(`${document} { index organization { name } } }`, {
      organization: acme,
      id,
    });
    expect(category).toEqual({ index: 4, organization: { name: "Acme Robotics" } });
    expect(made.calls()).toEqual([`${list}/${id}`, read]);
  });

  test("has no slot where the organization does not hold it any more", async () => {
    const made = gateway();
    const id = idOf(made, 4);
    made.sandbox.web1on1.inject({
      row: "organizations.get",
      reply: { status: 200, body: { id: acme, categories: [null] } },
    });
    expect(await made.query(`${document} { index } }`, { organization: acme, id })).toEqual({
      category: { index: null },
    });
    expect(made.calls()).toEqual([`${list}/${id}`, read]);
  });

  test("is null when it does not exist, or its organization does not", async () => {
    const made = gateway();
    for (const organization of [acme, unknownId]) {
      expect(await made.query(`${document} { id } }`, { organization, id: unknownId })).toEqual({
        category: null,
      });
    }
    expect(made.calls()).toEqual(
      [acme, unknownId].map((id) => `web1on1 GET /organizations/${id}/categories/${unknownId}`),
    );
  });

  test.each([
    ["an id of another form", acme, "4"],
    ["the global id of another type", acme, gid("Organization", acme)],
    ["a category of another organization", acme, gid("Category", `${unknownId}.${unknownId}`)],
    ["an organization that can be none", "me", unknownId],
  ])("is not asked for by %s", async (_, organization, id) => {
    const made = gateway();
    const { errors } = await made.execute(`${document} { id } }`, { organization, id });
    expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
    expect(made.calls()).toEqual([]);
  });
});

describe("several categories of one organization", () => {
  const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Category { sourceId } } }";

  test("come from its list, and what that does not show is read by itself", async () => {
    const made = gateway();
    const [first, second] = [idOf(made, 0), idOf(made, 1)];
    const { nodes } = await made.query(document, { ids: [second, unknownId, first].map(categoryGid) });
    expect(nodes).toEqual([{ sourceId: second }, null, { sourceId: first }]);
    expect(made.calls()).toEqual([list, `${list}/${unknownId}`]);
  });

  test("are not asked for one by one when the list fails, nor are others", async () => {
    const made = gateway();
    const other = made.sandbox.data.web1on1.organizations.find(
      ({ id, categories }) => id !== acme && categories?.[0],
    );
    const own = other?.categories?.[0]?.id;
    made.sandbox.web1on1.inject({ row: "organizationCategories.list", reply: { status: 403 } });
    const { data, errors } = await made.execute(document, {
      ids: [categoryGid(idOf(made, 0)), categoryGid(idOf(made, 1)), gid("Category", `${other?.id}.${own}`)],
    });
    expect(data.nodes).toEqual([null, null, { sourceId: own }]);
    expect(codesOf(errors)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
    expect(made.calls()).toEqual([list, `web1on1 GET /organizations/${other?.id}/categories/${own}`]);
  });

  test("are null where the organization does not exist", async () => {
    const made = gateway();
    const ids = [acme, unknownId].map((own) => gid("Category", `${unknownId}.${own}`));
    expect(await made.query(document, { ids })).toEqual({ nodes: [null, null] });
    const listOfNone = `web1on1 GET /organizations/${unknownId}/categories`;
    expect(made.calls()).toEqual([listOfNone, `${listOfNone}/${acme}`, `${listOfNone}/${unknownId}`]);
  });
});
