import type { AgentStateEditBody } from "../../assembled/agent-state/endpoints.ts";
import type { EditedState, StoredAgentState, StoredStateEdit } from "../data/assembled/stored.ts";
import { Refusal } from "../refusal.ts";
import { bodyWindow } from "./activity-window.ts";
import { filledOf, listOf, objectOf } from "./fields.ts";
import type { AssembledState } from "./state.ts";

/**
 * Makes edits in their order and writes each into the history (assembled-v0.txt:777-832). All are read before the first is
 * made, so that a bad one leaves none behind, which no document promises.
 */
export function editStates(state: AssembledState, body: unknown, nowSeconds: number): void {
  const edits = listOf(objectOf(body, "the body").edits, "edits").map(editOf);
  const known = new Set(state.agentStates.all().map(({ external_id }) => external_id));
  for (const { action, data } of edits) {
    if (action === "insert") continue;
    if (!known.has(data.id ?? "")) throw new Refusal(400, `data.id: ${data.id} does not exist`);
    if (action === "delete") known.delete(data.id ?? "");
  }
  for (const edit of edits) {
    const { before, after, external_id } = madeEdit(state, edit, nowSeconds);
    state.stateEdits.push({
      external_id,
      agent_id: state.agentIdByPlatformId.get(edit.agent_platform_id) ?? null,
      action: edit.action,
      before,
      after,
      edited_by: null,
      created_at: nowSeconds,
    });
  }
}

type MadeEdit = Pick<StoredStateEdit, "after" | "before" | "external_id">;

function madeEdit(
  { agentStates }: AssembledState,
  { action, agent_platform_id, platform, data }: AgentStateEditBody,
  nowSeconds: number,
): MadeEdit {
  const { id = "", state = "", start_time = 0, end_time = 0 } = data;
  const fields = { agent_platform_id, platform, state, start_time, end_time, modified_at: nowSeconds };
  if (action === "insert") {
    const after = agentStates.insert((external_id) => ({ external_id, ...fields }));
    return { external_id: after.external_id, before: null, after: editedOf(after) };
  }
  const before = editedOf(agentStates.get(id));
  const after = action === "update" ? agentStates.update(id, fields) : undefined;
  if (action === "delete") agentStates.remove(id);
  return { external_id: id, before, after: editedOf(after) };
}

function editedOf(state: StoredAgentState | undefined): EditedState | null {
  if (!state) return null;
  const { agent_platform_id, platform, start_time, end_time } = state;
  return { agent_platform_id, platform, state: state.state, start_time, end_time };
}

/** 400 unless an edit has what its action needs (assembled-v0.txt:823-832). */
function editOf(item: unknown): AgentStateEditBody {
  const fields = objectOf(item, "edits");
  const data = objectOf(fields.data, "data");
  const action = actions.find((each) => each === fields.action);
  if (action === undefined) throw new Refusal(400, "action must be insert, delete or update");
  return {
    agent_platform_id: filledOf(fields.agent_platform_id, "agent_platform_id"),
    platform: filledOf(fields.platform, "platform"),
    action,
    data: {
      ...(action !== "insert" && { id: filledOf(data.id, "data.id") }),
      ...(action !== "delete" && { state: filledOf(data.state, "data.state"), ...bodyWindow(data) }),
    },
  };
}

const actions = ["insert", "update", "delete"] as const;
