import type { agentStates as endpoints } from "../../assembled/agent-state/endpoints.ts";
import type { VerbHandlers } from "../emulator.ts";
import { editStates } from "./agent-state-edits.ts";
import { editHistory } from "./agent-state-history.ts";
import { listCondensedStates, listStates } from "./agent-states-list.ts";
import { filledOf, knownIds, objectOf, secondsOf, textOf } from "./fields.ts";
import { ok } from "./ok.ts";
import { type AssembledState, peopleByAgentId } from "./state.ts";

/** The platform of states that are posted (assembled-v0.txt:538). */
const apiPlatform = "api";

/** Answers the routes of agent states (assembled-v0.txt:546-912); no document shows what writes answer. */
export function createAgentStateHandlers(state: AssembledState): VerbHandlers<typeof endpoints> {
  return {
    list: ({ query, nowMs }) => ok(listStates(state, query, nowMs)),

    condensedTimeline: ({ query, nowMs }) => ok(listCondensedStates(state, query, nowMs)),

    create: ({ body, nowMs }) => {
      const fields = objectOf(body, "the body");
      const platformId = filledOf(fields.agent_platform_id, "agent_platform_id");
      const time = secondsOf(fields.time, "time");
      const name = fields.state === undefined ? undefined : textOf(fields.state, "state");
      post(state, { platformId, time, name, nowSeconds: secondsNow(nowMs) });
      return ok({});
    },

    associate: ({ body }) => {
      const fields = objectOf(body, "the body");
      const platformId = filledOf(fields.agent_platform_id, "agent_platform_id");
      const [agentId = ""] = knownIds(
        [textOf(fields.agent_id, "agent_id")],
        peopleByAgentId(state),
        "agent_id",
      );
      state.agentIdByPlatformId.set(platformId, agentId);
      return ok({});
    },

    edit: ({ body, nowMs }) => {
      editStates(state, body, secondsNow(nowMs));
      return ok({});
    },

    editHistory: ({ query }) => ok(editHistory(state, query)),
  };
}

interface PostedState {
  readonly platformId: string;
  /** Unix seconds. */
  readonly time: number;
  /** Absent where nothing begins. */
  readonly name: string | undefined;
  readonly nowSeconds: number;
}

/** Ends the state before, and begins one that holds until the next, which may have been posted already (assembled-v0.txt:546-567). */
function post({ agentStates }: AssembledState, { platformId, time, name, nowSeconds }: PostedState): void {
  const own = agentStates
    .all()
    .filter((each) => each.agent_platform_id === platformId && each.platform === apiPlatform)
    .sort((one, other) => one.start_time - other.start_time);
  const before = own.findLast(({ start_time }) => start_time <= time);
  const next = own.find(({ start_time }) => start_time > time);
  if (before?.start_time === time) agentStates.remove(before.external_id);
  else if (before && (before.end_time ?? Number.POSITIVE_INFINITY) > time) {
    agentStates.update(before.external_id, { end_time: time, modified_at: nowSeconds });
  }
  if (name === undefined) return;
  agentStates.insert((external_id) => ({
    external_id,
    agent_platform_id: platformId,
    platform: apiPlatform,
    state: name,
    start_time: time,
    end_time: next?.start_time ?? null,
    modified_at: nowSeconds,
  }));
}

const secondsNow = (nowMs: number): number => Math.floor(nowMs / 1000);
