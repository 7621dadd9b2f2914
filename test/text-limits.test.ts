import { expect, test } from "vitest";
import { activityKind } from "../src/assembled/activity/loaders.ts";
import { personKind } from "../src/assembled/person/loaders.ts";
import { sourceIdOf, toGlobalId } from "../src/resolving/ids.ts";
import { accountId, organizationId, personId } from "../src/sandbox/data/ids.ts";
import { longestText } from "../src/text-limits.ts";
import { gateway } from "./support/gateway.ts";

const account = `by: { id: "${accountId("acme")}" }`;

/** A place that takes a text as `$text`, its type, and the most characters that it takes. */
const places: readonly (readonly [place: string, type: string, most: number])[] = [
  ["person(by: { email: $text }) { id }", "EmailAddress", 254],
  ["user(by: { email: $text }) { id }", "EmailAddress", 254],
  ["contact(by: { email: $text }) { id }", "EmailAddress", 254],
  ["users(filter: { email: $text }) { nodes { id } }", "EmailAddress", 254],
  ["account(by: { domain: $text }) { id }", "String", 254],
  ["organization(by: { domain: $text }) { id }", "String", 253],
  ["organizations(filter: { name: $text }) { nodes { id } }", "String", 255],
  ["organizations(filter: { tag: $text }) { nodes { id } }", "String", 255],
  ["people(filter: { search: $text }) { nodes { id } }", "String", 255],
  ["account(by: { id: $text }) { id }", "ID", 64],
  ["account(by: { sourceSpecificId: $text }) { id }", "String", 510],
  ["contacts(account: { domain: $text }) { nodes { id } }", "String!", 254],
  ["person(by: { id: $text }) { id }", "ID", 36],
  ["person(by: { agentId: $text }) { id }", "ID", 36],
  ["people(filter: { team: $text }) { nodes { id } }", "ID", 36],
  ["user(by: { id: $text }) { id }", "ID", 24],
  ["users(filter: { organization: $text }) { nodes { id } }", "ID", 24],
  ["users(after: $text) { nodes { id } }", "String", 1_150],
  ["people(after: $text) { nodes { id } }", "String", 1_150],
  ['activities(window: { start: $text, end: "2026-03-05T00:00:00Z" }) { nodes { id } }', "DateTime", 35],
];

const writes: readonly (readonly [place: string, type: string, most: number])[] = [
  [`updateAccount(${account}, input: { imageUrl: $text }) { accountId }`, "URL", 2_048],
  [`updateAccount(${account}, input: { renewalDate: $text }) { accountId }`, "Date", 10],
  [`updateAccount(${account}, input: { domain: $text }) { accountId }`, "String", 254],
  [`updatePerson(id: "${personId(1)}", input: { timezone: $text }) { personId }`, "TimeZone", 64],
  [
    `updateOrganization(id: "${organizationId("acme")}", input: { country: $text }) { organizationId }`,
    "CountryCode",
    2,
  ],
  ['createLabel(input: { type: TIER, name: "x", color: $text }) { labelId }', "String!", 7],
];

const all = [
  ...places.map((place) => ["query", ...place] as const),
  ...writes.map((place) => ["mutation", ...place] as const),
];

// None of these reaches it, so one does for all.
const made = gateway();
const ask = (operation: string, place: string, type: string, text: string) =>
  made.execute(`${operation} ($text: ${type}${/start: \$text/.test(place) ? "!" : ""}) { ${place} }`, {
    text,
  });

test.each(all)(
  "%s %s: a text too long is refused with the limit, without a call",
  async (operation, place, type, most) => {
    const text = "a".repeat(most + 1);
    const { errors } = await ask(operation, place, type, text);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.message).toContain(`holds ${most + 1} characters; it may hold ${most}.`);
    expect(errors[0]?.message).not.toContain("aaa");
    expect(made.calls()).toEqual([]);
  },
);

test.each(all)("%s %s: a megabyte costs no time of its own", async (operation, place, type) => {
  for (const text of [
    "例".repeat(340_000),
    `https://${"例".repeat(340_000)}.example`,
    "a.".repeat(500_000),
  ]) {
    const startedAt = process.cpuUsage();
    const { errors } = await ask(operation, place, type, text);
    const { user } = process.cpuUsage(startedAt);
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(user / 1000).toBeLessThan(200);
  }
  expect(made.calls()).toEqual([]);
});

test("five hundred URLs of the longest length with hosts of ideographs cost no time of their own", async () => {
  const document = `mutation ($urls: [URL!]) {
    replyToInteraction(input: {
      interaction: { sourceSpecificId: "x" }, content: "x", user: { email: "ann@acme.example" }, imageUrls: $urls
    }) { replyId }
  }`;
  const startedAt = process.cpuUsage();
  const urls = Array.from({ length: 500 }, (_, at) => `https://${"例".repeat(2_020)}${at}.example`);
  const { errors } = await made.execute(document, { urls });
  const { user } = process.cpuUsage(startedAt);
  expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  expect(user / 1000).toBeLessThan(300);
  expect(made.calls()).toEqual([]);
});

test("the longest ids of all kinds make global ids that are taken back", () => {
  for (const kind of [activityKind, personKind]) {
    const id = toGlobalId(kind, ":".repeat(kind.pattern.longest));
    expect(id.length).toBeLessThanOrEqual(longestText.globalId);
  }
  const key = "a:".repeat(activityKind.pattern.longest / 2);
  expect(sourceIdOf(activityKind, toGlobalId(activityKind, key))).toBe(key);
});

test("a global id too long is refused with the limit, without a call", async () => {
  const id = `gid://assembled/Person/${"a".repeat(1_000)}`;
  for (const field of ["node(id: $id) { id }", "person(by: { id: $id }) { id }"]) {
    const { errors } = await made.execute(`query ($id: ID!) { ${field} }`, { id });
    expect(errors[0]?.message).toBe("A global id holds 1023 characters; it may hold 1000.");
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  }
  expect(made.calls()).toEqual([]);
});
