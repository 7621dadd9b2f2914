import { expect, test } from "vitest";
import { gateway } from "../support/gateway.ts";
import { unknownId } from "./nouns.ts";

const upsert = (by: string) =>
  `mutation { upsertAccount(by: ${by}, input: { type: COMPANY, name: "New", domain: "new.example" }) { accountId } }`;

test("an upsert whose repeat collides, perhaps with what it made itself, is told as unknown, with the query that shows it", async () => {
  const made = gateway();
  made.sandbox.assembly.inject({ row: "accounts.upsert", kind: "reset", afterEffect: true, times: 1 });
  const { data, errors } = await made.execute(upsert(`{ id: "${unknownId}" }`));
  expect(data).toEqual({ upsertAccount: null });
  expect(errors).toMatchObject([
    { extensions: { code: "UPSTREAM_OUTCOME_UNKNOWN", attempts: 2, retryable: false, status: 409 } },
  ]);
  const call = `assembly PUT /accounts/upsert/${unknownId}`;
  expect(made.calls()).toEqual([call, call]);

  const reconcile = String(errors[0]?.extensions.reconcile);
  const { account } = await made.query(reconcile, { domain: "new.example" });
  expect(account).toEqual({ id: expect.stringContaining("gid://assembly/Account/") });
});

test("an upsert that collides at once is a conflict", async () => {
  const made = gateway();
  const { errors } = await made.execute(
    upsert(`{ id: "${unknownId}" }`).replace("new.example", "acme.example"),
  );
  expect(errors).toMatchObject([{ extensions: { code: "CONFLICT", attempts: 1, status: 409 } }]);
  expect(made.calls()).toEqual([`assembly PUT /accounts/upsert/${unknownId}`]);
});

test.each([
  [
    "accounts.create",
    'createAccount(input: { type: COMPANY, name: "New", domain: "new.example" }) { accountId }',
  ],
  ["accounts.update", 'updateAccount(by: { domain: "acme.example" }, input: { name: "New" }) { accountId }'],
  [
    "contacts.create",
    'createContact(input: { name: "New", email: "new@acme.example", account: { domain: "acme.example" } }) { contactId }',
  ],
])(
  "%s that is refused in words that tell of a collision is a conflict, whatever the status",
  async (row, field) => {
    const made = gateway();
    made.sandbox.assembly.inject({
      row,
      times: 1,
      reply: { status: 400, body: { error: "domain already exists" } },
    });
    const { errors } = await made.execute(`mutation { ${field} }`);
    expect(errors).toMatchObject([{ extensions: { code: "CONFLICT", status: 400 } }]);
    expect(JSON.stringify(errors)).not.toContain("domain already");
    expect(made.calls()).toHaveLength(1);
  },
);

test.each([
  'createAccount(input: { type: COMPANY, name: " ", domain: "new.example" }) { accountId }',
  'updateAccount(by: { domain: "acme.example" }, input: { name: "" }) { accountId }',
  'upsertContact(by: { email: "ann@acme.example" }, input: { name: "\\u200b" }) { contactId }',
  'createLabel(input: { type: TIER, name: "", color: "#5B3CC4" }) { labelId }',
  'logUsage(input: { timestamp: "2026-03-01T09:30:00Z", type: ACTION, content: "x", attribute: " " }) { usageLogId }',
])("a name or text that holds nothing is refused without a call: %s", async (field) => {
  const made = gateway();
  const { errors } = await made.execute(`mutation { ${field} }`);
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/must hold something/), extensions: { code: "BAD_USER_INPUT" } },
  ]);
  expect(made.calls()).toEqual([]);
});

test("a refused reply names the limit of replies, not that of the system", async () => {
  const made = gateway();
  made.sandbox.assembly.inject({
    row: "interactions.reply",
    reply: { status: 429, body: { error: "slow down" } },
  });
  const { errors } = await made.execute(
    `mutation { replyToInteraction(input: {
      interaction: { sourceSpecificId: "chat-1001" }, content: "x", user: { email: "ann@acme.example" }
    }) { replyId } }`,
  );
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining("60 replies a minute"),
      extensions: { code: "UPSTREAM_RATE_LIMITED", retryable: true },
    },
  ]);
  expect(made.calls()).toEqual(["assembly POST /interactions/reply"]);
});
