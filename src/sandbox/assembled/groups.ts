import type { assembledApi } from "../../assembled/api.ts";
import type { Handlers, Reply } from "../emulator.ts";
import { type AssembledState, type Collection, keyedById } from "./state.ts";

type WholeCollections = Pick<
  Handlers<typeof assembledApi>,
  "activityTypes" | "roles" | "queues" | "sites" | "teams" | "skills"
>;

/** Answers the collections that come whole: they know no page and ignore `limit` and `offset`. */
export function createGroupHandlers(state: AssembledState): WholeCollections {
  return {
    activityTypes: whole("activity_types", state.activityTypes),
    roles: whole("roles", state.roles),
    queues: whole("queues", state.queues),
    sites: whole("sites", state.sites),
    teams: whole("teams", state.teams),
    skills: whole("skills", state.skills),
  };
}

function whole(name: string, rows: Collection<{ readonly id: string }>): { list: () => Reply } {
  return { list: () => ({ status: 200, body: { [name]: keyedById(rows.values()) } }) };
}
