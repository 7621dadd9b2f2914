import type { AgentStateJson } from "../../src/assembled/agent-state/endpoints.ts";
import type { StoredAgentState } from "../../src/sandbox/data/assembled/stored.ts";
import { uuidOf } from "../../src/sandbox/random.ts";
import { at, hours, ids, startingData } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

/** A state of Ada's on Zendesk between two hours, but for `more`. */
const stored = (
  state: string,
  from: number,
  to: number | null,
  more: Partial<StoredAgentState> = {},
): StoredAgentState => ({
  external_id: uuidOf(`state ${state} ${from}`),
  agent_platform_id: "ada-1",
  platform: "zendesk",
  state,
  start_time: at(from),
  end_time: to === null ? null : at(to),
  ...more,
});

const data = startingData({
  agentStates: [
    stored("offline", 0, 9),
    stored("online", 9, null),
    stored("talking", 10, 10.5, { platform: "zendesk_talk", ticket_id: "7", ticket_status: "open" }),
    stored("online", 8, null, { agent_platform_id: "bo-1", external_id: uuidOf("bo") }),
    stored("away", 11, null, { agent_platform_id: "stray-1", external_id: uuidOf("stray") }),
    // The clock stands at noon.
    stored("later", 13, 14, { platform: "zendesk_chat" }),
  ],
  associations: [
    { agent_platform_id: "ada-1", agent_id: ids.adaAgent },
    { agent_platform_id: "bo-1", agent_id: ids.boAgent },
  ],
});

/** A window in hours of the day, as a query string. */
export const window = (from: number, to: number) => `start_time=${at(from)}&end_time=${at(to)}`;

/** An emulator at noon, with states of three ids on platforms and ways to read them. */
export function emulatorOfStates() {
  const made = assembled({ data });
  const list = async (query: string, path = "/v0/agents/state") =>
    (await made.ok<{ agent_states: AgentStateJson[] }>("GET", `${path}?${query}&limit=500`)).agent_states;
  const shown = async (query: string, path?: string) =>
    (await list(query, path)).map(({ state, start_time, end_time }) => [
      state,
      ...hours(start_time, end_time),
    ]);
  const condensed = (query: string) => shown(query, "/v0/agents/state/condensed_timeline");
  return { ...made, list, shown, condensed };
}
