import fc from "fast-check";
import { expect, test } from "vitest";
import { contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";

const accountId = showcase.account.accountId;
const contactId = contactCases.email.contactId;

const newAccount = 'type: COMPANY, name: "New", domain: "new.example"';
const newContact = 'name: "New", email: "new@acme.example"';
const newLog = 'timestamp: "2026-03-01T10:00:00Z", type: ACTION, content: "x", attribute: "y"';
const knownAccount = `account: { id: "${accountId}" }`;

/** Every place that takes the id of a type, as an operation with the variable `$value`. */
const placesOfIds: Readonly<Record<string, readonly (readonly [name: string, document: string])[]>> = {
  Account: [
    ["account", "query ($value: ID!) { account(by: { id: $value }) { name } }"],
    ["contacts", "query ($value: ID!) { contacts(account: { id: $value }) { nodes { name } } }"],
    [
      "updateAccount",
      "mutation ($value: ID!) { updateAccount(by: { id: $value }, input: {}) { accountId } }",
    ],
    [
      "upsertAccount",
      `mutation ($value: ID!) { upsertAccount(by: { id: $value }, input: { ${newAccount} }) { accountId } }`,
    ],
    ["deleteAccount", "mutation ($value: ID!) { deleteAccount(by: { id: $value }) { deletedAccountId } }"],
    ["usageLogs", "query ($value: ID!) { usageLogs(of: { account: { id: $value } }) { nodes { id } } }"],
    [
      "logUsage",
      `mutation ($value: ID!) { logUsage(input: { of: { account: { id: $value } }, ${newLog} }) { usageLogId } }`,
    ],
    [
      "createContact.account",
      `mutation ($value: ID!) { createContact(input: { ${newContact}, account: { id: $value } }) { contactId } }`,
    ],
    [
      "updateContact.account",
      `mutation ($value: ID!) {
        updateContact(by: { id: "${contactId}" }, input: { account: { id: $value } }) { contactId }
      }`,
    ],
  ],
  Contact: [
    ["contact", "query ($value: ID!) { contact(by: { id: $value }) { name } }"],
    [
      "updateContact",
      "mutation ($value: ID!) { updateContact(by: { id: $value }, input: {}) { contactId } }",
    ],
    [
      "upsertContact",
      `mutation ($value: ID!) {
        upsertContact(by: { id: $value }, input: { ${newContact}, ${knownAccount} }) { contactId }
      }`,
    ],
    ["deleteContact", "mutation ($value: ID!) { deleteContact(by: { id: $value }) { deletedContactId } }"],
    ["usageLogs", "query ($value: ID!) { usageLogs(of: { contact: { id: $value } }) { nodes { id } } }"],
    [
      "logUsage",
      `mutation ($value: ID!) { logUsage(input: { of: { contact: { id: $value } }, ${newLog} }) { usageLogId } }`,
    ],
  ],
  Label: [
    ["label", "query ($value: ID!) { label(id: $value) { name } }"],
    ["updateLabel", "mutation ($value: ID!) { updateLabel(id: $value, input: {}) { labelId } }"],
    ["deleteLabel", "mutation ($value: ID!) { deleteLabel(id: $value) { deletedLabelId } }"],
    [
      "tierId",
      `mutation ($value: ID!) { createAccount(input: { ${newAccount}, tierId: $value }) { accountId } }`,
    ],
    [
      "tags",
      `mutation ($value: ID!) { createAccount(input: { ${newAccount}, tags: [$value] }) { accountId } }`,
    ],
    [
      "removeTags",
      `mutation ($value: ID!) {
        updateContact(by: { id: "${contactId}" }, input: { removeTags: [$value] }) { contactId }
      }`,
    ],
  ],
  UsageLog: [
    ["usageLog", "query ($value: ID!) { usageLog(id: $value) { content } }"],
    ["updateUsageLog", "mutation ($value: ID!) { updateUsageLog(id: $value, input: {}) { usageLogId } }"],
    ["deleteUsageLog", "mutation ($value: ID!) { deleteUsageLog(id: $value) { deletedUsageLogId } }"],
  ],
};

const badIds = (type: string): readonly string[] => [
  // Fixed routes of the upstream beside its ids.
  ...["labels", "upsert", "company", "me", "UPSERT", "accounts", "contacts", "add_props", "usage"],
  ...[
    "../x",
    "a/b",
    ".",
    "..",
    "",
    " ",
    "a?b",
    "a#b",
    "a b",
    "%2e%2e",
    "a\r\nb",
    "a\u0000",
    "\ud800",
    "//host",
  ],
  "x".repeat(65),
  `gid://assembly/${type === "Account" ? "Contact" : "Account"}/${accountId}`,
  `gid://assembled/${type}/${accountId}`,
  `gid://assembly/${type}/..%2Fx`,
  `gid://assembly/${type}/upsert`,
  `gid://assembly/${type}/%E0%A4%A`,
  `gid://assembly/${type}`,
  `gid://assembly/${type}/a/b`,
  ...(type === "Label" ? ["tier", "Tier", "AccountTag", "companytype", "stage"] : []),
];

/** Sends an operation with each value in turn and answers the values that got anything but a refusal. */
async function notRefused(
  { execute }: TestGateway,
  document: string,
  values: readonly string[],
): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const value of values) {
    const { data, errors } = await execute(document, { value });
    const field = Object.values(data ?? { none: undefined })[0];
    const codes = errors.map(({ extensions }) => extensions.code);
    if (field !== null || codes.join() !== "BAD_USER_INPUT") answers.push([value, data, errors]);
  }
  return answers;
}

const each = Object.entries(placesOfIds).flatMap(([type, places]) =>
  places.map(([name, document]) => [type, name, document] as const),
);

test.each(each)(
  "no text that is not the id of one %s reaches the upstream through %s",
  async (type, _, document) => {
    const made = gateway();
    expect(await notRefused(made, document, badIds(type))).toEqual([]);
    expect(made.calls()).toEqual([]);
  },
);

test("whatever text is given for an id, the upstream sees the route that was meant or nothing", async () => {
  const made = gateway();
  const idLike = fc.string({
    unit: fc.constantFrom(..."ab0-_./%:?# A".split(""), "labels", "upsert"),
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(idLike, fc.string({ unit: "binary" })), async (id) => {
      const { data, errors } = await made.execute("query ($id: ID!) { account(by: { id: $id }) { name } }", {
        id,
      });
      expect(data).toEqual({ account: null });
      const journal = made.sandbox.assembly.journal.map(({ row, path }) => [row, path]);
      expect(journal).toEqual(errors.length > 0 ? [] : [["accounts.getById", `/accounts/${id}`]]);
      expect(made.calls()).toHaveLength(journal.length);
      made.sandbox.assembly.clearJournal();
      // Beyond the window of the rate limit, and the time for which it is known that there is no such object.
      await made.clock.advance(2_001);
    }),
    { numRuns: 150 },
  );
});

/** Every place that takes a source specific id. */
const placesOfExternalIds: readonly (readonly [name: string, document: string])[] = [
  ["account", "query ($value: String!) { account(by: { sourceSpecificId: $value }) { name } }"],
  ["contact", "query ($value: String!) { contact(by: { sourceSpecificId: $value }) { name } }"],
  [
    "contacts",
    "query ($value: String!) { contacts(account: { sourceSpecificId: $value }) { nodes { name } } }",
  ],
  ...(["Account", "Contact"] as const).flatMap((type) => {
    const by = "by: { sourceSpecificId: $value }";
    const given = type === "Account" ? newAccount : `${newContact}, ${knownAccount}`;
    const known = `by: { id: "${type === "Account" ? accountId : contactId}" }`;
    const write = (name: string, call: string) =>
      [name, `mutation ($value: String!) { ${call} { __typename } }`] as const;
    return [
      write(`update${type}`, `update${type}(${by}, input: { notes: "x" })`),
      write(`upsert${type}`, `upsert${type}(${by}, input: { ${given} })`),
      write(`delete${type}`, `delete${type}(${by})`),
      write(
        `create${type}.sourceSpecificIds`,
        `create${type}(input: { ${given}, sourceSpecificIds: ["a", $value] })`,
      ),
      write(
        `update${type}.addSourceSpecificIds`,
        `update${type}(${known}, input: { addSourceSpecificIds: [$value] })`,
      ),
      write(
        `update${type}.removeSourceSpecificIds`,
        `update${type}(${known}, input: { removeSourceSpecificIds: [$value] })`,
      ),
      write(
        `upsert${type}.addSourceSpecificIds`,
        `upsert${type}(input: { ${given}, addSourceSpecificIds: [$value] })`,
      ),
    ];
  }),
  ...(["account", "contact"] as const).flatMap((noun) => {
    const of = `of: { ${noun}: { sourceSpecificId: $value } }`;
    return [
      [`usageLogs.${noun}`, `query ($value: String!) { usageLogs(${of}) { nodes { id } } }`],
      [
        `logUsage.${noun}`,
        `mutation ($value: String!) { logUsage(input: { ${of}, ${newLog} }) { usageLogId } }`,
      ],
    ] as const;
  }),
  [
    "createContact.account",
    `mutation ($value: String!) {
      createContact(input: { ${newContact}, account: { sourceSpecificId: $value } }) { contactId }
    }`,
  ],
  [
    "updateContact.account",
    `mutation ($value: String!) {
      updateContact(by: { id: "${contactId}" }, input: { account: { sourceSpecificId: $value } }) { contactId }
    }`,
  ],
];

const blankIds = ["", " ", "   ", "\t", "\n", "\u00a0", "\u2003", "\ufeff", "\u200b", " \u200b\u2060 "];
const unusableIds = ["\ud800", "a\udc00", "a\u0000", "a\nb", "x".repeat(256), ".", ".."];

test.each(placesOfExternalIds)(
  "a source specific id that is empty or unusable goes nowhere from %s",
  async (_, document) => {
    const made = gateway();
    expect(await notRefused(made, document, [...blankIds, ...unusableIds])).toEqual([]);
    expect(made.calls()).toEqual([]);
  },
);

test.each([
  ["account", "query ($value: String!) { account(by: { domain: $value }) { name } }"],
  ["contacts", "query ($value: String!) { contacts(account: { domain: $value }) { nodes { name } } }"],
  [
    "updateAccount",
    'mutation ($value: String!) { updateAccount(by: { domain: $value }, input: { notes: "x" }) { accountId } }',
  ],
  [
    "deleteAccount",
    "mutation ($value: String!) { deleteAccount(by: { domain: $value }) { deletedAccountId } }",
  ],
  [
    "createAccount",
    'mutation ($value: String!) { createAccount(input: { type: COMPANY, name: "x", domain: $value }) { accountId } }',
  ],
  [
    "createContact.account",
    `mutation ($value: String!) { createContact(input: { ${newContact}, account: { domain: $value } }) { contactId } }`,
  ],
  [
    "logUsage",
    `mutation ($value: String!) { logUsage(input: { of: { account: { domain: $value } }, ${newLog} }) { usageLogId } }`,
  ],
])("a domain that is none goes nowhere from %s", async (_, document) => {
  const made = gateway();
  const noDomains = [
    "",
    " ",
    "labels",
    "upsert",
    "localhost",
    "../x",
    "a/b.example",
    "a..example",
    "-a.example",
  ];
  const noAddresses = ["@a.example", "a b@c.example", "\ud800@c.example", "a@b", "a/b@c.example"];
  expect(await notRefused(made, document, [...noDomains, ...noAddresses])).toEqual([]);
  expect(made.calls()).toEqual([]);
});
