import { activityTypeKind, personKind, siteKind, teamKind } from "../../src/assembled/kinds.ts";
import { accountKind, contactKind, labelKind } from "../../src/assembly/kinds.ts";
import { toGlobalId } from "../../src/resolving/ids.ts";
import {
  accountCases,
  contactCases,
  personCases,
  showcase,
  ticketCases,
} from "../../src/sandbox/data/showcase.ts";
import type { SandboxData } from "../../src/sandbox/data/types.ts";
import { organizationKind, userKind } from "../../src/web1on1/kinds.ts";
import { testNowMs } from "../support/clock.ts";

const dayMs = 86_400_000;

const windowOf = (fromDay: number, days: number): string => {
  const at = (day: number) => JSON.stringify(new Date(testNowMs + day * dayMs).toISOString());
  return `{ start: ${at(fromDay)}, end: ${at(fromDay + days)} }`;
};

const windows = [windowOf(-1, 1), windowOf(-6, 9)];
const pages = ["", "(first: 0)", "(first: 3)", "(first: 100)"];
const quoted = (text: string | undefined): string => JSON.stringify(text ?? "");

/** Arguments for each field that takes some, by `Type.field`, as text; writes leave the showcase as it is. */
export function sampleArguments({ assembled, assembly, web1on1 }: SandboxData) {
  const [site] = assembled.sites;
  const [queue] = assembled.queues;
  const [skill] = assembled.skills;
  const [role] = assembled.roles;
  const [usageLog] = assembly.usageLogs;
  const [contact] = assembly.contacts;
  const { accountId, domain, organizationId, sourceSpecificId } = showcase.account;
  const { personId, agentId, userId } = showcase.person;
  const address = web1on1.users.find(({ id }) => id === userId)?.email;
  const byAccount = [
    `{ id: "${accountId}" }`,
    `{ domain: "${domain}" }`,
    `{ sourceSpecificId: "${sourceSpecificId}" }`,
    `{ domain: "nobody.example" }`,
  ];
  const byContact = [
    `{ id: "${contactCases.email.contactId}" }`,
    `{ email: ${quoted(contact?.domain)} }`,
    `{ sourceSpecificId: "crm-acme-contact-3" }`,
  ];
  const byOwner = [
    ...byAccount.slice(0, 3).map((by) => `{ account: ${by} }`),
    ...byContact.map((by) => `{ contact: ${by} }`),
  ];
  const log = `timestamp: "${new Date(testNowMs).toISOString()}", type: ACTION, content: "Signed in", attribute: "Login"`;
  const byPerson = [
    `{ id: "${personId}" }`,
    `{ agentId: "${agentId}" }`,
    `{ email: ${quoted(assembled.people[2]?.email)} }`,
    `{ importedId: "nobody" }`,
    `{ id: "${personCases.agentless.personId}" }`,
  ];
  const listed = web1on1.organizations.find(({ id }) => id === accountCases.website.organizationId);
  const byOrganization = [`{ id: "${organizationId}" }`, `{ domain: ${quoted(listed?.url ?? "")} }`];
  const ids = [
    ...[accountId, accountCases.empty.accountId].map((id) => toGlobalId(accountKind, id)),
    toGlobalId(contactKind, contactCases.email.contactId),
    toGlobalId(labelKind, showcase.account.tierId),
    ...assembled.people.slice(0, 12).map(({ id }) => toGlobalId(personKind, id)),
    toGlobalId(activityTypeKind, showcase.shiftTypeId),
    ...assembled.sites.slice(0, 2).map(({ id }) => toGlobalId(siteKind, id)),
    toGlobalId(teamKind, showcase.team.id),
    ...web1on1.users.slice(0, 6).map(({ id }) => toGlobalId(userKind, id)),
    toGlobalId(organizationKind, organizationId),
    toGlobalId(organizationKind, accountCases.sourceIdArchived.organizationId),
  ];
  const one = (id: string | undefined) => [`(id: ${quoted(id)})`];
  const activity = (person: string, day: number) =>
    `person: ${person}, typeId: "${showcase.shiftTypeId}", window: ${windowOf(day, 0.04)}`;
  const billing = `{ billReceiver: "a", billSender: "b", stripeCustomerId: "c", currentPlan: "d" }`;
  return {
    ids,
    byField: {
      "Query.node": ids.map((id) => `(id: "${id}")`),
      "Query.nodes": [`(ids: ${JSON.stringify([...ids, "gid://no/Such/thing"])})`],
      "Query.account": byAccount.map((by) => `(by: ${by})`),
      "Query.accounts": pages,
      "Account.contacts": pages,
      "Account.usageLogs": pages,
      "Query.contact": byContact.map((by) => `(by: ${by})`),
      "Query.contacts": [...pages, ...byAccount.map((account) => `(account: ${account}, first: 5)`)],
      "Contact.usageLogs": pages,
      "Query.additionalProperties": byOwner.map((of) => `(of: ${of})`),
      "Query.label": one(showcase.account.tierId),
      "Query.labels": ["", "(type: TIER)", "(type: STAGE)"],
      "Query.usageLog": one(usageLog?.id),
      "Query.usageLogs": [...pages, ...byOwner.map((of) => `(of: ${of}, first: 5)`)],
      "Query.person": byPerson.map((by) => `(by: ${by})`),
      "Query.people": [
        ...pages,
        `(filter: { team: "${showcase.team.id}" }, first: 100)`,
        "(filter: { channels: [] })",
        "(sort: { field: LAST_NAME }, first: 4)",
      ],
      "Query.activities": [
        ...windows.map((window) => `(window: ${window}, first: 20)`),
        `(window: ${windowOf(-20, 30)}, first: 5)`,
        `(window: ${windows[0]}, filter: { agents: ["${agentId}"] })`,
        `(window: ${windows[0]}, filter: { agents: [] })`,
      ],
      "Person.activities": windows.flatMap((window) => [
        `(window: ${window})`,
        `(window: ${window}, first: 2)`,
      ]),
      "Query.activityType": one(showcase.shiftTypeId),
      "Query.role": one(role?.id),
      "Query.queue": one(queue?.id),
      "Query.site": one(site?.id),
      "Query.team": one(showcase.team.id),
      "Query.skill": one(skill?.id),
      "Query.user": [
        `(by: { id: "${userId}" })`,
        `(by: { email: ${quoted(address)} })`,
        `(by: { id: "${contactCases.email.userId}" })`,
      ],
      "Query.users": [...pages, `(filter: { organization: "${organizationId}" })`],
      "Query.organization": byOrganization.map((by) => `(by: ${by})`),
      "Query.organizations": [...pages, "(filter: { status: ARCHIVED })"],
      "Organization.users": pages,
      "Mutation.createAccount": [
        `(input: { type: COMPANY, name: "New", domain: "new.example" })`,
        `(input: { type: CUSTOMER, name: "Ada", domain: "ada@new.example" })`,
      ],
      "Mutation.updateAccount": byAccount
        .slice(0, 2)
        .flatMap((by) => [
          `(by: ${by}, input: { notes: "x" })`,
          `(by: ${by}, input: { domain: "${domain}" })`,
        ]),
      "Mutation.upsertAccount": byAccount.slice(0, 3).map((by) => `(by: ${by}, input: { notes: "y" })`),
      "Mutation.deleteAccount": [
        `(by: { id: "${accountCases.none.accountId}" })`,
        `(by: { domain: ${quoted(assembly.accounts[12]?.domain)} })`,
      ],
      "Mutation.createContact": byAccount
        .slice(0, 3)
        .map(
          (account, at) => `(input: { name: "Ada", email: "ada.${at}@acme.example", account: ${account} })`,
        ),
      "Mutation.updateContact": byContact
        .slice(0, 2)
        .flatMap((by) => [
          `(by: ${by}, input: { notes: "x" })`,
          `(by: ${by}, input: { account: { domain: "${domain}" } })`,
        ]),
      "Mutation.upsertContact": byContact.map((by) => `(by: ${by}, input: { notes: "y" })`),
      "Mutation.deleteContact": [
        `(by: { id: "${contactCases.none.contactId}" })`,
        `(by: { email: ${quoted(assembly.contacts[20]?.domain)} })`,
      ],
      "Mutation.createLabel": [`(input: { type: STAGE, name: "New", color: "#0af" })`],
      "Mutation.updateLabel": [`(id: "${showcase.account.tierId}", input: { color: "#00AAFF" })`],
      "Mutation.deleteLabel": [`(id: ${quoted(assembly.labels.at(-1)?.id)})`],
      "Mutation.logUsage": ["", ...byOwner.map((of) => `of: ${of}, `)].map(
        (of) => `(input: { ${of}${log} })`,
      ),
      "Mutation.updateUsageLog": [`(id: ${quoted(usageLog?.id)}, input: { attribute: "Login" })`],
      "Mutation.deleteUsageLog": [`(id: ${quoted(assembly.usageLogs.at(-1)?.id)})`],
      "Mutation.createAdditionalProperties": byOwner.map(
        (of, at) => `(input: { of: ${of}, properties: { made${at}: 1 } })`,
      ),
      "Mutation.updateAdditionalProperties": byOwner.map(
        (of, at) => `(input: { of: ${of}, properties: { set: ${at} } })`,
      ),
      "Mutation.deleteAdditionalProperties": byOwner.map(
        (of, at) => `(input: { of: ${of}, names: ["made${at}"] })`,
      ),
      "Mutation.createInteraction": [
        `(input: { query: "Why?", user: { id: "${contactCases.email.contactId}" }, company: { sourceSpecificId: "${sourceSpecificId}" } })`,
      ],
      "Mutation.replyToInteraction": [
        `{ id: "${ticketCases.email.ticketId}" }`,
        `{ sourceSpecificId: "${ticketCases.api.sourceSpecificId}" }`,
      ].map((by) => `(input: { interaction: ${by}, content: "Because.", user: { id: "a" } })`),
      "Mutation.createPerson": [
        `(input: { firstName: "A", lastName: "B", email: "a@b.example", timezone: "UTC", roleId: ${quoted(role?.id)}, staffable: true })`,
      ],
      "Mutation.createPeople": [
        `(input: { people: [{ firstName: "A", lastName: "B", email: "c@b.example", timezone: "UTC", roleId: ${quoted(role?.id)}, staffable: true }] })`,
      ],
      "Mutation.updatePerson": [`(id: "${assembled.people[30]?.id}", input: { firstName: "Z" })`],
      "Mutation.deletePerson": [
        `(id: "${assembled.people[40]?.id}")`,
        `(id: "${assembled.people[41]?.id}", deletion: HARD)`,
      ],
      "Mutation.createActivity": ["REFUSE", "ALLOW", "REPLACE"].flatMap((policy, at) =>
        byPerson.slice(0, 3).map((by) => `(input: { ${activity(by, 40 + at)}, onConflict: ${policy} })`),
      ),
      "Mutation.createActivities": ["REFUSE", "REPLACE"].map(
        (policy, at) =>
          `(input: { activities: [{ ${activity(byPerson[0] ?? "", 50 + at)} }, { ${activity(byPerson[1] ?? "", 99 + at)} }], onConflict: ${policy} })`,
      ),
      "Mutation.deleteActivities": [
        `(input: { window: ${windowOf(60, 1)}, people: [${byPerson.slice(0, 3).join(", ")}] })`,
      ],
      "Mutation.createUser": [
        `(input: { email: "new@acme.example" })`,
        `(input: { email: "new2@acme.example", organization: { domain: "acme.example" } })`,
      ],
      "Mutation.updateUser": [
        `(id: "${userId}", input: { givenName: "S" })`,
        `(id: "${userId}", input: { settings: { locale: NL }, organization: ${byOrganization[0]} })`,
        `(id: "${userId}", input: { status: INVITED })`,
      ],
      "Mutation.deleteUser": [`(id: "${web1on1.users[50]?.id}")`],
      "Mutation.createOrganization": [
        `(input: { name: "N", billingInfo: ${billing}, parent: ${byOrganization[1]} })`,
      ],
      "Mutation.updateOrganization": [
        `(id: "${organizationId}", input: { name: "Acme" })`,
        `(id: "${organizationId}", input: { settings: { enableMail: true }, partners: [{ organization: ${byOrganization[1]}, permission: "read" }] })`,
      ],
      "Mutation.deleteOrganization": [`(id: "${web1on1.organizations[20]?.id}")`],
    } as Readonly<Record<string, readonly string[]>>,
  };
}
