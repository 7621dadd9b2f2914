import fc from "fast-check";
import { expect, test } from "vitest";
import { organizationId, personId, userId } from "../../src/sandbox/data/ids.ts";
import { gateway } from "../support/gateway.ts";

const page = (rows: readonly object[]) => ({ data: rows, has_next_page: false });

/** One good row of each noun that joins look at; all of them are about one person and one company. */
const good = {
  person: {
    id: personId(1),
    first_name: "Ann",
    last_name: "Lee",
    email: "ann@acme.example",
    platforms: { web1on1: userId(1) },
    imported_id: "7",
  },
  user: { id: userId(1), displayName: "Ann", email: "ann@acme.example" },
  contact: { id: "c1", name: "Ann", domain: "ann@acme.example" },
  account: {
    id: "a1",
    type: "Company",
    name: "Acme",
    domain: "acme.example",
    source_specific_ids: [organizationId("acme")],
  },
  organization: {
    id: organizationId("acme"),
    name: "Acme",
    url: "https://acme.example",
    email: "info@acme.example",
  },
} as const;

/** A row as the good one, with another id and any JSON in the fields that joins read. */
const spoilt = <Row extends { readonly id: string }>(row: Row, id: string, fields: readonly (keyof Row)[]) =>
  fc
    .tuple(...fields.map(() => fc.jsonValue({ maxDepth: 2 })))
    .map((values) => ({ ...row, id, ...Object.fromEntries(fields.map((field, at) => [field, values[at]])) }));

const badRows = fc.record({
  person: spoilt(good.person, personId(2), ["email", "platforms", "imported_id"]),
  user: spoilt(good.user, userId(2), ["email"]),
  contact: spoilt(good.contact, "c2", ["domain"]),
  account: spoilt(good.account, "a2", ["type", "domain", "source_specific_ids"]),
  organization: spoilt(good.organization, organizationId("twin"), ["url", "email"]),
});

/** Values that have broken key functions: other types, empty ones, and those that look like a list or a map of keys. */
const known = [12345, true, null, "", [], {}, ["x"], { zendesk: "5" }, [null, 7, {}], { web1on1: 7 }];

test("whatever stands in the fields of one row, all others are joined", async () => {
  const { sandbox, clock, execute, calls } = gateway();
  const set = (bad: { readonly [Noun in keyof typeof good]: object }) => {
    const { assembled, assembly, web1on1 } = sandbox;
    const rowsOf = (noun: keyof typeof good) => [bad[noun], good[noun]];
    const people = { [personId(2)]: bad.person, [personId(1)]: good.person };
    const accounts = page(rowsOf("account"));
    const contacts = page(rowsOf("contact"));
    // Once as the page of people and once as the roster.
    assembled.inject({ row: "people.list", reply: { status: 200, body: { people, total: 2 } }, times: 2 });
    assembly.inject({ row: "accounts.list", reply: { status: 200, body: { accounts } }, times: 1 });
    assembly.inject({ row: "contacts.list", reply: { status: 200, body: { contacts } }, times: 1 });
    web1on1.inject({ row: "users.list", reply: { status: 200, body: rowsOf("user") }, times: 1 });
    web1on1.inject({
      row: "organizations.list",
      reply: { status: 200, body: rowsOf("organization") },
      times: 1,
    });
  };
  const joined = `{
    people { nodes { sourceId user { sourceId } } }
    users { nodes { sourceId person { sourceId } contact { sourceId } } }
    contacts { nodes { sourceId user { sourceId } } }
    accounts { nodes { sourceId organization { sourceId } } }
    organizations { nodes { sourceId account { sourceId } } }
  }`;
  const spoiltAlike = known.map((value) => ({
    person: { ...good.person, id: personId(2), email: value, platforms: value, imported_id: value },
    user: { ...good.user, id: userId(2), email: value },
    contact: { ...good.contact, id: "c2", domain: value },
    account: { ...good.account, id: "a2", type: value, domain: value, source_specific_ids: value },
    organization: { ...good.organization, id: organizationId("twin"), url: value, email: value },
  }));
  const look = async (bad: Parameters<typeof set>[0]) => {
    set(bad);
    const { data, errors } = await execute(joined);
    const of = (noun: string, id: string) =>
      data[noun].nodes.find(({ sourceId }: { sourceId: string }) => sourceId === id);
    expect(errors).toEqual([]);
    expect(of("people", personId(1)).user).toEqual({ sourceId: userId(1) });
    expect(of("users", userId(1))).toMatchObject({
      person: { sourceId: personId(1) },
      contact: { sourceId: "c1" },
    });
    expect(of("contacts", "c1").user).toEqual({ sourceId: userId(1) });
    expect(of("accounts", "a1").organization).toEqual({ sourceId: organizationId("acme") });
    expect(of("organizations", organizationId("acme")).account).toEqual({ sourceId: "a1" });
    expect(new Set(calls())).toEqual(
      new Set([
        "assembled GET /v0/people",
        "assembly GET /accounts",
        "assembly GET /contacts",
        "web1on1 GET /organizations",
        "web1on1 GET /users",
      ]),
    );
    // Until nothing is kept.
    await clock.advance(11 * 60_000);
  };
  for (const bad of spoiltAlike) await look(bad);
  await fc.assert(fc.asyncProperty(badRows, look), { numRuns: 12 });
});
