import type { people as endpoints } from "../../assembled/person/endpoints.ts";
import type { StoredPerson } from "../data/assembled/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { type Fields, listOf, objectOf } from "./fields.ts";
import { ok } from "./ok.ts";
import { listPeople } from "./people-list.ts";
import { type PersonChanges, personChanges, requireNewPersonFields, shownPerson } from "./person-fields.ts";
import { removeFromPatterns } from "./shift-patterns.ts";
import type { AssembledState } from "./state.ts";
import { removeTimeOff } from "./time-off.ts";

/** Answers the routes of people (assembled-v0.txt:95-485). */
export function createPeopleHandlers(
  state: AssembledState,
  options: { readonly sideLoadQueues: boolean },
): VerbHandlers<typeof endpoints> {
  const { people, activities } = state;
  return {
    list: ({ query }) => ok(listPeople(state, query, options)),

    get: ({ params }) => ok(shownPerson(existing(params.id))),

    create: ({ body, nowMs }) => {
      const bodies = listOf(objectOf(body, "the body").people, "people").map((item) =>
        objectOf(item, "people"),
      );
      if (bodies.length === 0) throw new Refusal(400, "people must not be empty");
      // All are read before the first is made: a bad one must not leave half of the list behind.
      const created = bodies.map(newPerson).map((changes) =>
        people.insert((id) => ({
          ...blankPerson,
          ...changes,
          id,
          agent_id: state.makeAgentId(),
          created_at: Math.floor(nowMs / 1000),
        })),
      );
      const [first] = created;
      // One comes back bare, several in a list (assembled-v0.txt:239, 300).
      return ok(
        created.length === 1 && first !== undefined
          ? shownPerson(first)
          : { people: created.map(shownPerson) },
      );
    },

    update: ({ params, body }) => {
      const before = existing(params.id);
      const changes = personChanges(objectOf(body, "the body"), state);
      const after = people.update(params.id, withOldRole(before, changes)) ?? before;
      return ok({ message: "person successfully updated", people: [shownPerson(after)] });
    },

    delete: ({ params, query }) => {
      const { id, agent_id: agentId } = existing(params.id);
      if (query.get("hard") === "true") {
        people.remove(id);
        removeTimeOff(state, [id, agentId]);
        if (agentId) {
          removeAllOf(agentId);
          removeFromPatterns(state, agentId);
        }
      } else {
        people.update(id, { deleted: true });
      }
      return ok({ id, message: "person successfully deleted" });
    },
  };

  function existing(id: string): StoredPerson {
    const person = people.get(id);
    if (person === undefined) throw new Refusal(404, "person not found");
    return person;
  }

  function newPerson(fields: Fields): PersonChanges {
    requireNewPersonFields(fields);
    return personChanges(fields, state);
  }

  function removeAllOf(agentId: string): void {
    for (const activity of activities.all()) {
      if (activity.agent_id === agentId) activities.remove(activity.key);
    }
    for (const change of state.eventChanges.all()) {
      if (change.event_agent_id === agentId) state.eventChanges.remove(change.id);
    }
    for (const { agent_platform_id, external_id } of state.agentStates.all()) {
      if (state.agentIdByPlatformId.get(agent_platform_id) === agentId) state.agentStates.remove(external_id);
    }
  }
}

const blankPerson = {
  first_name: "",
  last_name: "",
  email: "",
  timezone: "",
  imported_id: "",
  roles: [],
  agent_role: "agent",
  channels: [],
  site: null,
  teams: [],
  queues: [],
  platforms: {},
  skills: [],
  start_date: null,
  end_date: null,
  deleted: false,
  staffable: false,
} as const satisfies PersonChanges;

/** People from before `roles` still carry `role`, which must not go on telling the old one. */
function withOldRole(before: StoredPerson, changes: PersonChanges): PersonChanges {
  if (changes.roles === undefined || before.role === undefined) return changes;
  return { ...changes, role: changes.roles?.[0] ?? null };
}
