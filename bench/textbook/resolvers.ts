import type { ActivityJson } from "../../src/assembled/activity/endpoints.ts";
import type { PeoplePageJson, PersonJson } from "../../src/assembled/person/endpoints.ts";
import type { AccountJson } from "../../src/assembly/account/endpoints.ts";
import type { ContactJson } from "../../src/assembly/contact/endpoints.ts";
import type { PageJson } from "../../src/assembly/page-json.ts";
import type { UsageLogJson } from "../../src/assembly/usage-log/endpoints.ts";
import type { OrganizationJson } from "../../src/web1on1/organization/endpoints.ts";
import type { UserJson } from "../../src/web1on1/user/endpoints.ts";
import type { TextbookContext } from "./loaders.ts";

interface Page {
  readonly first: number;
  readonly after?: string;
}
interface ById {
  readonly by: { readonly id: string };
}
interface Window {
  readonly window: { readonly start: string; readonly end: string };
}

const sourceIdOf = (id: string): string => id.split("/").at(-1) ?? id;
const globalId =
  (type: string) =>
  ({ id }: { readonly id: string }) =>
    `gid://${type}/${id}`;
const isoTime = (seconds: number) => new Date(seconds * 1000).toISOString();
/** Ids of chat users and organizations among ids of all kinds. */
const chatId = (ids: readonly (string | null | undefined)[]) =>
  ids.find((id) => id && /^[0-9a-f]{24}$/.test(id));

const usersPage = async (
  { first, after }: Page,
  filter: Readonly<Record<string, string>>,
  { reads }: TextbookContext,
) => {
  const offset = Number(after ?? 0);
  const query = new URLSearchParams({ ...filter, limit: String(first), offset: String(offset) });
  const nodes = (await reads.web1on1<UserJson[]>(`/users?${query}`)) ?? [];
  const endCursor = String(offset + nodes.length);
  return { nodes, pageInfo: { hasNextPage: nodes.length === first, endCursor } };
};

/** Resolvers as they are written first: each field fetches what it needs. */
export const resolvers = {
  AccountType: { COMPANY: "Company", CUSTOMER: "Customer" },
  UserRole: {
    AGENT: "agent",
    ADMIN: "admin",
    OWNER: "owner",
    BOT: "bot",
    GUEST: "guest",
    SUPERVISOR: "supervisor",
  },
  Query: {
    account: (_: unknown, { by }: { by: { id?: string; domain?: string } }, { account }: TextbookContext) =>
      account.load(by.domain ?? sourceIdOf(by.id ?? "")),
    contact: (_: unknown, { by }: ById, { contact }: TextbookContext) => contact.load(sourceIdOf(by.id)),
    person: (_: unknown, { by }: ById, { person }: TextbookContext) => person.load(sourceIdOf(by.id)),
    people: async (
      _: unknown,
      { first, filter }: Page & { filter?: { team?: string } },
      { reads }: TextbookContext,
    ) => {
      const query = new URLSearchParams({ ...filter, limit: String(first), offset: "0" });
      const page = await reads.assembled<PeoplePageJson>(`/v0/people?${query}`);
      return { nodes: Object.values(page?.people ?? {}), totalCount: page?.total };
    },
    user: (_: unknown, { by }: ById, { user }: TextbookContext) => user.load(sourceIdOf(by.id)),
    users: (_: unknown, args: Page & { filter?: { organization?: string } }, context: TextbookContext) =>
      usersPage(args, { ...args.filter }, context),
    organization: (_: unknown, { by }: ById, { organization }: TextbookContext) =>
      organization.load(sourceIdOf(by.id)),
  },
  Account: {
    id: globalId("assembly/Account"),
    contractValue: ({ contract_value }: AccountJson) => contract_value,
    tier: ({ tier }: AccountJson, _: unknown, { label }: TextbookContext) => tier && label.load(tier),
    tags: ({ tags }: AccountJson, _: unknown, { label }: TextbookContext) => label.loadMany(tags ?? []),
    contacts: async ({ id }: AccountJson, { first }: Page, { reads }: TextbookContext) => {
      const path = `/contacts/company/${id}?limit=${first}&offset=0`;
      const read = await reads.assembly<{ contacts: PageJson<ContactJson> }>(path);
      return { nodes: read?.contacts.data ?? [] };
    },
    usageLogs: async ({ id }: AccountJson, { first }: Page, { reads }: TextbookContext) => {
      const path = `/usage/accounts/${id}?limit=${first}&offset=0`;
      const read = await reads.assembly<{ logs: PageJson<UsageLogJson> }>(path);
      return { nodes: read?.logs.data ?? [] };
    },
    organization: (account: AccountJson, _: unknown, { organization }: TextbookContext) => {
      const id = chatId(account.source_specific_ids ?? []);
      return id && organization.load(id);
    },
  },
  Contact: {
    id: globalId("assembly/Contact"),
    email: ({ domain }: ContactJson) => domain,
    account: ({ company_id }: ContactJson, _: unknown, { account }: TextbookContext) =>
      company_id && account.load(company_id),
  },
  UsageLog: {
    id: globalId("assembly/UsageLog"),
    // Some are logged with a currency in front.
    value: ({ value }: UsageLogJson) =>
      typeof value === "string" ? Number(String(value).replaceAll(/[^\d.-]/g, "")) : value,
  },
  Person: {
    id: globalId("assembled/Person"),
    firstName: ({ first_name }: PersonJson) => first_name,
    lastName: ({ last_name }: PersonJson) => last_name,
    site: (person: PersonJson, _: unknown, { site }: TextbookContext) =>
      person.site && site.load(person.site),
    teams: ({ teams }: PersonJson, _: unknown, { team }: TextbookContext) => team.loadMany(teams ?? []),
    queues: ({ queues }: PersonJson, _: unknown, { queue }: TextbookContext) => queue.loadMany(queues ?? []),
    activities: async (
      { agent_id }: PersonJson,
      { window }: Window,
      { activities }: TextbookContext,
    ): Promise<{ nodes: ActivityJson[] }> => ({
      nodes: agent_id ? await activities(agent_id, window.start, window.end) : [],
    }),
    user: (person: PersonJson, _: unknown, { user, userByEmail }: TextbookContext) => {
      const id = chatId([person.platforms?.web1on1, person.imported_id]);
      return id ? user.load(id) : userByEmail.load(person.email);
    },
  },
  Activity: {
    startTime: ({ start_time }: ActivityJson) => isoTime(start_time),
    endTime: ({ end_time }: ActivityJson) => isoTime(end_time),
    type: ({ type_id }: ActivityJson, _: unknown, { activityType }: TextbookContext) =>
      activityType.load(type_id),
  },
  User: {
    id: globalId("web1on1/User"),
    displayName: ({ displayName, givenName, familyName }: UserJson) =>
      displayName ?? `${givenName} ${familyName}`,
    organization: ({ organization: id }: UserJson, _: unknown, { organization }: TextbookContext) =>
      id && organization.load(id),
    person: ({ email }: UserJson, _: unknown, { personByEmail }: TextbookContext) =>
      email && personByEmail.load(email),
  },
  Organization: {
    id: globalId("web1on1/Organization"),
    users: async ({ id }: OrganizationJson, args: Page, context: TextbookContext) => {
      const page = await usersPage(args, { organization: id }, context);
      // The list shows all users who may work there.
      return { ...page, nodes: page.nodes.filter(({ organization }) => organization === id) };
    },
  },
};
