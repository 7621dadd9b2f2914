import { randomUUID } from "node:crypto";
import { agentId, contactId } from "../src/sandbox/data/ids.ts";
import { personCases, showcase, ticketCases } from "../src/sandbox/data/showcase.ts";
import type { Random } from "../src/sandbox/random.ts";
import { absentKey, largeDocument, ownVariables, type Posted } from "./heavy-operations.ts";

/** A request that a client of the mixed soak makes. */
export interface MixedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData;
}

const json = (posted: Posted): MixedRequest => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(posted),
});

const dayMs = 24 * 60 * 60 * 1000;
const window = `{ start: "${new Date(Date.now() - dayMs).toISOString()}", end: "${new Date().toISOString()}" }`;

/** Queries as front ends send them, over all three systems. */
const queries: readonly string[] = [
  `{ account(by: { domain: "${showcase.account.domain}" }) { name tier { name } contacts(first: 20) { nodes { name email } } organization { name users(first: 20) { nodes { displayName person { firstName } } } } } }`,
  `{ people(first: 50) { nodes { firstName site { name } queues { name } activities(window: ${window}) { nodes { startTime type { name } } } user { displayName } } } }`,
  "{ users(first: 50) { nodes { displayName organization { name account { name } } } pageInfo { endCursor } } }",
  "{ accounts(first: 50) { nodes { name tier { name } } } labels { name } roles { name } teams { name } }",
  `{ person(by: { email: "${personCases.email}" }) { lastName user { displayName } } }`,
];

/** Writes that leave the systems as large as they were: what they keep of a write the next one replaces. */
const writes: readonly ((random: Random, number: number) => string)[] = [
  (random, number) =>
    `mutation { updateUser(id: "${random.pick([personCases.email, personCases.emailCase]).userId}", input: { displayName: "Name ${number % 100}" }) { __typename } }`,
  (random, number) =>
    `mutation { updateContact(by: { id: "${contactId("acme", random.integer(0, 13))}" }, input: { name: "Name ${number % 100}" }) { __typename } }`,
  (random) => {
    const startMs = Date.parse("2031-01-06T00:00:00Z");
    const [start, end] = [startMs, startMs + dayMs / 24].map((ms) => new Date(ms).toISOString());
    return `mutation { createActivity(input: { person: { agentId: "${agentId(random.integer(1, 20))}" }, typeId: "${showcase.shiftTypeId}", window: { start: "${start}", end: "${end}" }, onConflict: REPLACE }) { __typename } }`;
  },
];

const uploadBytes = 200_000;
const uploadDocument = `mutation ($file: Upload!) { replyToInteraction(input: { interaction: { sourceSpecificId: "${ticketCases.api.sourceSpecificId}" }, content: "See the file.", user: { email: "ann@acme.example" }, files: [$file] }) { __typename } }`;

function upload(): MixedRequest {
  const body = new FormData();
  body.append("operations", JSON.stringify({ query: uploadDocument, variables: { file: null } }));
  body.append("map", JSON.stringify({ 0: ["variables.file"] }));
  body.append("0", new Blob([Buffer.alloc(uploadBytes, "x")], { type: "application/pdf" }), "file.pdf");
  return { headers: { "apollo-require-preflight": "true" }, body };
}

/** Operations that are refused before they run: nothing of them may be kept. */
const refused: readonly (() => Posted)[] = [
  () => ({ query: `{ unknown_${randomUUID().replaceAll("-", "")} }` }),
  () => ({ query: `{ labels { ${randomUUID()}` }),
  () => ({ query: `query Pages${randomUUID().slice(0, 8)} { users(first: 1000) { nodes { id } } }` }),
];

/** Draws a request: a bit of everything, queries more often than the rest. */
export function drawRequest(random: Random, number: number): MixedRequest {
  const share = random.integer(0, 99);
  if (share < 50) return json({ query: random.pick(queries) });
  if (share < 65) return json(absentKey(number));
  if (share < 75) return json(ownVariables());
  if (share < 80) return json(largeDocument(number));
  if (share < 85) return json(random.pick(refused)());
  if (share < 97) return json({ query: random.pick(writes)(random, number) });
  return upload();
}

/** Rows of calls that the requests make, each of which may meet a fault. */
export const struckRows = {
  assembly: ["accounts.list", "accounts.get", "labels.list", "contacts.update"],
  assembled: ["people.list", "people.get", "activities.list", "activities.create"],
  web1on1: ["users.list", "users.get", "organizations.list", "users.update"],
} as const;
