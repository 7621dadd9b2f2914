import type { AgentStateJson } from "../../assembled/agent-state/endpoints.ts";
import type { StoredAgentState, StoredPerson } from "../data/assembled/stored.ts";
import { Refusal } from "../refusal.ts";
import { overlaps, queryWindow, type Window } from "./activity-window.ts";
import { condensed } from "./condensed-timeline.ts";
import { knownIds } from "./fields.ts";
import { fullName } from "./full-name.ts";
import { pageOf } from "./paging.ts";
import { personChannels } from "./person-fields.ts";
import { type AssembledState, peopleByAgentId } from "./state.ts";

/** A page of the states that overlap the window and match (assembled-v0.txt:672-685). */
export function listStates(state: AssembledState, query: URLSearchParams, nowMs: number) {
  const window = queryWindow(query);
  return answerOf(matchingStates(state, query, nowMs), window, { query, nowMs });
}

/** A page of the condensed timelines of the agents that match (assembled-v0.txt:687-750). */
export function listCondensedStates(state: AssembledState, query: URLSearchParams, nowMs: number) {
  const window = queryWindow(query);
  const priorityOrder = query.get("priority_order");
  if (!priorityOrder) throw new Refusal(400, "Missing required field priority_order");
  const states = matchingStates(state, query, nowMs);
  const pieces = [...timelinesOf(states)].flatMap((own) => condensed(own, priorityOrder.split(",")));
  return answerOf(pieces, window, { query, nowMs });
}

/** The states of each agent; those of ids that belong to no agent, of each id. */
function timelinesOf(states: readonly AgentStateJson[]): Iterable<readonly AgentStateJson[]> {
  const timelines = new Map<string, AgentStateJson[]>();
  for (const state of states) {
    const key = state.agent_id ?? `platform id ${state.agent_platform_id}`;
    timelines.set(key, [...(timelines.get(key) ?? []), state]);
  }
  return timelines.values();
}

/** A state that still runs ends now, and later the next time. */
function answerOf(
  states: readonly AgentStateJson[],
  window: Window,
  { query, nowMs }: { readonly query: URLSearchParams; readonly nowMs: number },
) {
  const nowSeconds = Math.floor(nowMs / 1000);
  const found = states
    .map((state) => ({ ...state, end_time: Math.min(state.end_time, nowSeconds) }))
    .filter((state) => overlaps(state, window))
    .sort(
      (one, other) =>
        one.start_time - other.start_time || ((one.external_id ?? "") < (other.external_id ?? "") ? -1 : 1),
    );
  const { page, place } = pageOf(found, query);
  return { agent_states: page, ...place };
}

function matchingStates(state: AssembledState, query: URLSearchParams, nowMs: number): AgentStateJson[] {
  const nowSeconds = Math.floor(nowMs / 1000);
  const people = peopleByAgentId(state);
  const isWanted = agentFilter(state, query, people);
  const platforms = query.getAll("platforms");
  return state.agentStates
    .all()
    .filter(({ start_time }) => start_time <= nowSeconds)
    .filter(({ platform }) => platforms.length === 0 || platforms.includes(platform))
    .map((stored) => shownState(stored, state.agentIdByPlatformId, people, nowSeconds))
    .filter(isWanted);
}

const filterNames = ["channel", "queue", "site", "team", "skill"] as const;

/** 400 for an agent together with filters, and for a filter that names nothing (assembled-v0.txt:573). */
function agentFilter(
  state: AssembledState,
  query: URLSearchParams,
  people: ReadonlyMap<string, StoredPerson>,
): (state: AgentStateJson) => boolean {
  const agentId = query.get("agent_id");
  const given = filterNames.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  if (agentId !== null) {
    if (given.length > 0) throw new Refusal(400, "agent_id cannot be combined with filters");
    return ({ agent_id }) => agent_id === agentId;
  }
  const known = {
    channel: personChannels,
    queue: state.queues,
    site: state.sites,
    team: state.teams,
    skill: state.skills,
  };
  for (const [name, value] of given) knownIds([value], known[name], name);
  return ({ agent_id }) => {
    const person = people.get(agent_id ?? "");
    return given.every(([name, value]) => person !== undefined && valuesOf(person)[name].includes(value));
  };
}

const valuesOf = ({ channels, queues, site, skills, teams }: StoredPerson) => ({
  channel: channels ?? [],
  queue: queues ?? [],
  site: site ? [site] : [],
  team: teams ?? [],
  skill: skills ?? [],
});

/** A state with the agent whose it is by now; one that still runs has no end yet. */
function shownState(
  { end_time, modified_at, ticket_id = "", ticket_status = "", ...stored }: StoredAgentState,
  agentIdByPlatformId: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, StoredPerson>,
  nowSeconds: number,
): AgentStateJson {
  const agentId = agentIdByPlatformId.get(stored.agent_platform_id) ?? null;
  const person = people.get(agentId ?? "");
  const hasEnded = end_time !== null && end_time <= nowSeconds;
  return {
    agent_id: agentId,
    agent_name: person ? fullName(person) : "",
    agent_email: person?.email ?? "",
    ...stored,
    end_time: hasEnded ? end_time : Number.POSITIVE_INFINITY,
    ticket_id,
    ticket_status,
    modified_at: modified_at ?? (hasEnded ? end_time : stored.start_time),
  };
}
