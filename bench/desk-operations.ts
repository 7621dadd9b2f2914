import { createSandbox, realTime } from "../test/support/sandbox.ts";
import type { Operation } from "./post.ts";

/** An operation with the name of its document. */
export interface DeskOperation extends Operation {
  readonly name: keyof typeof documents;
}

const perDocument = 5;

/** Four look-ups, four lists of one system, and four questions across systems. */
const documents = {
  accountCard: `query ($key: String!) { account(by: { domain: $key }) {
    name type contractValue tier { name color } tags { name }
  } }`,
  contactCard: `query ($key: ID!) { contact(by: { id: $key }) { name email account { name domain } } }`,
  personCard: `query ($key: ID!) { person(by: { id: $key }) {
    firstName lastName email site { name } teams { name } queues { name }
  } }`,
  userCard: `query ($key: ID!) { user(by: { id: $key }) { displayName email organization { name } } }`,

  accountPage: `query ($key: String!) { account(by: { domain: $key }) {
    name contacts(first: 20) { nodes { name email } } usageLogs(first: 10) { nodes { content value } }
  } }`,
  teamDay: `query ($key: ID!, $window: TimeWindow!) { people(filter: { team: $key }, first: 20) {
    totalCount
    nodes { firstName site { name } activities(window: $window) { nodes { startTime type { name } } } }
  } }`,
  userDirectory: `query ($key: Int!) { users(first: $key) { nodes { displayName email organization { name } } } }`,
  organizationUsers: `query ($key: ID!) { organization(by: { id: $key }) {
    name users(first: 50) { nodes { displayName role } }
  } }`,

  accountDesk: `query ($key: String!) { account(by: { domain: $key }) {
    name tier { name }
    organization { name users(first: 50) { nodes { displayName person { firstName site { name } } } } }
  } }`,
  accountChat: `query ($key: String!) { account(by: { domain: $key }) {
    name organization { name users(first: 50) { nodes { displayName role } } }
  } }`,
  personChat: `query ($key: ID!) { person(by: { id: $key }) {
    firstName user { displayName organization { name } }
  } }`,
  userDay: `query ($key: ID!, $window: TimeWindow!) { user(by: { id: $key }) {
    displayName
    person { firstName site { name } activities(window: $window) { nodes { startTime endTime type { name } } } }
  } }`,
} as const;

/**
 * The questions of a support desk all day, to all three systems and across them: twelve documents, each about five
 * objects. The objects are those of which the textbook gateway answers the same, whose joins are simple.
 */
export function deskOperations(): DeskOperation[] {
  const { assembly, assembled, web1on1 } = createSandbox(realTime).data;
  const midnightMs = Date.now() - (Date.now() % 86_400_000);
  const window = {
    start: new Date(midnightMs).toISOString(),
    end: new Date(midnightMs + 86_400_000).toISOString(),
  };

  const listedUsers = web1on1.users.filter(({ status }) => status !== "archived");
  const userByEmail = new Map(listedUsers.map((user) => [user.email, user]));
  const isTiedById = ({ platforms, imported_id }: (typeof assembled.people)[number]) =>
    [platforms?.web1on1, imported_id].some((id) => web1on1.users.some((user) => user.id === id));
  const tiedById = new Set(
    assembled.people
      .filter(isTiedById)
      .flatMap(({ platforms, imported_id }) => [platforms?.web1on1, imported_id]),
  );
  const tiedByEmail = assembled.people.filter(
    (person) => person.agent_id && !person.deleted && userByEmail.has(person.email) && !isTiedById(person),
  );
  const organizations = web1on1.organizations.filter(({ status }) => status !== "archived");
  const organizationIds = new Set(organizations.map(({ id }) => id));
  const chatIdOf = ({ source_specific_ids: ids }: (typeof assembly.accounts)[number]) =>
    ids?.find((id) => organizationIds.has(id));
  const accounts = assembly.accounts.filter(chatIdOf);
  const withSimpleUsers = accounts.filter((account) => {
    const owned = listedUsers.filter(({ organization }) => organization === chatIdOf(account));
    return owned.every(({ id }) => !tiedById.has(id));
  });
  const domainsOf = (rows: readonly (typeof assembly.accounts)[number][]) => rows.map(({ domain }) => domain);
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const people = idsOf(tiedByEmail);
  const users = idsOf(tiedByEmail.flatMap(({ email }) => userByEmail.get(email) ?? []));

  const keys: Readonly<Record<keyof typeof documents, readonly (string | number)[]>> = {
    accountCard: domainsOf(accounts),
    contactCard: idsOf(assembly.contacts),
    personCard: people,
    userCard: users,
    accountPage: domainsOf(accounts),
    teamDay: idsOf(assembled.teams.filter(({ parent_id }) => parent_id)),
    userDirectory: [20, 30, 40, 50, 60],
    organizationUsers: idsOf(organizations.slice(1)),
    accountDesk: domainsOf(withSimpleUsers),
    accountChat: domainsOf(accounts),
    personChat: people,
    userDay: users,
  };
  return (Object.keys(documents) as (keyof typeof documents)[]).flatMap((name) => {
    const query = documents[name];
    const some = keys[name].slice(0, perDocument);
    if (some.length < perDocument) throw new Error(`There are only ${some.length} objects for ${name}.`);
    return some.map((key) => ({
      name,
      query,
      variables: { key, ...(query.includes("$window") && { window }) },
    }));
  });
}
