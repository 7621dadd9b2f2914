import type { AssembledData, StoredActivity, StoredPerson } from "../../src/sandbox/data/assembled/stored.ts";
import { uuidOf } from "../../src/sandbox/random.ts";

/** Start of a made-up day. */
const daySeconds = 1_700_006_400;
/** Unix seconds of an hour of that day. */
export const at = (hours: number): number => daySeconds + hours * 3600;
/** Where the emulator's clock starts. */
export const nowSeconds = at(12);
/** The hours of that day of Unix seconds. */
export const hours = (...seconds: number[]): number[] => seconds.map((each) => (each - daySeconds) / 3600);

/** Ids of everything that tests name, and one of nothing. */
export const ids = {
  agentRole: uuidOf("role agent"),
  leadRole: uuidOf("role lead"),
  chatTeam: uuidOf("team chat"),
  voiceTeam: uuidOf("team voice"),
  emptyTeam: uuidOf("team empty"),
  delft: uuidOf("site delft"),
  osaka: uuidOf("site osaka"),
  orders: uuidOf("queue orders"),
  dutch: uuidOf("skill dutch"),
  shift: uuidOf("type shift"),
  lunch: uuidOf("type lunch"),
  onShift: uuidOf("requirement type shift"),
  chatFloor: uuidOf("requirement type chat"),
  ada: uuidOf("person ada"),
  bo: uuidOf("person bo"),
  cy: uuidOf("person cy"),
  dee: uuidOf("person dee"),
  adaAgent: uuidOf("agent ada"),
  boAgent: uuidOf("agent bo"),
  nobody: uuidOf("nobody"),
};

/** A person with the role of agent, no team and nothing else, but for `more`. */
export const person = (
  id: string,
  first: string,
  last: string,
  more: Partial<StoredPerson>,
): StoredPerson => ({
  id,
  first_name: first,
  last_name: last,
  email: `${first}@helpdesk.example`.toLowerCase(),
  roles: [ids.agentRole],
  channels: [],
  site: null,
  teams: [],
  queues: [],
  skills: [],
  deleted: false,
  ...more,
});

const people: readonly StoredPerson[] = [
  person(ids.ada, "Ada", "Young", {
    agent_id: ids.adaAgent,
    channels: ["chat", "email"],
    site: ids.delft,
    teams: [ids.chatTeam],
    queues: [ids.orders],
    skills: [ids.dutch],
    restricted_sites: [ids.osaka],
    imported_id: "hr-1",
  }),
  person(ids.bo, "bo", "Xu", { agent_id: ids.boAgent, channels: ["phone"], teams: [ids.voiceTeam] }),
  // Carries the single role of older replies, and no agent.
  person(ids.cy, "Cy", "Zander", { agent_id: "", roles: null, role: ids.leadRole, site: ids.osaka }),
  person(ids.dee, "Dee", "Walsh", { deleted: true, teams: [ids.chatTeam] }),
];

/** A shift of Ada's between two hours, but for `more`. */
export const activity = (
  key: string,
  from: number,
  to: number,
  more: Partial<StoredActivity> = {},
): StoredActivity => ({
  key,
  id: key,
  agent_id: ids.adaAgent,
  type_id: ids.shift,
  start_time: at(from),
  end_time: at(to),
  created_at: at(0),
  updated_at: at(0),
  description: null,
  ...more,
});

const group = (id: string, name: string) => ({ id, name, parent_id: null, created_at: 1, updated_at: 2 });

/** Three people and a deleted one; two of them work that day, one also on another schedule. */
export const startingData = (more: Partial<AssembledData> = {}): AssembledData => ({
  people,
  roles: [
    { id: ids.agentRole, name: "Agent" },
    { id: ids.leadRole, name: "Lead" },
  ],
  sites: [group(ids.delft, "Delft"), group(ids.osaka, "Osaka")],
  teams: [group(ids.chatTeam, "Chat"), group(ids.voiceTeam, "Voice"), group(ids.emptyTeam, "Empty")],
  queues: [group(ids.orders, "Orders"), group(uuidOf("queue returns"), "Returns")],
  skills: [group(ids.dutch, "Dutch"), group(uuidOf("skill greek"), "Greek")],
  activityTypes: [
    { id: ids.shift, name: "Shift", channels: ["chat"] },
    { id: ids.lunch, name: "Lunch", channels: [] },
  ],
  activities: [
    activity("morning", 9, 12),
    activity("afternoon", 13, 17, { channels: ["email"] }),
    activity("bo-day", 9, 17, { agent_id: ids.boAgent }),
    activity("draft", 9, 17, { schedule_id: "draft" }),
  ],
  shiftPatterns: [],
  timeOffRequests: [],
  timeOffUpdates: [],
  agentStates: [],
  associations: [{ agent_platform_id: "ada-1", agent_id: ids.adaAgent }],
  stateEdits: [],
  eventChanges: [],
  reports: [],
  forecastTotals: [],
  requirementTypes: [
    { id: ids.onShift, name: "On shift", activity_type_ids: [ids.shift] },
    { id: ids.chatFloor, name: "Chat floor", channel: "chat", queue: ids.orders },
  ],
  ...more,
});
