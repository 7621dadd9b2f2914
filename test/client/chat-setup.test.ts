import { expect, test } from "vitest";
import { formId } from "../../src/sandbox/data/ids.ts";
import { settled } from "../support/clock.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { isListed } from "../web1on1/upstream.ts";
import { documents, examples } from "./run-operation.ts";

/** The answer of the operation, as far as it is read here by name. */
interface ChatSetup {
  readonly organizations: { readonly nodes: readonly { readonly name: string }[] };
}

/** Runs the operation, with time for the rate limit. */
async function run(made: TestGateway): Promise<ChatSetup> {
  let isAnswered = false;
  const answer = made.query(documents.get("chat-setup") ?? "", examples["chat-setup"]).finally(() => {
    isAnswered = true;
  });
  await settled();
  while (!isAnswered) await made.clock.advance(50);
  return answer;
}

test("chat-setup: each list once, the workflows of each organization, and what no list shows", async () => {
  const made = gateway();
  const { organizations } = await run(made);
  const { web1on1 } = made.sandbox.data;
  const shown = web1on1.organizations.filter(isListed).slice(0, 50);
  expect(organizations.nodes.map(({ name }) => name)).toEqual(shown.map(({ name }) => name));
  for (const [at, { id }] of shown.entries()) {
    const ofOrganization = ({ organization, status }: { organization?: unknown; status?: unknown }) =>
      organization === id && status !== "archived" && status !== "pendingArchive";
    expect(organizations.nodes[at]).toMatchObject({
      bots: web1on1.bots.filter(ofOrganization).map(({ name }) => ({ name })),
      botInstances: web1on1.botInstances.filter(ofOrganization).map(({ name }) => ({ name })),
      services: web1on1.services.filter(ofOrganization).map(({ name }) => ({ name })),
      groups: web1on1.organizationGroups
        .filter(({ members }) => members?.includes(id))
        .map(({ name }) => ({ name })),
    });
  }
  const calls = made.callsWithQueries();
  const page = "limit=100&offset=0";
  const lists = ["organizations", "orggroups", "bots", "botinstances", "services", "forms", "users"];
  expect(calls.filter((call) => call.endsWith(`?${page}`)).sort()).toEqual(
    lists.map((list) => `web1on1 GET /${list}?${page}`).sort(),
  );
  expect(calls.filter((call) => call.endsWith("/workflows")).sort()).toEqual(
    shown.map(({ id }) => `web1on1 GET /organizations/${id}/workflows`).sort(),
  );
  // Creators behind the first page of users are asked for by their ids, in one call.
  expect(calls.filter((call) => call.includes("/users?id=["))).toHaveLength(1);
  // One form is archived, and one is deleted.
  expect(calls.filter((call) => call.includes("/forms/")).sort()).toEqual(
    [5, 9].map((key) => `web1on1 GET /forms/${formId(key)}`).sort(),
  );
  expect(calls).toHaveLength(7 + 50 + 1 + 2);
});
