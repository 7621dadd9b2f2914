import type { GraphQLResolveInfo } from "graphql";
import { beforeAll, expect, test } from "vitest";
import type { OperationContext } from "../../src/graphql/context.ts";
import { beginTelling, currentPath, remembered } from "../../src/graphql/field-path.ts";
import type { GatewayContext } from "../../src/graphql/gateway-context.ts";
import { defaultRequestOptions } from "../../src/graphql/request-options.ts";
import { Cancellation } from "../../src/rest/cancellation.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { settled } from "../support/clock.ts";
import { explained } from "../support/explained.ts";
import { gateway } from "../support/gateway.ts";

const { domain, organizationId } = showcase.account;
const desk = `{
  customer: account(by: { domain: "${domain}" }) {
    name
    organization { users(first: 3) { nodes { person { firstName } } } }
  }
}`;

/** Without it the first test would make the schema in its own time. */
beforeAll(() => gateway().query("{ __typename }"), 30_000);

test("each call tells the field that asked for it by its path in the answer, and when it did", async () => {
  const made = gateway();
  await made.query("{ __typename }");
  made.sandbox.web1on1.inject({ row: "organizations.get", times: 1, delayMs: 120 });
  const told = explained(made, desk);
  await settled();
  await made.clock.advance(120);
  const { calls } = (await told).upstream;
  expect(calls.map(({ endpoint, path, startMs }) => [startMs, path?.join("."), endpoint])).toEqual([
    [0, "customer", "GET /accounts/{domain}"],
    [0, "customer.organization", "GET /organizations/{organization_id}"],
    [120, "customer.organization.users", "GET /users"],
    [120, "customer.organization.users.nodes.0.person", "GET /v0/people"],
  ]);
  expect(made.calls()).toEqual([
    `assembly GET /accounts/${domain}`,
    `web1on1 GET /organizations/${organizationId}`,
    "web1on1 GET /users",
    "assembled GET /v0/people",
  ]);
});

test("an operation that does not ask for it remembers no field, and another one of the same moment does", async () => {
  const made = gateway();
  const { contextFor, waiterFor } = made.gateway;
  const options = { ...defaultRequestOptions, explains: "calls" } as const;
  const [quiet, told] = [{}, { options }].map((asked) => contextFor(waiterFor(new Cancellation()), asked));
  await Promise.all(
    [quiet, told].map((contextValue) =>
      made.gateway.apollo.executeOperation(
        { query: "{ viewer { status } }" },
        { contextValue: contextValue as GatewayContext },
      ),
    ),
  );
  expect(quiet?.records.map(({ path }) => path)).toEqual([undefined]);
  expect(told?.records.map(({ path }) => path)).toEqual([["viewer"]]);
  expect(made.calls()).toEqual(["web1on1 GET /users/me"]);
});

test("fields are remembered until the last operation that tells of them has done so", () => {
  const ends = [beginTelling(), beginTelling()];
  const seen: unknown[] = [];
  const resolve = remembered(() => {
    seen.push(currentPath());
    for (const end of ends) {
      end();
      seen.push(currentPath());
    }
  });
  const info = { path: { key: "a", prev: undefined, typename: "Query" } };
  resolve({}, {}, { tellsFields: true } as OperationContext, info as GraphQLResolveInfo);
  expect(seen).toEqual([["a"], ["a"], undefined]);
});
