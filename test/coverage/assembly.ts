import { contactEmail } from "../../src/sandbox/data/contacts.ts";
import { accountId, contactId, labelId, usageLogId } from "../../src/sandbox/data/ids.ts";
import { ticketCases } from "../../src/sandbox/data/showcase.ts";
import type { Examples } from "./example.ts";

type Name = "id" | "domain" | "email" | "sourceSpecificId";
const key = (name: Name, value: string): string => `{ ${name}: ${JSON.stringify(value)} }`;

const accountKeys = [
  key("id", accountId("acme")),
  key("domain", "acme.example"),
  key("sourceSpecificId", "crm-acme"),
];
const contactKeys = [
  key("id", contactId("acme", 0)),
  key("email", contactEmail("acme", 0)),
  key("sourceSpecificId", "crm-acme-contact-0"),
];
const owners = [
  ...accountKeys.map((by) => `{ account: ${by} }`),
  ...contactKeys.map((by) => `{ contact: ${by} }`),
];
const newAccount = 'type: COMPANY, name: "New", domain: "new.example"';
const newContact = `name: "New", email: "new@acme.example", account: ${accountKeys[0]}`;
const label = JSON.stringify(labelId("VIP"));
const usageLog = JSON.stringify(usageLogId("account/acme", 0));
const log = 'timestamp: "2026-03-01T09:30:00Z", type: ACTION, content: "Signed in", attribute: "Login"';

/** One operation for each way in which the gateway uses Assembly, by the test that goes into the details. */
export const assemblyExamples: Examples = {
  "assembly/account.test.ts": [
    ...accountKeys.map(
      (by) => `{ account(by: ${by}) { name tier { name } stage { name } companyType { name } } }`,
    ),
    `{ account(by: ${accountKeys[0]}) { tags { name } usageLogs { nodes { id } } additionalProperties } }`,
  ],
  "assembly/account-list.test.ts": ["{ accounts { nodes { name } } }"],
  "assembly/account-writes.test.ts": [
    `mutation { createAccount(input: { ${newAccount} }) { account { name } } }`,
    ...accountKeys.map(
      (by) => `mutation { updateAccount(by: ${by}, input: { notes: "n" }) { account { notes } } }`,
    ),
    ...accountKeys.map(
      (by) => `mutation { upsertAccount(by: ${by}, input: { notes: "n" }) { account { notes } } }`,
    ),
    `mutation { upsertAccount(input: { ${newAccount} }) { accountId } }`,
    ...accountKeys.map((by) => `mutation { deleteAccount(by: ${by}) { deletedAccountId } }`),
  ],
  "assembly/contact.test.ts": [
    ...contactKeys.map((by) => `{ contact(by: ${by}) { name tier { name } stage { name } tags { name } } }`),
    `{ contact(by: ${contactKeys[0]}) { usageLogs { nodes { id } } additionalProperties } }`,
    "{ contacts { nodes { name } } }",
    ...accountKeys.map((by) => `{ contacts(account: ${by}) { nodes { name } } }`),
    `{ account(by: ${accountKeys[0]}) { contacts { nodes { account { name } } } } }`,
  ],
  "assembly/contact-account.test.ts": [`{ contact(by: ${contactKeys[0]}) { account { name } } }`],
  "assembly/contact-writes.test.ts": [
    `mutation { createContact(input: { ${newContact} }) { contact { name } } }`,
    ...contactKeys.map(
      (by) => `mutation { updateContact(by: ${by}, input: { notes: "n" }) { contact { notes } } }`,
    ),
    ...contactKeys.map(
      (by) => `mutation { upsertContact(by: ${by}, input: { notes: "n" }) { contact { notes } } }`,
    ),
    `mutation { upsertContact(input: { ${newContact} }) { contactId } }`,
    ...contactKeys.map((by) => `mutation { deleteContact(by: ${by}) { deletedContactId } }`),
  ],
  "assembly/additional-properties.test.ts": [...owners.map((of) => `{ additionalProperties(of: ${of}) }`)],
  "assembly/additional-properties-writes.test.ts": [
    ...owners.map(
      (of) =>
        `mutation { createAdditionalProperties(input: { of: ${of}, properties: { new: 1 } }) { ownerId additionalProperties } }`,
    ),
    ...owners.map(
      (of) =>
        `mutation { updateAdditionalProperties(input: { of: ${of}, properties: { new: 1 } }) { ownerId additionalProperties } }`,
    ),
    ...owners.map(
      (of) =>
        `mutation { deleteAdditionalProperties(input: { of: ${of}, names: ["region"] }) { ownerId additionalProperties } }`,
    ),
  ],
  "assembly/label.test.ts": [
    "{ labels { name } }",
    "{ labels(type: TIER) { name } }",
    `{ label(id: ${label}) { name } }`,
  ],
  "assembly/label-writes.test.ts": [
    'mutation { createLabel(input: { type: TIER, name: "Gold", color: "#ffd700" }) { label { name } } }',
    `mutation { updateLabel(id: ${label}, input: { name: "Very important" }) { label { name } } }`,
    `mutation { deleteLabel(id: ${label}) { deletedLabelId } }`,
  ],
  "assembly/usage-log.test.ts": [
    `{ usageLog(id: ${usageLog}) { content } }`,
    "{ usageLogs { nodes { content } } }",
    ...owners.map((of) => `{ usageLogs(of: ${of}) { nodes { content } } }`),
  ],
  "assembly/usage-log-writes.test.ts": [
    `mutation { logUsage(input: { ${log} }) { usageLog { content } } }`,
    ...owners.map((of) => `mutation { logUsage(input: { of: ${of}, ${log} }) { usageLogId } }`),
    `mutation { updateUsageLog(id: ${usageLog}, input: { content: "Signed out" }) { usageLog { content } } }`,
    `mutation { deleteUsageLog(id: ${usageLog}) { deletedUsageLogId } }`,
  ],
  "assembly/interaction.test.ts": [
    'mutation { createInteraction(input: { query: "Why?" }) { sourceSpecificId ticketNumber } }',
  ],
  "assembly/interaction-reply.test.ts": [
    `{ id: "${ticketCases.email.ticketId}" }`,
    `{ sourceSpecificId: "${ticketCases.api.sourceSpecificId}" }`,
  ].map(
    (by) =>
      `mutation { replyToInteraction(input: { interaction: ${by}, content: "Because.", user: { id: "a" } }) { replyId } }`,
  ),
};
