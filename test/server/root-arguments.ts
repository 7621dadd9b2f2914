import {
  forecastTotalId,
  organizationGroupId,
  reportId,
  requirementTypeId,
  serviceId,
} from "../../src/sandbox/data/ids.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { objectIdOf } from "../../src/sandbox/random.ts";

/** The day that windows are asked for. */
export const dayWindow = '{ start: "2026-03-04T00:00:00Z", end: "2026-03-05T00:00:00Z" }';

const window = dayWindow;
const { domain, organizationId } = showcase.account;
const { personId, userId } = showcase.person;

/** Arguments of the root fields that need some. */
export const rootArguments: Readonly<Record<string, string>> = {
  bot: `(id: "${showcase.botId}")`,
  botInstance: `(id: "${showcase.botInstanceId}")`,
  category: `(organization: "${organizationId}", id: "${objectIdOf("category/acme/1")}")`,
  form: `(id: "${showcase.form.id}")`,
  formField: `(form: "${showcase.form.id}", id: "${showcase.form.fieldId}")`,
  organizationGroup: `(id: "${organizationGroupId("Early adopters")}")`,
  account: `(by: { domain: "${domain}" })`,
  accounts: "(first: 3)",
  activities: `(window: ${window}, first: 3)`,
  activityType: `(id: "${showcase.shiftTypeId}")`,
  agentStateEdits: `(window: ${window})`,
  agentStates: `(window: ${window}, first: 3)`,
  contact: `(by: { email: "nobody@${domain}" })`,
  customer360: `(by: { domain: "${domain}" })`,
  contacts: `(account: { domain: "${domain}" }, first: 3)`,
  forecastTotal: `(id: "${forecastTotalId("returns today")}")`,
  forecastTotals: `(window: ${window}, first: 3)`,
  forecastedVsActuals: `(window: ${window}, channel: CHAT, intervalMinutes: 60, first: 3)`,
  forecasts: `(window: ${window}, channel: CHAT, first: 3)`,
  label: `(id: "${showcase.account.tierId}")`,
  node: `(id: "gid://web1on1/User/${userId}")`,
  nodes: `(ids: ["gid://web1on1/User/${userId}", "gid://web1on1/Organization/${organizationId}"])`,
  organization: `(by: { id: "${organizationId}" })`,
  organizations: "(first: 3)",
  people: "(first: 3)",
  person: `(by: { id: "${personId}" })`,
  queue: '(id: "8ce1939e-0000-4000-8000-000000000000")',
  requirementType: `(id: "${requirementTypeId("On shift")}")`,
  requirements: `(window: ${window}, first: 3)`,
  role: '(id: "8ce1939e-0000-4000-8000-000000000000")',
  service: `(id: "${serviceId("acme", 0)}")`,
  services: "(first: 3)",
  shiftPattern: `(id: "${showcase.shiftPatternId}")`,
  site: '(id: "8ce1939e-0000-4000-8000-000000000000")',
  report: `(id: "${reportId("adherence")}")`,
  adherenceReport: `(window: ${window}, channel: CHAT, interval: HOUR)`,
  agentTicketStatsReport: `(window: ${window}, channel: CHAT, interval: HOUR)`,
  agentStateHandleTimesReport: `(window: ${window}, channel: CHAT, interval: HOUR)`,
  skill: '(id: "8ce1939e-0000-4000-8000-000000000000")',
  team: `(id: "${showcase.team.id}")`,
  timeOffRequests: "(first: 3)",
  timeOffUpdates: "(first: 3)",
  usageLog: '(id: "8ce1939e-0000-4000-8000-000000000000")',
  user: `(by: { id: "${userId}" })`,
  users: "(first: 3)",
  condensedStates: `(window: ${window}, first: 3)`,
  eventChanges: `(window: ${window}, first: 3)`,
  additionalProperties: '(of: { account: { domain: "acme.example" } })',
};
