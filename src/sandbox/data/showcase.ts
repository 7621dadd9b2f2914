import { draftScheduleId } from "./assembled/activities.ts";
import { showcaseTeamId } from "./assembled/people.ts";
import { awkwardSourceSpecificId } from "./assembly/accounts.ts";
import { goneLabelId } from "./assembly/labels.ts";
import {
  accountId,
  activityTypeId,
  agentId,
  botId,
  botInstanceId,
  contactId,
  formFieldId,
  formId,
  labelId,
  organizationId,
  personId,
  shiftPatternId,
  ticketId,
  userId,
} from "./ids.ts";

const account = (key: string, organization = key) => ({
  accountId: accountId(key),
  organizationId: organizationId(organization),
});

/** One account for each case of the join between accounts and chat organizations, by name. */
export const accountCases = {
  sourceId: account("acme"),
  /** The only one is archived: a point read shows it, a list does not. */
  sourceIdArchived: account("velvet"),
  website: account("bluebird"),
  /** The account's domain is in Unicode, the URL in punycode. */
  websiteInternational: account("brauhaus"),
  /** The other way round. */
  websiteInternationalUrl: account("nandu"),
  websiteFinalDot: account("nordlys"),
  /** The URL has no scheme. */
  websiteBareHost: account("masala"),
  emailDomain: account("tromso"),
  /** No match, although the e-mail address of an organization has this domain. */
  freeMail: account("gmail"),
  ambiguousSourceId: { accountId: accountId("gemini"), organizationIds: pair("gemini") },
  ambiguousWebsite: { accountId: accountId("crossroads"), organizationIds: pair("crossroads") },
  ambiguousEmailDomain: { accountId: accountId("harbour"), organizationIds: pair("harbour") },
  /** `organizationId` by SOURCE_ID; another, `pivot-web`, by website. */
  sourceIdOverWebsite: { ...account("pivot"), loserId: organizationId("pivot-web") },
  websiteOverEmailDomain: { ...account("lantern", "lantern-web"), loserId: organizationId("lantern-mail") },
  /** Two accounts of one organization: the first by SOURCE_ID, the second by WEBSITE. */
  sharedByRanks: {
    organizationId: organizationId("hangang"),
    accountIds: [accountId("hangang"), accountId("satellite")],
  },
  /** Two accounts of one organization, both by SOURCE_ID. */
  shared: {
    organizationId: organizationId("twin"),
    accountIds: [accountId("twin"), accountId("twin-events")],
  },
  /** No match: the organization is at the host above. */
  subdomain: account("umbrella"),
  /** No match: ranks 2 and 3 look at listed organizations only. */
  websiteArchived: account("retired"),
  /** No match: the account carries the id of an organization that never was. */
  danglingSourceId: { accountId: accountId("dangling") },
  none: { accountId: accountId("solaris") },
  /** A Customer account; its organization is told by SOURCE_ID. */
  customer: { accountId: accountId("customer/0"), organizationId: organizationId("solo") },
  /** A Customer whose address is at the website of an organization: no match. */
  customerAtWebsite: { accountId: accountId("customer/3") },
  /** Points at labels that are gone. */
  danglingTier: { accountId: accountId("velvet"), labelId: goneLabelId },
  danglingTag: { accountId: accountId("ogden"), labelId: goneLabelId },
  /** Has no contacts and no usage. */
  empty: { accountId: accountId("fennec") },
  /** Can be found by a source specific id that has to be encoded with care. */
  awkwardSourceSpecificId: { accountId: accountId("zuiderzee"), sourceSpecificId: awkwardSourceSpecificId },
} as const;

const person = (key: string | number, user: string | number = key) => ({
  personId: personId(key),
  agentId: agentId(key),
  userId: userId(user),
});

/** One person for each case of the join between people and chat users, by name. */
export const personCases = {
  platformId: person(3),
  importedId: person(7),
  email: person(1),
  /** The two addresses differ in case. */
  emailCase: person(12),
  /** The platform id names one user, the e-mail address another. */
  platformOverEmail: {
    ...person("platform-over-email", "platform-target"),
    loserId: userId("platform-decoy"),
  },
  /** The platform id leads nowhere; the e-mail address decides. */
  danglingPlatform: person("dangling-platform"),
  /** The imported id names an archived user. */
  importedArchived: person("imported-archived"),
  ambiguous: { personId: personId("ambiguous"), userIds: [userId("ambiguous-a"), userId("ambiguous-b")] },
  archivedOnly: person("archived-only"),
  archivedAndLiving: {
    ...person("archived-and-living", "living-of-two"),
    archivedUserId: userId("archived-of-two"),
  },
  /** A deleted and a living person with one address. */
  deletedAndLiving: { ...person("living-twin", "twin"), deletedPersonId: personId("deleted-twin") },
  deletedOnly: person("deleted-only"),
  /** A person without a user, and a user without a person. */
  noMatch: person("no-match"),
  /** Has no agent id. */
  agentless: { personId: personId(42) },
  /** Left three days ago, with activities until then. */
  left: person(28),
} as const;

/** One contact for each case of the join between contacts and chat users, by name. */
export const contactCases = {
  /** The two addresses differ in case. */
  email: { contactId: contactId("acme", 1), userId: userId("contact/acme/1") },
  ambiguous: {
    contactId: contactId("acme", 4),
    userIds: [userId("contact/acme/4"), userId("contact/acme/4/second")],
  },
  archivedOnly: { contactId: contactId("zuiderzee", 2), userId: userId("contact/zuiderzee/2") },
  none: { contactId: contactId("acme", 0) },
} as const;

/** One ticket for each kind that differs, by name; no call tells their ids. */
export const ticketCases = {
  /** Came in over the API: a reply may come twice. */
  api: { ticketId: ticketId("ASM-2"), sourceSpecificId: "chat-1001", replyId: "chat-1001-1" },
  /** Has no source specific id. */
  email: { ticketId: ticketId("ASM-1") },
  /** A reply with an id that is there is refused. */
  slack: { ticketId: ticketId("ASM-3"), replyId: "slack-C01-1709546460" },
  communitySlack: { ticketId: ticketId("ASM-4"), replyId: "slack-C77-1709546499" },
} as const;

/** The subject of examples and tests: one customer that all three systems know well. */
export const showcase = {
  account: {
    ...accountCases.sourceId,
    domain: "acme.example",
    name: "Acme Robotics",
    sourceSpecificId: "crm-acme",
    tierId: labelId("Enterprise"),
  },
  /** Serves the showcase account and others: 20 to 60 people. */
  team: { id: showcaseTeamId, name: "Chat Frontline" },
  /** A person of that team who has a chat user in the organization. */
  person: person(1),
  /** The user that the gateway is. */
  gatewayUserId: userId("gateway"),
  masterOrganizationId: organizationId("master"),
  /** A bot of the organization, with an instance there. */
  botId: botId("survey"),
  botInstanceId: botInstanceId("acme", "survey"),
  /** A bot of the master organization, with instances in many. */
  sharedBotId: botId("concierge"),
  /** A form of the showcase organization that is a copy of another one. */
  form: { id: formId(4), fieldId: formFieldId(4, "reason"), templateId: formId(1) },
  shiftTypeId: activityTypeId("shift"),
  /** A shift pattern that the person is not on. */
  shiftPatternId: shiftPatternId("Night owls"),
  /** A schedule beside the master schedule, with two activities. */
  draftScheduleId,
} as const;

function pair(key: string): readonly [string, string] {
  return [organizationId(`${key}-a`), organizationId(`${key}-b`)];
}
