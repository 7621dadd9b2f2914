import type { ConversationBody } from "../../assembled/conversation/endpoints.ts";
import type { ForecastTotalJson } from "../../assembled/forecast-total/endpoints.ts";
import type { GroupJson } from "../../assembled/group/endpoints.ts";
import type { QaScoreBody } from "../../assembled/qa-score/endpoints.ts";
import type { RequirementTypeJson } from "../../assembled/requirement-type/endpoints.ts";
import type {
  AssembledData,
  StoredActivity,
  StoredAgentState,
  StoredEventChange,
  StoredPerson,
  StoredReport,
  StoredShiftPattern,
  StoredStateEdit,
  StoredTimeOffRequest,
  StoredTimeOffUpdate,
} from "../data/assembled/stored.ts";
import { uuidMaker } from "../random.ts";
import { createStore, type Store } from "../store.ts";

/** Rows of a whole collection by id, in the order in which they are listed. */
export type Collection<Row> = ReadonlyMap<string, Row>;

/** The emulated company. */
export interface AssembledState {
  readonly people: Store<StoredPerson>;
  /** By map key. */
  readonly activities: Store<StoredActivity>;
  readonly shiftPatterns: Store<StoredShiftPattern>;
  readonly timeOffRequests: Store<StoredTimeOffRequest>;
  readonly timeOffUpdates: Store<StoredTimeOffUpdate>;
  /** By external id. */
  readonly agentStates: Store<StoredAgentState>;
  /** Agent ids by ids on platforms. */
  readonly agentIdByPlatformId: Map<string, string>;
  /** In the order in which they were made. */
  readonly stateEdits: StoredStateEdit[];
  readonly eventChanges: Store<StoredEventChange>;
  readonly activityTypes: Map<string, AssembledData["activityTypes"][number]>;
  readonly roles: Collection<AssembledData["roles"][number]>;
  readonly queues: Map<string, GroupJson>;
  /** Queues that contacts have come to for long enough to forecast them. */
  readonly forecastQueueIds: ReadonlySet<string>;
  readonly sites: Map<string, GroupJson>;
  readonly teams: Map<string, GroupJson>;
  readonly skills: Map<string, GroupJson>;
  readonly reports: Map<string, StoredReport>;
  readonly forecastTotals: Store<ForecastTotalJson>;
  readonly requirementTypes: Collection<RequirementTypeJson>;
  /** Agents required that were set, by type and start. */
  readonly requiredByTypeAndStart: Map<string, number>;
  /** By import id; none can be read, but what came counts them. */
  readonly conversations: Map<string, ConversationBody>;
  /** None can be read. */
  readonly qaScores: QaScoreBody[];
  /** Agents have ids of their own, in another space than people. */
  readonly makeAgentId: () => string;
}

/** A fresh state; emulators that start from the same data never see each other's writes. */
export function createState(data: AssembledData): AssembledState {
  return {
    people: createStore({
      rows: data.people,
      idOf: (person) => person.id,
      makeId: uuidMaker("assembled/person"),
    }),
    activities: createStore({
      rows: data.activities,
      idOf: (activity) => activity.key,
      makeId: uuidMaker("assembled/activity"),
    }),
    shiftPatterns: createStore({
      rows: data.shiftPatterns,
      idOf: (pattern) => pattern.id,
      makeId: uuidMaker("assembled/shift-pattern"),
    }),
    timeOffRequests: createStore({
      rows: data.timeOffRequests,
      idOf: (request) => request.id,
      makeId: uuidMaker("assembled/time-off"),
    }),
    timeOffUpdates: createStore({
      rows: data.timeOffUpdates,
      idOf: (update) => update.id,
      makeId: uuidMaker("assembled/time-off-update"),
    }),
    agentStates: createStore({
      rows: data.agentStates,
      idOf: (state) => state.external_id,
      makeId: uuidMaker("assembled/agent-state"),
    }),
    agentIdByPlatformId: new Map(
      data.associations.map(({ agent_platform_id, agent_id }) => [agent_platform_id, agent_id]),
    ),
    stateEdits: [...data.stateEdits],
    eventChanges: createStore({
      rows: data.eventChanges,
      idOf: (change) => change.id,
      makeId: uuidMaker("assembled/event-change"),
    }),
    activityTypes: byId(data.activityTypes),
    roles: byId(data.roles),
    queues: byId(data.queues),
    forecastQueueIds: new Set(data.queues.map(({ id }) => id)),
    sites: byId(data.sites),
    teams: byId(data.teams),
    skills: byId(data.skills),
    reports: byId(data.reports),
    forecastTotals: createStore({
      rows: data.forecastTotals,
      idOf: (total) => total.id,
      makeId: uuidMaker("assembled/forecast-total"),
    }),
    requirementTypes: byId(data.requirementTypes),
    requiredByTypeAndStart: new Map(),
    conversations: new Map(),
    qaScores: [],
    makeAgentId: uuidMaker("assembled/agent"),
  };
}

/** People with an agent, by agent id. */
export function peopleByAgentId({ people }: AssembledState): ReadonlyMap<string, StoredPerson> {
  return new Map(
    people.all().flatMap((person) => (person.agent_id ? [[person.agent_id, person] as const] : [])),
  );
}

/** Rows as Assembled sends them: an object keyed by id, in the order of the rows. */
export function keyedById<Row extends { readonly id: string }>(rows: Iterable<Row>): Record<string, Row> {
  return Object.fromEntries(Array.from(rows, (row) => [row.id, row]));
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
