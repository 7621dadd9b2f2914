import type { AgentStateEditBody, AgentStateEditJson } from "../../assembled/agent-state/endpoints.ts";
import type { EditedState } from "../data/assembled/stored.ts";
import { queryWindow } from "./activity-window.ts";
import { fullName } from "./full-name.ts";
import { type AssembledState, peopleByAgentId } from "./state.ts";

/**
 * The edits that were made within a window, as a bare list: what the documents show is no JSON (assembled-v0.txt:843). Times come in
 * both ways in which they are shown there.
 */
export function editHistory(state: AssembledState, query: URLSearchParams): AgentStateEditJson[] {
  const window = queryWindow(query);
  const agents = peopleByAgentId(state);
  return state.stateEdits
    .filter(({ created_at }) => created_at >= window.start_time && created_at < window.end_time)
    .map(({ external_id, agent_id, action, before, after, edited_by, created_at }) => {
      const agent = agents.get(agent_id ?? "");
      const { agent_platform_id = "", platform = "", ...rest } = after ?? before ?? {};
      const editor = state.people.get(edited_by ?? "");
      return {
        edited_agent: {
          name: agent ? fullName(agent) : "",
          email: agent?.email ?? "",
          agent_id,
        },
        platform,
        state_external_id: external_id,
        old_record: before && recordOf(before, created_at),
        new_record: after && recordOf(after, created_at),
        edit: { agent_platform_id, platform, action, data: dataOf(action, external_id, rest) },
        is_api_edit: edited_by === null,
        ...(edited_by !== null && {
          edited_by: { id: edited_by, first_name: editor?.first_name ?? "", email: editor?.email ?? "" },
        }),
        created_at: isoOf(created_at),
      };
    });
}

function dataOf(
  action: AgentStateEditBody["action"],
  id: string,
  { state, start_time, end_time }: Partial<EditedState>,
): AgentStateEditBody["data"] {
  return {
    ...(action !== "insert" && { id }),
    ...(action !== "delete" && {
      state: state ?? "",
      start_time: start_time ?? 0,
      end_time: end_time ?? 0,
    }),
  };
}

function recordOf(state: EditedState, editedAt: number): NonNullable<AgentStateEditJson["new_record"]> {
  const end = state.end_time ?? editedAt;
  return {
    agent_platform_id: state.agent_platform_id,
    platform: state.platform,
    state: state.state,
    start_time: isoOf(state.start_time),
    end_time: isoOf(end),
    attributes: null,
    is_current: state.end_time === null,
    updated_at: isoOf(editedAt),
    active: true,
    start_unix: state.start_time,
    end_unix: end,
    created_at: state.start_time,
  };
}

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
