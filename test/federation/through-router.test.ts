import { graphql } from "graphql";
import { describe, expect, test } from "vitest";
import { showcase, ticketCases } from "../../src/sandbox/data/showcase.ts";
import { examplePackages } from "../support/example-packages.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { billing, billingSdl, invoicesOf } from "./billing.ts";
import { createRouter } from "./router.ts";
import { models, sdlOf } from "./subgraph.ts";

type Skip = (reason: string) => void;

const started = (): Promise<TestServer> => startServer({ parts: { model: models.plain } });

/** A router over a gateway that listens, and a billing system. */
function routerOf(skip: Skip, { sandbox, url }: TestServer, headers: Readonly<Record<string, string>> = {}) {
  const { rootValue, schema } = billing(invoicesOf(sandbox.data), ["domain"]);
  return createRouter(
    examplePackages(skip),
    {
      tributary: { sdl: sdlOf("plain"), at: `${url}/graphql` },
      billing: {
        sdl: billingSdl(),
        at: (source, variableValues) => graphql({ schema, rootValue, source, variableValues }),
      },
    },
    headers,
  );
}

/** Facts of errors that do not differ from request to request. */
const factsOf = (
  errors: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[] = [],
) =>
  errors.map(({ extensions: { code, retryable, system, endpoint, status } = {}, ...error }) => ({
    ...error,
    locations: undefined,
    path: error.path,
    code,
    retryable,
    system,
    endpoint,
    status,
  }));

const account = `gid://assembly/Account/${showcase.account.accountId}`;

describe("through a router, answers and errors are those of the gateway", { timeout: 60_000 }, () => {
  test.for<[string, string, Readonly<Record<string, unknown>>]>([
    [
      "an object by its id",
      "query ($id: ID!) { node(id: $id) { __typename id ... on Account { name } } }",
      { id: account },
    ],
    ["one that does not exist", '{ account(by: { domain: "nobody.example" }) { name } }', {}],
    [
      "bad input in one of two fields",
      '{ bad: account(by: { domain: "not a domain" }) { name } good: account(by: { domain: "acme.example" }) { name } }',
      {},
    ],
    [
      "two keys for a look-up",
      "query ($by: AccountLookup!) { account(by: $by) { name } }",
      { by: { domain: "acme.example", id: account } },
    ],
    ["a page that is too large", "{ accounts(first: 101) { nodes { name } } }", {}],
    [
      "a mutation",
      'mutation { updateAccount(by: { domain: "acme.example" }, input: { notes: "Called." }) { accountId account { name notes } } }',
      {},
    ],
    [
      "a mutation of what does not exist",
      'mutation { updateAccount(by: { domain: "nobody.example" }, input: { notes: "Called." }) { accountId } }',
      {},
    ],
  ])("%s", async ([, query, variables], { skip }) => {
    await using server = await started();
    const { data, errors } = await routerOf(skip, server).execute(query, variables);
    const throughRouter = server.calls();
    await using other = await started();
    const { json } = await other.post({ query, variables });
    if (json.data) expect(data).toEqual(json.data);
    const own = factsOf(json.errors);
    // What a router refuses by itself has no code of ours; it gives a place to what refuses the whole.
    const isOwn = errors.some(({ extensions }) => extensions?.code);
    const facts = factsOf(errors).map((error, at) => ({ ...error, path: own[at]?.path && error.path }));
    expect(isOwn ? facts : facts.length).toEqual(isOwn ? own : own.length);
    expect(throughRouter).toEqual(other.calls());
  });

  test("what a mutation gives leads on to other subgraphs", async ({ skip }) => {
    await using server = await started();
    const { data, errors } = await routerOf(skip, server).execute(
      'mutation { updateAccount(by: { domain: "acme.example" }, input: { notes: "Called." }) { account { notes balance } } }',
    );
    expect(errors).toEqual([]);
    expect(data.updateAccount.account).toEqual({ notes: "Called.", balance: expect.any(Number) });
  });

  test("a file is passed on, with the header that shows that no other page sends it", async ({ skip }) => {
    await using server = await started();
    const file = new File(["a picture"], "screenshot.png", { type: "image/png" });
    const reply = `mutation ($file: Upload!, $id: ID!) { replyToInteraction(input: {
      interaction: { id: $id }, content: "See the screenshot.", user: { email: "ann@acme.example" }, files: [$file]
    }) { replyId } }`;
    const send = (headers: Readonly<Record<string, string>>) =>
      routerOf(skip, server, headers).execute(reply, { file, id: ticketCases.email.ticketId });
    const refused = await send({});
    expect(refused.errors[0]?.message).toContain("apollo-require-preflight");
    expect(server.calls()).toEqual([]);
    const { data, errors } = await send({ "apollo-require-preflight": "true" });
    expect(errors).toEqual([]);
    expect(data.replyToInteraction.replyId).toEqual(expect.any(String));
    expect(JSON.parse(server.sandbox.assembly.journal[0]?.body ?? "").files).toMatchObject([
      { filename: "screenshot.png", contentType: "image/png", bytes: "a picture".length },
    ]);
  });
});
