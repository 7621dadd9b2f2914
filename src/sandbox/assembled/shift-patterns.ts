import {
  shiftPatterns as endpoints,
  type ShiftPatternJson,
} from "../../assembled/shift-pattern/endpoints.ts";
import type { StoredShiftPattern } from "../data/assembled/stored.ts";
import { type HandlerRequest, type ServedNoun, serve, type VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { knownIds, objectOf, textOf, textsOf } from "./fields.ts";
import { ok } from "./ok.ts";
import { patternChanges, requireNewPatternFields } from "./shift-pattern-fields.ts";
import { type AssembledState, peopleByAgentId } from "./state.ts";

/**
 * The routes of shift patterns (assembled-v0.txt:2652-3130), of which one pattern can be read under two paths: the heading
 * shows the first, and all its siblings the form of the second (assembled-v0.txt:2880).
 * @param closedStatus what all of them answer to an account that was not invited to their beta. @default they are open
 */
export function serveShiftPatterns(state: AssembledState, closedStatus?: 403 | 404): ServedNoun {
  const get = ({ params }: HandlerRequest<"{id}">) => ok(shown(existing(state, params.id)));
  const read = (path: string) => ({
    endpoint: { method: "GET", path, effect: "read", secrets: [], inferred: false } as const,
    handler: get as ServedNoun[string]["handler"],
  });
  const open: ServedNoun = {
    ...serve(endpoints, createShiftPatternHandlers(state)),
    getAtOwnPath: read("/v0/shift_pattern/{id}"),
    get: read("/v0/shift_patterns/{id}"),
  };
  if (closedStatus === undefined) return open;
  const handler = () => {
    throw new Refusal(closedStatus, "shift patterns are not enabled for this account");
  };
  return Object.fromEntries(Object.entries(open).map(([verb, served]) => [verb, { ...served, handler }]));
}

function createShiftPatternHandlers(state: AssembledState): VerbHandlers<typeof endpoints> {
  const { shiftPatterns } = state;
  return {
    list: () => ok(shiftPatterns.all().map(shown)),

    create: ({ body, nowMs }) => {
      const fields = objectOf(body, "the body");
      requireNewPatternFields(fields);
      const changes = patternChanges(fields, state);
      refuseTakenName(changes.name);
      return ok(shown(shiftPatterns.insert((id) => ({ ...blankPattern(nowMs), ...changes, id }))));
    },

    update: ({ params, body, nowMs }) => {
      const before = existing(state, params.id);
      const changes = patternChanges(objectOf(body, "the body"), state);
      refuseTakenName(changes.name, before.id);
      const updated_at = Math.floor(nowMs / 1000);
      return ok(shown(shiftPatterns.update(before.id, { ...changes, updated_at }) ?? before));
    },

    delete: ({ params }) => {
      shiftPatterns.remove(existing(state, params.id).id);
      return { status: 200 };
    },

    assign: ({ body }) => {
      const fields = objectOf(body, "the body");
      const id = textOf(fields.shift_pattern_id, "shift_pattern_id");
      if (!shiftPatterns.get(id)) throw new Refusal(400, "shift_pattern_id does not exist");
      const agentIds = agentsOf(fields.agent_ids);
      takeOff(agentIds);
      shiftPatterns.update(id, {
        assigned_agent_ids: [...existing(state, id).assigned_agent_ids, ...agentIds],
      });
      return { status: 200 };
    },

    unassign: ({ body }) => {
      takeOff(agentsOf(objectOf(body, "the body").agent_ids));
      return { status: 200 };
    },
  };

  function refuseTakenName(name: string | undefined, ownId?: string): void {
    const taken = shiftPatterns.all().some((each) => each.name === name && each.id !== ownId);
    if (taken) throw new Refusal(400, "name must be unique");
  }

  function agentsOf(value: unknown): string[] {
    return [...new Set(knownIds(textsOf(value, "agent_ids"), peopleByAgentId(state), "agent_ids"))];
  }

  function takeOff(agentIds: readonly string[]): void {
    for (const agentId of agentIds) removeFromPatterns(state, agentId);
  }
}

/** Takes an agent off the pattern that they are on. */
export function removeFromPatterns({ shiftPatterns }: AssembledState, agentId: string): void {
  for (const { id, assigned_agent_ids: assigned } of shiftPatterns.all()) {
    if (!assigned.includes(agentId)) continue;
    shiftPatterns.update(id, { assigned_agent_ids: assigned.filter((each) => each !== agentId) });
  }
}

function existing({ shiftPatterns }: AssembledState, id: string): StoredShiftPattern {
  const pattern = shiftPatterns.get(id);
  if (pattern === undefined) throw new Refusal(404, "shift pattern not found");
  return pattern;
}

const shown = (pattern: StoredShiftPattern): ShiftPatternJson => ({
  ...pattern,
  assigned_agent_count: pattern.assigned_agent_ids.length,
});

function blankPattern(nowMs: number): Omit<StoredShiftPattern, "id"> {
  const nowSeconds = Math.floor(nowMs / 1000);
  return {
    name: "",
    timezone: "",
    shifts: [],
    created_at: nowSeconds,
    updated_at: nowSeconds,
    assigned_agent_ids: [],
  };
}
