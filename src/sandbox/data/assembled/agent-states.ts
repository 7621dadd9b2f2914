import { uuidOf } from "../../random.ts";
import { unixSeconds } from "../day.ts";
import { agentId, personId } from "../ids.ts";
import { human } from "../names.ts";
import { showcaseTeamId } from "./people.ts";
import type { StoredAgentState, StoredAssociation, StoredPerson, StoredStateEdit } from "./stored.ts";

/** Ids on platforms that are no living person's. */
export const strayPlatformIds = {
  /** Belongs to no agent. */
  unassociated: "990001",
  /** Belongs to an agent who was removed for good. */
  gone: "990002",
} as const;

/** Ids on platforms that belong to agents: that of each person, and one of a person who is gone. */
export const associations = (people: readonly StoredPerson[]): StoredAssociation[] => [
  ...people.flatMap(({ agent_id, platforms }) => {
    const agent_platform_id = platforms?.zendesk;
    return agent_id && agent_platform_id ? [{ agent_platform_id, agent_id }] : [];
  }),
  { agent_platform_id: strayPlatformIds.gone, agent_id: agentId("(gone)") },
];

/** A state between two hours of the anchor day, local time; the last one has no end. */
type Piece = readonly [platform: string, state: string, from: number, to: number | null, ticket?: string];

const eveningBefore = 17.5 - 24;

// Outside the team that is looked at, one platform and no state at all behind the shift.
const usualDay: readonly Piece[] = [
  ["zendesk", "Offline", eveningBefore, 9],
  ["zendesk", "Online (Tickets)", 9, 17.5],
];

/** Two platforms at once, of which the second one tells more. */
const dayOnTwo = (platform: string): readonly Piece[] => [
  ["zendesk", "Offline", eveningBefore, 9],
  ["zendesk", "Online (Tickets)", 9, 17.5],
  ["zendesk", "Offline", 17.5, null],
  [platform, "available", 9, 11],
  [platform, "away", 11, 11.25],
  [platform, "available", 11.25, 13],
  [platform, "away", 13, 13.5],
  [platform, "busy", 13.5, 14.25, "4545748"],
  [platform, "available", 14.25, 17.5],
];

/**
 * States of the day that is anchored to, from the evening before, for all who are at work. The whole day is laid out
 * beforehand: a state shows once its time has come.
 * @param people staff in the order of their numbers, before all others.
 */
export function agentStates(people: readonly StoredPerson[], anchorMs: number): StoredAgentState[] {
  const made = people.flatMap(({ agent_id, deleted, platforms, teams }, number) => {
    const platformId = platforms?.zendesk;
    if (!agent_id || !platformId || deleted) return [];
    const isOnTeam = teams?.includes(showcaseTeamId) ?? false;
    const pieces = isOnTeam ? dayOnTwo(number % 3 === 2 ? "zendesk_talk" : "zendesk_chat") : usualDay;
    return pieces.map((piece) => stateOf(platformId, piece, anchorMs, human(number).utcOffsetHours));
  });
  return [
    ...made,
    stateOf(strayPlatformIds.unassociated, ["api", "available", -2, null], anchorMs),
    stateOf(strayPlatformIds.gone, ["zendesk_talk", "available", -12, null], anchorMs),
  ];
}

function stateOf(
  platformId: string,
  [platform, state, from, to, ticket]: Piece,
  anchorMs: number,
  utcOffsetHours = 0,
): StoredAgentState {
  const at = (hour: number) => unixSeconds(anchorMs, 0, hour - utcOffsetHours);
  return {
    external_id: uuidOf(`agent-state/${platformId}/${platform}/${from}`),
    agent_platform_id: platformId,
    platform,
    state,
    start_time: at(from),
    end_time: to === null ? null : at(to),
    ...(ticket !== undefined && { ticket_id: ticket, ticket_status: "open" }),
  };
}

/** Edits of the day before: by a person, of an agent who is gone, and over the API. */
export function stateEdits(anchorMs: number): StoredStateEdit[] {
  const record = (number: number, state: string, from: number, to: number) => ({
    agent_platform_id: String(360_000 + number),
    platform: "zendesk_chat",
    state,
    start_time: unixSeconds(anchorMs, -1, from),
    end_time: unixSeconds(anchorMs, -1, to),
  });
  return [
    {
      external_id: uuidOf("agent-state/edited/1"),
      agent_id: agentId(1),
      action: "update",
      before: record(1, "away", 2, 4),
      after: record(1, "available", 2, 3),
      edited_by: personId(3),
      created_at: unixSeconds(anchorMs, -1, 9),
    },
    {
      external_id: uuidOf("agent-state/edited/gone"),
      agent_id: agentId("(gone)"),
      action: "delete",
      before: { ...record(2, "busy", 8, 9), agent_platform_id: strayPlatformIds.gone },
      after: null,
      edited_by: personId("(gone)"),
      created_at: unixSeconds(anchorMs, -1, 10),
    },
    {
      external_id: uuidOf("agent-state/edited/2"),
      agent_id: agentId(2),
      action: "insert",
      before: null,
      after: record(2, "available", 18, 19),
      edited_by: null,
      created_at: unixSeconds(anchorMs, -1, 20),
    },
  ];
}
