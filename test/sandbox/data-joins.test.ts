import { expect, test } from "vitest";
import { accountCases, contactCases, personCases } from "../../src/sandbox/data/showcase.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const data = createSandboxData(Date.UTC(2026, 2, 17));
const { accounts, contacts } = data.assembly;
const { people } = data.assembled;
const { users, organizations } = data.web1on1;
const listed = organizations.filter(({ status }) => status !== "archived");

const named = <Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row => {
  const row = rows.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
};
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const lower = (text: string) => text.toLowerCase();
const usersByEmail = (address: string) => users.filter((user) => lower(user.email) === lower(address));
const hostOf = (url: string | null | undefined) =>
  url === null || url === undefined
    ? undefined
    : new URL(url.includes("://") ? url : `https://${url}`).hostname.replace(/^www\.|\.$/g, "");
const listedAt = (domain: string) => listed.filter(({ url }) => hostOf(url) === hostOf(domain));
const listedMailingFrom = (domain: string) =>
  listed.filter((organization) => organization.email?.toLowerCase().endsWith(`@${domain}`));

test("account cases: what is carried, and what each rank would find", () => {
  const found = (name: keyof typeof accountCases) => {
    const account = named(accounts, (accountCases[name] as { accountId: string }).accountId);
    const carried = organizations.filter(({ id }) => account.source_specific_ids?.includes(id));
    return [ids(carried), ids(listedAt(account.domain)), ids(listedMailingFrom(account.domain))];
  };
  const { sourceId, sourceIdArchived, ambiguousSourceId, sourceIdOverWebsite, websiteOverEmailDomain } =
    accountCases;
  expect(found("sourceId")).toEqual([[sourceId.organizationId], [], []]);
  expect(found("sourceIdArchived")).toEqual([[sourceIdArchived.organizationId], [], []]);
  expect(named(organizations, sourceIdArchived.organizationId).status).toBe("archived");
  for (const name of [
    "website",
    "websiteInternational",
    "websiteInternationalUrl",
    "websiteFinalDot",
    "websiteBareHost",
  ] as const) {
    expect([name, ...found(name)]).toEqual([name, [], [accountCases[name].organizationId], []]);
  }
  expect(found("emailDomain")).toEqual([[], [], [accountCases.emailDomain.organizationId]]);
  expect(found("freeMail")).toEqual([[], [], [accountCases.freeMail.organizationId]]);
  expect(found("ambiguousSourceId")).toEqual([ambiguousSourceId.organizationIds, [], []]);
  expect(found("ambiguousWebsite")).toEqual([[], accountCases.ambiguousWebsite.organizationIds, []]);
  expect(found("ambiguousEmailDomain")).toEqual([[], [], accountCases.ambiguousEmailDomain.organizationIds]);
  expect(found("sourceIdOverWebsite")).toEqual([
    [sourceIdOverWebsite.organizationId],
    [sourceIdOverWebsite.loserId],
    [],
  ]);
  expect(found("websiteOverEmailDomain")).toEqual([
    [],
    [websiteOverEmailDomain.organizationId],
    [websiteOverEmailDomain.loserId],
  ]);
  for (const name of ["subdomain", "websiteArchived", "danglingSourceId", "none"] as const) {
    expect([name, ...found(name)]).toEqual([name, [], [], []]);
  }
  expect(hostOf(named(organizations, accountCases.subdomain.organizationId).url)).toBe("umbrella.example");
  const carriers = accounts.filter(({ source_specific_ids }) =>
    source_specific_ids?.includes(accountCases.shared.organizationId),
  );
  expect(ids(carriers)).toEqual(accountCases.shared.accountIds);
  const [first, second] = accountCases.sharedByRanks.accountIds.map((id) => named(accounts, id));
  expect(first?.source_specific_ids).toContain(accountCases.sharedByRanks.organizationId);
  expect(ids(listedAt(second?.domain ?? ""))).toEqual([accountCases.sharedByRanks.organizationId]);
  expect(named(accounts, accountCases.customerAtWebsite.accountId)).toMatchObject({
    type: "Customer",
    domain: expect.stringMatching(/@bluebird\.example$/),
  });
});

test("person cases: explicit ids and addresses say what their names promise", () => {
  const person = (name: keyof typeof personCases) => named(people, personCases[name].personId);
  const found = (name: keyof typeof personCases) => {
    const { platforms, imported_id, email: address } = person(name);
    const explicit = users.filter(({ id }) => id === platforms?.web1on1 || id === imported_id);
    return [ids(explicit), ids(usersByEmail(address))];
  };
  const { platformOverEmail, ambiguous, archivedOnly, archivedAndLiving, deletedAndLiving } = personCases;
  expect(found("platformId")).toEqual([[personCases.platformId.userId], []]);
  expect(found("importedId")).toEqual([[personCases.importedId.userId], []]);
  expect(found("email")).toEqual([[], [personCases.email.userId]]);
  expect(found("platformOverEmail")).toEqual([[platformOverEmail.userId], [platformOverEmail.loserId]]);
  expect(person("danglingPlatform").platforms?.web1on1).toMatch(/^[0-9a-f]{24}$/);
  expect(found("danglingPlatform")).toEqual([[], [personCases.danglingPlatform.userId]]);
  expect(found("importedArchived")).toEqual([[personCases.importedArchived.userId], []]);
  expect(found("ambiguous")).toEqual([[], ambiguous.userIds]);
  expect(found("archivedOnly")).toEqual([[], [archivedOnly.userId]]);
  expect(found("archivedAndLiving")).toEqual([
    [],
    [archivedAndLiving.archivedUserId, archivedAndLiving.userId],
  ]);
  expect(found("noMatch")).toEqual([[], []]);
  for (const id of [
    archivedOnly.userId,
    archivedAndLiving.archivedUserId,
    personCases.importedArchived.userId,
  ]) {
    expect(named(users, id).status).toBe("archived");
  }
  const mixed = [person("emailCase").email, named(users, personCases.emailCase.userId).email];
  expect([mixed[0] === mixed[1], mixed[0]?.toLowerCase() === mixed[1]?.toLowerCase()]).toEqual([false, true]);
  const twins = people.filter(
    ({ email: address }) => lower(address) === lower(person("deletedAndLiving").email),
  );
  expect(twins.map(({ id, deleted }) => [id, deleted])).toEqual([
    [deletedAndLiving.deletedPersonId, true],
    [deletedAndLiving.personId, false],
  ]);
  expect(person("deletedOnly").deleted).toBe(true);
  expect(person("agentless").agent_id ?? "").toBe("");
});

test("contact cases: addresses say what their names promise", () => {
  const found = (name: keyof typeof contactCases) => {
    const { domain } = named(contacts, contactCases[name].contactId);
    return usersByEmail(domain).map(({ id, status, email: address }) => [id, status, address === domain]);
  };
  expect(found("email")).toEqual([[contactCases.email.userId, "active", false]]);
  expect(found("ambiguous").map(([id]) => id)).toEqual(contactCases.ambiguous.userIds);
  expect(found("archivedOnly")).toEqual([[contactCases.archivedOnly.userId, "archived", true]]);
  expect(found("none")).toEqual([]);
});
