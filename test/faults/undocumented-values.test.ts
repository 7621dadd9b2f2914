import { expect, test } from "vitest";
import { gateway } from "../support/gateway.ts";

const id = (digit: string) => digit.padStart(24, "0");
const unreadable = { code: "UPSTREAM_INVALID_RESPONSE", retryable: false };

/** A gateway of which one row answers this. */
function answering(system: "assembly" | "assembled" | "web1on1", row: string, body: unknown) {
  const made = gateway();
  made.sandbox[system].inject({ row, reply: { status: 200, body } });
  return made;
}

test("a reference that holds the whole object is read by the object's id, and nothing else of it goes on", async () => {
  const organization = {
    id: id("100"),
    billingInfo: { stripeCustomerId: "SECRET" },
    users: [{ password: "SECRET", apiToken: "SECRET" }],
  };
  const made = answering("web1on1", "users.list", [{ id: id("1"), organization }]);
  const read = { id: id("100"), name: "Acme" };
  made.sandbox.web1on1.inject({ row: "organizations.get", reply: { status: 200, body: read } });
  expect(await made.execute("{ users { nodes { sourceId organization { name } } } }")).toEqual({
    data: { users: { nodes: [{ sourceId: id("1"), organization: { name: "Acme" } }] } },
    errors: [],
  });
  expect(made.calls()).toEqual(["web1on1 GET /users", `web1on1 GET /organizations/${id("100")}`]);
});

test.each([
  ["an id that cannot be one", "legacy-12", null],
  ["nothing", null, null],
  ["an object without an id", { name: "SECRET" }, unreadable],
  ["a list", ["SECRET"], unreadable],
  ["a truth value", true, unreadable],
])("a reference that is %s leads nowhere and costs no call", async (_, organization, error) => {
  const made = answering("web1on1", "users.list", [{ id: id("1"), displayName: "Ann", organization }]);
  const { data, errors } = await made.execute("{ users { nodes { displayName organization { name } } } }");
  expect(data.users.nodes).toEqual([{ displayName: "Ann", organization: null }]);
  expect(errors.map(({ extensions }) => extensions)).toMatchObject(
    error ? [{ ...error, system: "web1on1" }] : [],
  );
  expect(JSON.stringify(errors)).not.toContain("SECRET");
  expect(made.calls()).toEqual(["web1on1 GET /users"]);
});

test("a membership without an organization has none", async () => {
  const memberships = [{ organization: null, role: "admin" }];
  const made = answering("web1on1", "users.myOrganizations", { organizations: memberships });
  expect(await made.query("{ viewerOrganizations { role organization { name } } }")).toEqual({
    viewerOrganizations: [{ role: "ADMIN", organization: null }],
  });
  expect(made.calls()).toEqual(["web1on1 GET /users/me/organizations"]);
});

test.each(["nodes { email }", "edges { node { email } }"])(
  "rows whose id cannot be read are left out of %s with an error, and the others are answered",
  async (selection) => {
    const rows = [
      { id: {}, email: "x@a.example" },
      { id: id("1"), email: "ann@a.example" },
      { id: "\ud83d" },
    ];
    const made = answering("web1on1", "users.list", rows);
    const { data, errors } = await made.execute(`{ users { ${selection} } }`);
    expect(JSON.stringify(data)).toContain("ann@a.example");
    expect(JSON.stringify(data)).not.toContain("x@a.example");
    expect(errors).toMatchObject([
      {
        message: "2 rows are left out here: a system answered no id for them that can be read.",
        path: ["users", selection.split(" ")[0]],
        extensions: { ...unreadable, system: "web1on1", requestId: expect.any(String) },
      },
    ]);
    expect(made.calls()).toEqual(["web1on1 GET /users"]);
  },
);

test("text where a list is documented is an error of its own field", async () => {
  const account = { id: "acc1", type: "Company", name: "Acme", domain: "acme.example", tags: "SECRET" };
  const made = answering("assembly", "accounts.getById", { account });
  const { data, errors } = await made.execute('{ account(by: { id: "acc1" }) { name tags { name } } }');
  expect(data).toEqual({ account: { name: "Acme", tags: null } });
  expect(errors).toMatchObject([
    { path: ["account", "tags"], extensions: { ...unreadable, system: "assembly" } },
  ]);
  expect(JSON.stringify(errors)).not.toContain("SECRET");
  expect(made.logLines.join()).not.toContain('"level":50');
  expect(made.calls()).toEqual(["assembly GET /accounts/acc1"]);
});

test.each([
  ["51 levels", 50, null],
  ["50 levels", 49, []],
  ["4 000 levels", 3_999, null],
])("a map of %s is answered as far as maps of clients may nest", async (_, lists, value) => {
  const nested = JSON.parse(`${"[".repeat(lists)}${"]".repeat(lists)}`);
  const account = { id: "acc1", type: "Company", name: "Acme", additional_properties: { a: nested } };
  const made = answering("assembly", "accounts.getById", { account });
  const { data, errors } = await made.execute(
    '{ account(by: { id: "acc1" }) { name additionalProperties } roles { name } }',
  );
  expect(data.account.name).toBe("Acme");
  expect(data.roles).not.toHaveLength(0);
  expect(data.account.additionalProperties).toEqual(value && { a: nested });
  expect(errors).toMatchObject(
    value
      ? []
      : [{ path: ["account", "additionalProperties"], extensions: { ...unreadable, system: "assembly" } }],
  );
  expect(made.calls().toSorted()).toEqual(["assembled GET /v0/roles", "assembly GET /accounts/acc1"]);
});
