import { isObjectType, parse } from "graphql";
import { beforeAll, expect, test } from "vitest";
import type { CostOf, FieldCosts } from "../../src/estimate/field-cost.ts";
import { demandsOf } from "../../src/estimate/walk.ts";
import { costsOf, fullModel } from "../../src/graphql/model.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";
import { accountCases, contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { counted } from "../support/planned.ts";
import { sampleArguments } from "./arguments.ts";
import { operationsOfEveryField } from "./every-field.ts";
import { rowsOf, type Watched, watchResolvers } from "./watched-resolvers.ts";

const fieldCosts = costsOf(fullModel);
const made = gateway({ parts: { schema: createSchema() } });
const { schema } = made.gateway;
let watched: Watched;
/** Rows that costs name, by `Type.field`, for the operations that were watched. */
const stated = new Map<string, Set<AnyEndpoint>>();

/** As the costs, noting what they state. */
const noted: FieldCosts = Object.fromEntries(
  Object.entries(fieldCosts).map(([coordinate, cost]): [string, CostOf<never>] => [
    coordinate,
    (args, known) => {
      const { uses = [], ...rest } = typeof cost === "function" ? cost(args, known) : cost;
      const rows = uses.flatMap(({ access }) => rowsOf(access));
      stated.set(coordinate, new Set([...(stated.get(coordinate) ?? []), ...rows]));
      // Whatever one operation finds nothing below, another may.
      return { ...rest, uses };
    },
  ]),
);

beforeAll(async () => {
  await made.query("{ __typename }");
  watched = watchResolvers(schema);
  const { byField } = sampleArguments(made.sandbox.data);
  for (const document of operationsOfEveryField(schema, byField)) await watch(document);
  await watchSparseRows(made);
}, 60_000);

/** Runs an operation, and states what it costs. */
async function watch(document: string): Promise<void> {
  const parsed = parse(document);
  const [operation] = parsed.definitions;
  if (operation?.kind !== "OperationDefinition") throw new Error("Every document here is one operation.");
  demandsOf({ schema, fragments: new Map(), variables: {} }, operation, noted);
  // Far enough apart that none is refused for the rate limits.
  await made.clock.advance(1_000);
  await counted(made, document);
}

/** What a row leaves out is asked for, and so is what an update does not answer. */
async function watchSparseRows({ sandbox }: TestGateway): Promise<void> {
  const { tierId } = showcase.account;
  const labels = { tier: tierId, stage: tierId };
  const once = (row: string, body: unknown) => ({ row, times: 1, reply: { status: 200, body } });
  const account = { id: accountCases.none.accountId, type: "Company", name: "A", domain: "a.example" };
  const contact = { id: contactCases.none.contactId, name: "C", domain: "c@a.example", ...labels };
  sandbox.assembly.inject(once("accounts.getByDomain", { account }));
  await watch(`{ account(by: { domain: "sparse.example" }) { additionalProperties } }`);
  sandbox.assembly.inject(once("contacts.getByEmail", { contact }));
  await watch(
    `{ contact(by: { email: "c@sparse.example" }) { additionalProperties tier { id } stage { id } } }`,
  );
  for (const verb of ["create", "update"]) {
    sandbox.assembly.inject(once(`additionalProperties.${verb}ForAccount`, {}));
    const of = `{ account: { domain: "${showcase.account.domain}" } }`;
    await watch(
      `mutation { ${verb}AdditionalProperties(input: { of: ${of}, properties: { a: 1 } }) { ownerId } }`,
    );
  }
  sandbox.assembled.inject(once("people.update", {}));
  const { personId, userId } = showcase.person;
  await watch(`mutation { updatePerson(id: "${personId}", input: { firstName: "S" }) { person { id } } }`);
  sandbox.web1on1.inject(once("users.update", {}));
  sandbox.web1on1.inject(once("organizations.update", {}));
  await watch(`mutation { updateUser(id: "${userId}", input: { givenName: "S" }) { user { id } } }`);
  const { organizationId } = showcase.account;
  await watch(
    `mutation { updateOrganization(id: "${organizationId}", input: { name: "A" }) { organization { id } } }`,
  );
}

test("every field is resolved by an operation that is watched", () => {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__")
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
  expect(fields.filter((field) => !watched.resolved.has(field))).toEqual([]);
});

test("every field that may reach a system has a cost, and every cost is that of such a field", () => {
  // These two tell only how many objects there are.
  const counting = ["CreateActivitiesPayload.activities", "CreatePeoplePayload.people"];
  expect([...watched.reached.keys(), ...counting].sort()).toEqual(Object.keys(fieldCosts).sort());
});

test("a cost names every row that its field was seen to use", () => {
  const unstated = [...watched.reached].flatMap(([field, rows]) =>
    [...rows].flatMap((row) => (stated.get(field)?.has(row) ? [] : `${field}: ${row.method} ${row.path}`)),
  );
  expect(unstated).toEqual([]);
});
