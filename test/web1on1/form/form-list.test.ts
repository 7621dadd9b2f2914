import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { formId } from "../../../src/sandbox/data/web1on1/forms.ts";
import type { StoredForm } from "../../../src/sandbox/data/web1on1/stored.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, isListed } from "../upstream.ts";

const list = `query ($filter: FormsFilter, $sort: FormsSort, $first: Int, $after: String) {
  forms(filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes { sourceId }
    edges { cursor node { sourceId } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const { organizationId } = showcase.account;

const rows = ({ sandbox }: TestGateway): readonly StoredForm[] => sandbox.data.web1on1.forms;
const idsOf = (some: readonly StoredForm[]) => some.map(({ id }) => ({ sourceId: id }));

test.each<[string, object | null, string, (form: StoredForm) => boolean]>([
  ["everything listed", null, "", () => true],
  [
    "organization",
    { organization: gid("Organization", organizationId) },
    `organization=${organizationId}&`,
    ({ organization }) => organization === organizationId,
  ],
  ["name, as it is written", { name: "保証" }, "name=保証&", ({ name }) => name === "保証"],
  ["type", { type: "TOPIC" }, "type=topic&", ({ type }) => type === "topic"],
  [
    "template",
    { template: gid("Form", formId(0)) },
    `template=${formId(0)}&`,
    ({ template }) => template === formId(0),
  ],
  ["status, archived", { status: "ARCHIVED" }, "status=archived&", ({ status }) => status === "archived"],
  ["tag", { tag: "retail" }, "tags=retail&", ({ tags }) => tags?.includes("retail") ?? false],
])("forms are listed by %s", async (_, filter, sent, matches) => {
  const made = gateway();
  const { forms } = await made.query(list, { filter, first: 100 });
  const expected = rows(made)
    .filter((row) => isListed(row) || sent.startsWith("status=archived"))
    .filter(matches);
  expect(expected).not.toEqual([]);
  expect(forms.nodes).toEqual(idsOf(expected));
  expect(forms.edges.map(({ node }: { node: object }) => node)).toEqual(forms.nodes);
  expect(made.callsWithQueries()).toEqual([`web1on1 GET /forms?${sent}limit=100&offset=0`]);
});

test.each([
  ["NAME", "ASCENDING", "name"],
  ["CREATED_AT", "DESCENDING", "-createdAt"],
  ["UPDATED_AT", "ASCENDING", "updatedAt"],
])("forms can be sorted by %s, %s", async (field, direction, sent) => {
  const made = gateway();
  const { forms } = await made.query(list, { sort: { field, direction }, first: 5 });
  const name = sent.replace("-", "") as "createdAt" | "name" | "updatedAt";
  const sortedValue = ({ sourceId }: { sourceId: string }) =>
    rows(made).find(({ id }) => id === sourceId)?.[name] ?? "";
  const values: string[] = forms.nodes.map(sortedValue);
  const sorted = [...values].sort();
  expect(values).toEqual(direction === "ASCENDING" ? sorted : sorted.reverse());
  expect(made.callsWithQueries()).toEqual([`web1on1 GET /forms?sort=${sent}&limit=5&offset=0`]);
});

test("a walk gives each listed form once and ends", async () => {
  const made = gateway();
  const walked: object[] = [];
  let after: string | null = null;
  do {
    const { forms } = await made.query(list, { first: 30, after });
    walked.push(...forms.nodes);
    after = forms.pageInfo.hasNextPage ? forms.pageInfo.endCursor : null;
  } while (after !== null);
  expect(walked).toEqual(idsOf(rows(made).filter(isListed)));
  expect(made.callsWithQueries()).toEqual(["web1on1 GET /forms?limit=100&offset=0"]);
});

test.each([
  { filter: { name: "~Intake" } },
  { filter: { tag: "[retail,travel]" } },
  { filter: { organization: gid("Form", organizationId) } },
  { first: 101 },
])("a list that cannot be, %j, is refused without a call", async (variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(list, variables);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(calls()).toEqual([]);
});
