import { describe, expect, test } from "vitest";
import { searchText } from "../../src/lists/search-text.ts";
import { codesOf } from "../support/errors.ts";
import { gateway, type TestGateway, web1on1Address } from "../support/gateway.ts";
import { planned } from "../support/planned.ts";
import { listsLacking } from "./lists-lacking.ts";
import { isListed, pagesOf } from "./upstream.ts";

const users = `query ($search: String, $filter: UsersFilter, $sort: UsersSort, $first: Int, $after: String, $last: Int) {
  users(search: $search, filter: $filter, sort: $sort, first: $first, after: $after, last: $last) {
    totalCount nodes { sourceId } pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

const foundIn = ({ nodes }: { nodes: readonly { sourceId: string }[] }) =>
  nodes.map(({ sourceId }) => sourceId);
const usersFor = async ({ query }: TestGateway, variables: object) =>
  (await query(users, { first: 100, ...variables })).users;

/** Ids of listed users whose address has a text in it, in the order of the list. */
const withAddress = ({ sandbox }: TestGateway, text: string, role?: string) =>
  sandbox.data.web1on1.users
    .filter(isListed)
    .filter((user) => role === undefined || user.role === role)
    .filter(({ email }) => searchText(email ?? "").includes(searchText(text)));
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe("users are found", () => {
  test("letter by letter, for the pages of the list, which are read once", async () => {
    const made = gateway();
    for (const search of ["@", "@help", "@HELPDESK.example"]) {
      const expected = withAddress(made, search);
      const found = await usersFor(made, { search });
      expect([foundIn(found), found.totalCount]).toEqual([idsOf(expected).slice(0, 100), expected.length]);
    }
    expect(made.callsWithQueries()).toEqual(pagesOf("users", 0, 100, 200, 300));
  });

  test("among those that a filter of the upstream leaves, in an order that costs no call", async () => {
    const made = gateway();
    const expected = withAddress(made, "helpdesk", "admin");
    const byAddress = expected.toSorted((one, other) => ((one.email ?? "") < (other.email ?? "") ? -1 : 1));
    const variables = { search: "helpdesk", filter: { role: "ADMIN" } };
    expect(foundIn(await usersFor(made, variables))).toEqual(idsOf(expected));
    const sort = { field: "EMAIL", direction: "DESCENDING" };
    expect(foundIn(await usersFor(made, { ...variables, sort }))).toEqual(idsOf(byAddress.toReversed()));
    expect(made.callsWithQueries()).toEqual(["web1on1 GET /users?role=admin&limit=100&offset=0"]);
  });

  test("in the whole list where the upstream has no filters", async () => {
    const made = gateway({
      emulators: listsLacking("everything else"),
      addresses: { web1on1: { ...web1on1Address, listFeatures: "none" } },
    });
    const expected = withAddress(made, "helpdesk", "admin");
    expect(foundIn(await usersFor(made, { search: "helpdesk", filter: { role: "ADMIN" } }))).toEqual(
      idsOf(expected),
    );
    expect(made.callsWithQueries()).toEqual(pagesOf("users", 0, 100, 200, 300));
  });
});

test("users are listed from the end in the order of the upstream, where it sorts them", async () => {
  const made = gateway();
  const { users: plain } = await made.query("{ users(last: 3) { nodes { sourceId } } }");
  expect(foundIn(plain)).toEqual(idsOf(made.sandbox.data.web1on1.users.filter(isListed).slice(-3)));
  expect(made.callsWithQueries()).toEqual(pagesOf("users", 0, 100, 200, 300));
  await made.query(
    "{ users(last: 3, filter: { role: ADMIN }, sort: { field: EMAIL }) { nodes { sourceId } } }",
  );
  expect(made.callsWithQueries()).toEqual(["web1on1 GET /users?role=admin&sort=email&limit=100&offset=0"]);
});

test("a cursor of another search or filter of users is refused without a call", async () => {
  const made = gateway();
  const { pageInfo } = await usersFor(made, { filter: { role: "SUPERVISOR" }, first: 1 });
  made.calls();
  for (const other of [{}, { filter: { role: "ADMIN" } }, { search: "e", filter: { role: "SUPERVISOR" } }]) {
    const { errors } = await made.execute(users, { ...other, after: pageInfo.endCursor });
    expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  }
  expect(made.calls()).toEqual([]);
});

test("organizations are found by parts of their names and websites, and counted", async () => {
  const made = gateway();
  const namesOf = async (search: string) => {
    const { organizations } = await made.query(
      `query ($search: String) { organizations(search: $search) { totalCount nodes { name } } }`,
      { search },
    );
    expect(organizations.totalCount).toBe(organizations.nodes.length);
    return organizations.nodes.map(({ name }: { name: string }) => name);
  };
  expect(await namesOf("istanbul-cini")).toHaveLength(1);
  expect(await namesOf("cini istanbul")).toEqual(await namesOf("istanbul-cini"));
  expect(made.callsWithQueries()).toEqual(pagesOf("organizations", 0));
  const { plan } = await planned(made, '{ organizations(search: "a") { totalCount } }');
  expect(plan?.web1on1?.calls).toEqual({ least: 0, most: 1 });
});
