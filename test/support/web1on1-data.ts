import type {
  StoredForm,
  StoredOrganization,
  StoredUser,
  Web1on1Data,
} from "../../src/sandbox/data/web1on1/stored.ts";

/** The id that a small number stands for. */
export const id = (number: number): string => number.toString(16).padStart(24, "0");
export const master = id(1);
export const north = id(2);
export const northWest = id(3);
export const south = id(4);
export const closing = id(5);
export const closed = id(6);

export const bot = id(11);
export const boss = id(12);
export const northAdmin = id(13);
export const northAgent = id(14);
export const westAgent = id(15);
export const southAgent = id(16);
export const gone = id(17);

export const northForm = id(41);
export const southForm = id(42);
export const archivedForm = id(43);

export const northGroup = id(21);
export const southGroup = id(22);

const createdAt = "2024-01-01T00:00:00.000Z";

/** An active organization below the master, but for `fields`. */
export const organization = (fields: Partial<StoredOrganization> & { id: string }): StoredOrganization => ({
  name: `Organization ${Number.parseInt(fields.id, 16)}`,
  status: "active",
  parent: master,
  ...fields,
});

/** An active agent, owned by the first of its organizations, but for `fields`. */
export const user = (fields: Partial<StoredUser> & { id: string; organizations: string[] }): StoredUser => ({
  email: `user${Number.parseInt(fields.id, 16)}@example.com`,
  organization: fields.organizations[0] ?? master,
  role: "agent",
  status: "active",
  password: `password-${Number.parseInt(fields.id, 16)}`,
  apiToken: "",
  createdAt: "2024-01-01T00:00:00.000Z",
  ...fields,
});

/** An active form with one field, but for `fields`. */
export const form = (fields: Partial<StoredForm> & { id: string }): StoredForm => ({
  organization: north,
  name: `Form ${Number.parseInt(fields.id, 16)}`,
  status: "active",
  fields: [{ id: id(31), name: "email", type: "email", required: true, createdAt, updatedAt: createdAt }],
  createdAt,
  ...fields,
});

/** Organizations below the master, one below another, two of them on their way out; and users and forms of theirs. */
export const smallData: Web1on1Data = {
  organizations: [
    { id: master, name: "Master", status: "active" },
    organization({
      id: north,
      name: "North",
      tags: ["retail", "gold"],
      settings: { routeOnReply: "route", enableMail: false },
      billingInfo: { stripeCustomerId: "cus_north", w1on1ResultId: "prod_north", billReceiver: "north" },
    }),
    organization({ id: northWest, name: "North West", parent: north, tags: ["retail"] }),
    organization({ id: south, name: "South" }),
    organization({ id: closing, name: "Closing", status: "pendingArchive" }),
    organization({ id: closed, name: "Closed", status: "archived" }),
  ],
  services: [],
  users: [
    user({ id: bot, organizations: [master], role: "bot", apiToken: "bot-token", email: "bot@example.com" }),
    user({ id: boss, organizations: [master], role: "admin", email: "Boss@example.com" }),
    user({ id: northAdmin, organizations: [north], role: "admin", apiToken: "north-token" }),
    user({
      id: northAgent,
      organizations: [north, south],
      apiToken: "agent-token",
      givenName: "Hans",
      phone: "+31209876543",
      settings: { locale: "nl", timezone: "Europe/Amsterdam" },
      createdAt: "2024-03-01T12:00:00.000Z",
    }),
    user({ id: westAgent, organizations: [northWest], createdAt: "2024-04-01T12:00:00.000Z" }),
    user({ id: southAgent, organizations: [south], status: "invited" }),
    user({ id: gone, organizations: [south], status: "archived", password: "still-known" }),
  ],
  bots: [],
  botInstances: [],
  forms: [
    form({ id: northForm, tags: ["retail"] }),
    form({ id: southForm, organization: south, template: northForm }),
    form({ id: archivedForm, status: "archived" }),
  ],
  organizationGroups: [
    { id: northGroup, name: "Northern", organization: north, members: [north, northWest] },
    { id: southGroup, name: "Southern", organization: south, members: [south] },
  ],
  workflows: [
    { id: id(31), name: "All", organization: master },
    { id: id(32), name: "Northern", organization: north },
    { id: id(33), name: "Retail", organization: master, organizations: [], organizationTags: ["retail"] },
    { id: id(34), name: "South alone", organization: master, organizations: [south] },
  ],
};

/** What a new organization must tell about billing. */
export const billingInfo = {
  billReceiver: "a",
  billSender: "b",
  stripeCustomerId: "cus_1",
  currentPlan: "grow",
};
/** The smallest body that makes an organization. */
export const newOrganization = { name: "Acme", billingInfo };
