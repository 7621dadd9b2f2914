import {
  activityTypeId,
  forecastTotalId,
  groupId,
  labelId,
  organizationId,
  personId,
  requirementTypeId,
  serviceId,
  shiftPatternId,
  usageLogId,
} from "../../src/sandbox/data/ids.ts";
import { contactCases, personCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { dayWindow } from "./root-arguments.ts";

const { domain, accountId: acmeAccount, organizationId: acme, tierId } = showcase.account;
const { agentId } = showcase.person;
const { team } = showcase;
const newcomer = personCases.noMatch;
const logId = usageLogId("account/acme", 0);
const signedIn = 'timestamp: "2026-03-04T10:00:00Z", type: ACTION, content: "Ryw", attribute: "Login"';
const evening = '{ start: "2026-03-04T21:00:00Z", end: "2026-03-04T22:00:00Z" }';
const weekdays = shiftPatternId("Weekdays");
const shift =
  "{ startTime: { dayOfWeek: SUNDAY, hour: 17 }, endTime: { dayOfWeek: MONDAY, hour: 5, minute: 30 } }";
const billingInfo = '{ billReceiver: "a", billSender: "b", stripeCustomerId: "cus_1", currentPlan: "grow" }';

/**
 * One of each kind of write, in an order in which each has something to change, with the system that may have to be asked
 * again after it, since a read shows it: none if nothing does.
 * `ROLE` and `APPROVED` stand for the ids of a role and of an approved request for time off.
 */
export const writes: readonly (readonly [system: string | undefined, mutation: string])[] = [
  ["assembly", `createAccount(input: { type: COMPANY, name: "Ryw", domain: "ryw.example" }) { accountId }`],
  [
    "assembly",
    `updateAccount(by: { domain: "ryw.example" }, input: { addSourceSpecificIds: ["ryw-1"] }) { accountId }`,
  ],
  [
    "assembly",
    `updateAccount(by: { id: "${acmeAccount}" }, input: { name: "Acme Rewritten" }) { accountId }`,
  ],
  [
    "assembly",
    `upsertAccount(by: { domain: "${domain}" }, input: { name: "Acme Again", additionalProperties: { ryw: "a" } }) { accountId }`,
  ],
  [
    "assembly",
    `createContact(input: { name: "Ryw", email: "ryw@acme.example", account: { domain: "${domain}" } }) { contactId }`,
  ],
  [
    "assembly",
    `updateContact(by: { id: "${contactCases.email.contactId}" }, input: { email: "moved@acme.example", additionalProperties: { ryw: "c" } }) { contactId }`,
  ],
  [
    "assembly",
    `upsertContact(by: { email: "ryw@acme.example" }, input: { name: "Ryw II", account: { domain: "ryw.example" } }) { contactId }`,
  ],
  [
    "assembly",
    `createAdditionalProperties(input: { of: { account: { domain: "${domain}" } }, properties: { rywNew: 1 } }) { ownerId }`,
  ],
  [
    "assembly",
    `updateAdditionalProperties(input: { of: { contact: { id: "${contactCases.email.contactId}" } }, properties: { ryw: "d" } }) { ownerId }`,
  ],
  [
    "assembly",
    `deleteAdditionalProperties(input: { of: { account: { id: "${acmeAccount}" } }, names: ["rywNew"] }) { ownerId }`,
  ],
  ["assembly", 'createLabel(input: { type: TIER, name: "Ryw", color: "#FFD700" }) { labelId }'],
  ["assembly", `updateLabel(id: "${tierId}", input: { name: "Tier Renamed" }) { labelId }`],
  ["assembly", `deleteLabel(id: "${labelId("Business")}") { deletedLabelId }`],
  ["assembly", `logUsage(input: { of: { account: { domain: "${domain}" } }, ${signedIn} }) { usageLogId }`],
  ["assembly", `updateUsageLog(id: "${logId}", input: { attribute: "Ryw" }) { usageLogId }`],
  ["assembly", `deleteUsageLog(id: "${logId}") { deletedUsageLogId }`],
  [
    "assembly",
    'createInteraction(input: { query: "Ryw?", sourceSpecificId: "ryw-1", user: { email: "ryw@post.example" } }) { ticketNumber }',
  ],
  [
    undefined,
    'replyToInteraction(input: { interaction: { sourceSpecificId: "ryw-1" }, content: "Ryw.", user: { id: "ryw" } }) { replyId }',
  ],
  [
    "assembly",
    `updateAccount(by: { domain: "ryw.example" }, input: { domain: "moved.example" }) { accountId }`,
  ],
  [
    "assembly",
    `updateAccount(by: { domain: "moved.example" }, input: { domain: "ryw.example" }) { accountId }`,
  ],
  [
    "web1on1",
    `createOrganization(input: { name: "Ryw Chat", url: "https://ryw.example", billingInfo: ${billingInfo} }) { organizationId }`,
  ],
  [
    "web1on1",
    `updateOrganization(id: "${acme}", input: { name: "Acme Chat", settings: { enableMail: true } }) { organizationId }`,
  ],
  [
    "web1on1",
    `updateOrganization(id: "${showcase.masterOrganizationId}", input: { name: "Master Renamed" }) { organizationId }`,
  ],
  [
    "web1on1",
    `createUser(input: { email: "ryw@acme.example", displayName: "Ryw", organization: { id: "${acme}" } }) { userId }`,
  ],
  [
    "web1on1",
    `updateUser(id: "${showcase.person.userId}", input: { displayName: "S. Rewritten" }) { userId }`,
  ],
  ["web1on1", `updateUser(id: "${showcase.gatewayUserId}", input: { displayName: "Gateway" }) { userId }`],
  ["web1on1", `deleteUser(id: "${contactCases.email.userId}") { deletedUserId }`],
  [
    "assembled",
    `updatePerson(id: "${newcomer.personId}", input: { teams: ["${team.id}"], importedId: "ryw-1" }) { personId }`,
  ],
  ["assembled", `updatePerson(id: "${showcase.person.personId}", input: { teams: [] }) { personId }`],
  [
    "assembled",
    `createPerson(input: { firstName: "Ryw", lastName: "Z", email: "ryw@helpdesk.example", timezone: "UTC", roleId: "ROLE", staffable: true, teams: ["${team.id}"] }) { personId }`,
  ],
  [
    "assembled",
    `createActivity(input: { person: { agentId: "${agentId}" }, typeId: "${showcase.shiftTypeId}", window: ${evening}, onConflict: ALLOW }) { activityId }`,
  ],
  [
    "assembled",
    `createActivities(input: { activities: [{ person: { agentId: "${agentId}" }, typeId: "${showcase.shiftTypeId}", window: ${evening} }], onConflict: REPLACE }) { activityIds }`,
  ],
  [
    "assembled",
    `deleteActivities(input: { window: ${evening}, people: [{ agentId: "${agentId}" }] }) { agentIds }`,
  ],
  [
    "assembled",
    'postAgentState(input: { agentPlatformId: "ryw-1", state: "busy", time: "2026-03-04T10:00:00Z" }) { agentPlatformId }',
  ],
  [
    "assembled",
    `associatePlatformId(input: { agentPlatformId: "ryw-1", person: { agentId: "${agentId}" } }) { agentPlatformId }`,
  ],
  [
    "assembled",
    'endAgentState(input: { agentPlatformId: "ryw-1", time: "2026-03-04T10:15:00Z" }) { agentPlatformId }',
  ],
  [
    "assembled",
    `editAgentStates(input: { edits: [{ insert: { agentPlatformId: "ryw-1", platform: "api", state: "away", window: ${dayWindow} } }] }) { insertedCount }`,
  ],
  [
    "assembled",
    `createPeople(input: { people: [{ firstName: "Wyr", lastName: "Z", email: "wyr@helpdesk.example", timezone: "UTC", roleId: "ROLE", staffable: true, teams: ["${team.id}"] }] }) { personIds }`,
  ],
  [
    "assembled",
    `createQueues(input: { queues: [{ name: "Ryw" }, { name: "Ryw II", parentId: "${groupId("queue/Orders")}" }] }) { queueIds }`,
  ],
  ["assembled", `updateQueue(id: "${groupId("queue/Orders")}", input: { name: "Ryw III" }) { queueId }`],
  [
    "assembled",
    `createShiftPattern(input: { name: "Ryw", timezone: "Europe/Paris", author: { agentId: "${agentId}" }, shifts: [${shift}] }) { shiftPatternId }`,
  ],
  [
    "assembled",
    `assignShiftPattern(id: "${weekdays}", people: [{ agentId: "${agentId}" }]) { shiftPatternId }`,
  ],
  [
    "assembled",
    `updateShiftPattern(id: "${weekdays}", input: { author: { agentId: "${agentId}" }, name: "Ryw days" }) { shiftPatternId }`,
  ],
  ["assembled", `unassignShiftPattern(people: [{ agentId: "${agentId}" }]) { agentIds }`],
  ["assembled", `deleteShiftPattern(id: "${weekdays}") { deletedShiftPatternId }`],
  [
    "assembled",
    `createTimeOffRequest(input: { person: { agentId: "${agentId}" }, typeId: "${activityTypeId("time_off")}", window: ${evening} }) { timeOffRequestId }`,
  ],
  [
    "assembled",
    `cancelTimeOffRequest(id: "APPROVED", input: { canceledBy: { agentId: "${agentId}" } }) { timeOffRequestId }`,
  ],
  [
    "assembled",
    `createForecastTotals(input: { forecastTotals: [{ window: ${evening}, channel: PHONE, queueId: "${groupId("queue/Billing")}", value: 12.5 }], onConflict: REFUSE }) { forecastTotalIds }`,
  ],
  ["assembled", `deleteForecastTotal(id: "${forecastTotalId("returns today")}") { deletedForecastTotalId }`],
  [
    "assembled",
    `setRequirements(input: { requirements: [{ typeId: "${requirementTypeId("On shift")}", window: ${evening}, required: 41.5 }] }) { complete }`,
  ],
  [
    "assembled",
    `upsertConversations(input: { conversations: [{ importedId: "ryw-1", channel: CHAT, status: SOLVED, createdAt: "2026-03-04T09:00:00Z", queueId: "${groupId("queue/Billing")}" }] }) { complete }`,
  ],
  [
    undefined,
    'createQaScores(input: { qaScores: [{ agentEmail: "ryw@helpdesk.example", ticketCreatedAt: "2026-03-03T09:00:00Z", score: 85, importedId: "ryw-1" }] }) { complete }',
  ],
  ["assembled", 'createActivityType(input: { name: "Ryw", channels: [CHAT] }) { activityTypeId }'],
  ["assembled", `deleteActivityType(id: "${activityTypeId("sick_leave")}") { deletedActivityTypeId }`],
  ["assembled", `deletePerson(id: "${personId(2)}") { deletedPersonId }`],
  ["assembled", `deletePerson(id: "${personId(4)}", deletion: HARD) { deletedPersonId }`],
  ["web1on1", `createBot(input: { name: "Ryw", organizationId: "${acme}" }) { botId }`],
  ["web1on1", `updateBot(id: "${showcase.sharedBotId}", input: { name: "Ryw" }) { botId }`],
  ["web1on1", `updateBotInstance(id: "${showcase.botInstanceId}", input: { name: "Ryw" }) { botInstanceId }`],
  ["web1on1", `updateService(id: "${serviceId("acme", 0)}", input: { name: "Ryw" }) { serviceId }`],
  ["web1on1", `updateForm(id: "${showcase.form.id}", input: { name: "Ryw" }) { formId }`],
  ["web1on1", `createFormField(formId: "${showcase.form.id}", input: { name: "ryw" }) { formFieldId }`],
  [
    "web1on1",
    `setCategorySlot(organizationId: "${acme}", index: 3, input: { name: "Ryw" }) { organizationId }`,
  ],
  [
    "web1on1",
    `createOrganizationGroup(input: { name: "Ryw", memberIds: ["${acme}"] }) { organizationGroupId }`,
  ],
  ["web1on1", `deleteOrganization(id: "${organizationId("bluebird")}") { deletedOrganizationId }`],
  ["assembly", `deleteAccount(by: { domain: "ryw.example" }) { deletedAccountId }`],
  ["assembly", `deleteContact(by: { email: "ryw@acme.example" }) { deletedContactId }`],
];
