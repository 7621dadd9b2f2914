import { describe, expect, test } from "vitest";
import { contactCases, showcase, ticketCases } from "../../../src/sandbox/data/showcase.ts";
import type { Fault } from "../../../src/sandbox/fault.ts";
import { gateway } from "../../support/gateway.ts";
import { sentForms } from "./sent-forms.ts";

const create = `mutation ($input: CreateInteractionInput!) {
  createInteraction(input: $input) { sourceSpecificId ticketNumber }
}`;
const call = "assembly POST /interactions";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const query = "Where is my parcel?\nI have waited for a week.";

test("a ticket of a query alone gets a title and a source specific id, which is told", async () => {
  const { calls, query: run, sandbox } = gateway();
  const { createInteraction } = await run(create, { input: { query } });
  expect(createInteraction).toEqual({
    sourceSpecificId: expect.stringMatching(uuid),
    ticketNumber: "ASM-6",
  });
  expect(calls()).toEqual([call]);
  expect(sentForms(sandbox)).toEqual([
    {
      row: "interactions.create",
      status: 200,
      applied: true,
      fields: {
        query,
        title: "Where is my parcel?",
        source_specific_id: createInteraction.sourceSpecificId,
      },
      files: [],
    },
  ]);
  const again = await run(create, { input: { query } });
  expect(again.createInteraction.sourceSpecificId).not.toBe(createInteraction.sourceSpecificId);
});

test("everything about a ticket arrives, ids in the form that Assembly knows", async () => {
  const { calls, query: run, sandbox } = gateway();
  const { contactId } = contactCases.email;
  const input = {
    query,
    title: "Parcel",
    sourceSpecificId: "chat-9",
    user: {
      id: `gid://assembly/Contact/${contactId}`,
      email: "ada@acme.example",
      sourceSpecificId: "shop-ada",
      name: "Ada",
      username: "ada",
      imageUrl: "https://cdn.example/a,b.png",
    },
    company: { id: `gid://assembly/Account/${showcase.account.accountId}` },
    additionalProperties: { plan: "grow", seats: 3 },
    originalTimestamp: "2026-03-01T09:30:00+01:00",
    imageUrl: "https://cdn.example/a,b.png",
  };
  expect(await run(create, { input })).toEqual({
    createInteraction: { sourceSpecificId: "chat-9", ticketNumber: "ASM-6" },
  });
  expect(calls()).toEqual([call]);
  const [sent] = sentForms(sandbox);
  const { additional_properties, user, ...fields } = sent?.fields ?? {};
  expect(fields).toEqual({
    query,
    title: "Parcel",
    source_specific_id: "chat-9",
    company_id: showcase.account.accountId,
    original_timestamp: "2026-03-01T08:30:00.000Z",
    files_image_url: "https://cdn.example/a%2Cb.png",
  });
  expect(JSON.parse(additional_properties ?? "")).toEqual({ plan: "grow", seats: 3 });
  expect(JSON.parse(user ?? "")).toEqual({
    id: contactId,
    email: "ada@acme.example",
    source_specific_id: "shop-ada",
    name: "Ada",
    username: "ada",
    image_url: "https://cdn.example/a,b.png",
  });
});

test("null is the same as left out", async () => {
  const { query: run, sandbox } = gateway();
  const nothing = [
    "title",
    "user",
    "company",
    "additionalProperties",
    "originalTimestamp",
    "images",
    "imageUrl",
  ];
  const input = { query, sourceSpecificId: null, ...Object.fromEntries(nothing.map((name) => [name, null])) };
  await run(create, { input });
  const user = { email: "ada@post.example", id: null, sourceSpecificId: null, name: null, imageUrl: null };
  await run(create, { input: { query, company: { sourceSpecificId: "crm-acme" }, user } });
  const [first, second] = sentForms(sandbox);
  expect(Object.keys(first?.fields ?? {}).sort()).toEqual(["query", "source_specific_id", "title"]);
  expect(second?.fields).toMatchObject({
    company_source_specific_id: "crm-acme",
    user: '{"email":"ada@post.example"}',
  });
});

test("a sender whom nobody knew can be found afterwards", async () => {
  const { calls, query: run } = gateway();
  const read = '{ account(by: { domain: "ada@post.example" }) { type name } }';
  expect(await run(read)).toEqual({ account: null });
  await run(create, { input: { query, user: { email: "ada@post.example", name: "Ada" } } });
  expect(await run(read)).toEqual({ account: { type: "CUSTOMER", name: "Ada" } });
  const get = "assembly GET /accounts/ada%40post.example";
  expect(calls()).toEqual([get, call, get]);
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ["a query that shows nothing", { query: " \u200b\n" }, "query must hold something."],
  ["a title that shows nothing", { title: " " }, "title must hold something."],
  ["an empty source specific id", { sourceSpecificId: "" }, "source specific id"],
  ["a user without a key", { user: { name: "Ada" } }, "user needs id, email or sourceSpecificId."],
  ["a user with an empty key", { user: { sourceSpecificId: " " } }, "source specific id"],
  [
    "a user whose id is of another type",
    { user: { id: "gid://assembly/Label/x" } },
    "an Account of Assembly",
  ],
  [
    "a company whose id is a contact's",
    { company: { id: "gid://assembly/Contact/x" } },
    "an Account of Assembly",
  ],
  ["an empty company", { company: { sourceSpecificId: "" } }, "source specific id"],
  ["two companies", { company: { id: "a", sourceSpecificId: "b" } }, "CompanyLookup"],
  ["an e-mail address that is none", { user: { email: "ada" } }, "input.user.email"],
])("%s is refused before any call", async (_, more, reason) => {
  const { calls, execute } = gateway();
  const { errors } = await execute(create, { input: { query, ...more } });
  expect(errors).toMatchObject([
    { message: expect.stringContaining(reason), extensions: { code: "BAD_USER_INPUT" } },
  ]);
  expect(calls()).toEqual([]);
});

describe("a source specific id", () => {
  const input = { query, sourceSpecificId: "chat-9" };
  const lost: Fault = { row: "interactions.create", kind: "reset", afterEffect: true, times: 1 };

  test.each([409, 400] as const)(
    "that is taken is CONFLICT, also in status %i",
    async (takenTicketIdStatus) => {
      const { calls, execute, sandbox } = gateway({
        sandbox: { choices: { assembly: { takenTicketIdStatus } } },
      });
      const { data, errors } = await execute(create, {
        input: { query, sourceSpecificId: ticketCases.api.sourceSpecificId },
      });
      expect(data).toEqual({ createInteraction: null });
      expect(errors).toMatchObject([{ extensions: { code: "CONFLICT", attempts: 1, retryable: false } }]);
      expect(calls()).toEqual([call]);
      expect(sentForms(sandbox).map(({ applied }) => applied)).toEqual([false]);
    },
  );

  test.each([409, 400] as const)(
    "makes one ticket of a write whose answer is lost, also when the second hears %i",
    async (takenTicketIdStatus) => {
      const {
        calls,
        query: run,
        sandbox,
      } = gateway({
        sandbox: { choices: { assembly: { takenTicketIdStatus } } },
      });
      sandbox.assembly.inject(lost);
      expect(await run(create, { input })).toEqual({
        createInteraction: { sourceSpecificId: "chat-9", ticketNumber: null },
      });
      expect(calls()).toEqual([call, call]);
      expect(sentForms(sandbox).map(({ applied, status }) => [status, applied])).toEqual([
        ["reset", true],
        [takenTicketIdStatus, false],
      ]);
    },
  );

  test("that was made up is the same in every attempt, and told", async () => {
    const { calls, query: run, sandbox } = gateway();
    sandbox.assembly.inject({ row: "interactions.create", kind: "reset", times: 2 });
    const { createInteraction } = await run(create, { input: { query } });
    expect(createInteraction.ticketNumber).toBe("ASM-6");
    const ids = sentForms(sandbox).map(({ fields }) => fields.source_specific_id);
    expect(ids).toEqual(Array(3).fill(createInteraction.sourceSpecificId));
    expect(calls()).toEqual([call, call, call]);
  });

  test.each([
    ["is lost", { kind: "reset" }],
    ["is 503", { reply: { status: 503, body: {} } }],
  ] as const)("is told with an outcome that is not known, since every answer %s", async (_, fault) => {
    const { calls, execute, sandbox } = gateway();
    const end = sandbox.assembly.inject({ row: "interactions.create", afterEffect: true, ...fault });
    const { data, errors } = await execute(create, { input: { query } });
    expect(data).toEqual({ createInteraction: null });
    const [error] = errors;
    const { sourceSpecificId, ...facts } = error?.extensions ?? {};
    expect(sourceSpecificId).toMatch(uuid);
    expect(error?.message).toContain(`send it again with sourceSpecificId "${sourceSpecificId}"`);
    expect(facts).toMatchObject({
      code: "UPSTREAM_OUTCOME_UNKNOWN",
      endpoint: "POST /interactions",
      retryable: false,
      sentAt: "2026-03-04T10:30:00.000Z",
    });
    expect(facts).not.toHaveProperty("reconcile");
    expect(calls()).toEqual([call, call, call]);

    await end();
    const again = await execute(create, { input: { query, sourceSpecificId } });
    expect(again.errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
    expect(sentForms(sandbox).filter(({ applied }) => applied)).toHaveLength(1);
  });
});
