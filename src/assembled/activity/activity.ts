import { GatewayError } from "../../errors.ts";
import type { ActivityResolvers, MutationResolvers, QueryResolvers } from "../../generated/resolvers.ts";
import { optionalSourceIdOf, sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { checkBulk, omitUndefined } from "../../resolving/input.ts";
import { connectionOfAll, pageRequest, windowPageSize } from "../../resolving/pagination.ts";
import { loadReferenced } from "../../resolving/referenced.ts";
import { longestReadDays, longestWriteDays, windowSeconds } from "../../resolving/time.ts";
import { idIn } from "../../rest/row-values.ts";
import { activityKind, activityTypeKind, agentKind, scheduleKind } from "../kinds.ts";
import { matchToInputs } from "../match-to-inputs.ts";
import type { PersonJson } from "../person/endpoints.ts";
import { agentOf, explainRejection, personReference } from "../person/look-up.ts";
import { inOrderOfStart } from "./by-agent.ts";
import { activities, type KeyedActivityJson, type NewActivityBody, withType } from "./endpoints.ts";
import { refuseOverlaps } from "./overlaps.ts";
import { activitySelection, isNothing } from "./selection.ts";

/** `Query.activities`. */
export const Query: Pick<QueryResolvers, "activities"> = {
  activities: async (_, { window, filter, ...args }, { loaders }) => {
    const request = pageRequest(args, windowPageSize, windowPageSize);
    const selection = activitySelection(filter);
    const { agents, types } = selection;
    const span = windowSeconds(window, longestReadDays);
    const rows = isNothing(selection) ? [] : await loaders.activityWindows.load(span, selection);
    // List filters that the upstream does not know are ignored there, so they are applied again.
    const wanted = rows.filter(
      ({ agent_id, type_id }) =>
        (!agents || agents.includes(idIn(agent_id) ?? "")) && (!types || types.includes(idIn(type_id) ?? "")),
    );
    return connectionOfAll(request, { all: inOrderOfStart(wanted), idOf: ({ key }) => key });
  },
};

/** Fields of `Activity`. */
export const Activity: Pick<ActivityResolvers, "id" | "person" | "type"> = {
  id: ({ key }) => toGlobalId(activityKind, key),
  person: ({ agent_id, person }, _, { loaders }) =>
    person ?? loadReferenced(loaders.personByAgentId, agentKind, agent_id),
  type: ({ type, type_id }, _, { loaders }) =>
    type ?? loadReferenced(loaders.activityTypeById, activityTypeKind, type_id),
};

/** Writes of activities. */
export const Mutation: Pick<MutationResolvers, "createActivity" | "createActivities" | "deleteActivities"> = {
  createActivity: async (_, { input }, { call, freshCall, loaders }) => {
    const reference = personReference(input.person);
    const typeId = sourceIdOf(activityTypeKind, input.typeId);
    const seconds = windowSeconds(input.window, longestWriteDays);
    const schedule = scheduleBody(input.scheduleId);
    const agent = await agentOf(loaders, reference);
    const activity = newActivity(agent.agentId, typeId, seconds, input.description);
    const types =
      input.onConflict === "REFUSE"
        ? await refuseOverlaps([activity], schedule, freshCall.assembled)
        : undefined;
    const body = { ...activity, ...schedule, allow_conflicts: input.onConflict !== "REPLACE" };
    const write = call.assembled(activities.create, { body });
    const created = await explainRejection(write, loaders, { agents: [agent], typeIds: [typeId] });
    return {
      id: toGlobalId(activityKind, created.key),
      activity: ofPerson(withType(created, types), agent.person),
    };
  },
  createActivities: async (_, { input }, { call, freshCall, loaders }) => {
    checkBulk(input.activities, "activities");
    const checked = input.activities.map((one) => ({
      reference: personReference(one.person),
      typeId: sourceIdOf(activityTypeKind, one.typeId),
      seconds: windowSeconds(one.window, longestWriteDays),
      description: one.description,
    }));
    const schedule = scheduleBody(input.scheduleId);
    const agents = await Promise.all(checked.map(({ reference }) => agentOf(loaders, reference)));
    const bodies = checked.map(({ typeId, seconds, description }, at) =>
      newActivity(agents[at]?.agentId ?? "", typeId, seconds, description),
    );
    const types =
      input.onConflict === "REFUSE" ? await refuseOverlaps(bodies, schedule, freshCall.assembled) : undefined;
    const body = {
      activities: bodies.map((activity) => ({ action: "create" as const, activity })),
      ...schedule,
    };
    const write = call.assembled(activities.bulk, { body });
    const typeIds = checked.map(({ typeId }) => typeId);
    const inOrder = matched(bodies, await explainRejection(write, loaders, { agents, typeIds }));
    return {
      ids: inOrder.map(({ key }) => toGlobalId(activityKind, key)),
      activities: inOrder.map((activity, at) => ofPerson(withType(activity, types), agents[at]?.person)),
    };
  },
  deleteActivities: async (_, { input }, { call, loaders }) => {
    checkBulk(input.people, "people");
    const references = input.people.map(personReference);
    const seconds = windowSeconds(input.window, longestWriteDays);
    const schedule = scheduleBody(input.scheduleId);
    const agents = await Promise.all(references.map((reference) => agentOf(loaders, reference)));
    const agent_ids = [...new Set(agents.map(({ agentId }) => agentId))];
    const body = { ...seconds, agent_ids, ...schedule };
    const write = call.assembled(activities.deleteWindow, { body });
    await explainRejection(write, loaders, { agents, typeIds: [] });
    return { agentIds: body.agent_ids };
  },
};

/** An activity, with its person where that is known from how the activity was reached. */
export interface ActivityOfPerson extends KeyedActivityJson {
  readonly person?: PersonJson;
}

/** An activity whose person need not be read again. */
export const ofPerson = (activity: KeyedActivityJson, person: PersonJson | undefined): ActivityOfPerson =>
  person ? { ...activity, person } : activity;

const scheduleBody = (id: string | null | undefined) =>
  omitUndefined({ schedule_id: optionalSourceIdOf(scheduleKind, id) });

const newActivity = (
  agentId: string,
  typeId: string,
  seconds: { start_time: number; end_time: number },
  description: string | null | undefined,
): NewActivityBody => ({
  agent_id: agentId,
  type_id: typeId,
  ...seconds,
  ...omitUndefined({ description: description ?? undefined }),
});

/** @throws UPSTREAM_INVALID_RESPONSE when a bulk create that succeeded did not answer every activity. */
function matched(
  bodies: readonly NewActivityBody[],
  created: readonly KeyedActivityJson[],
): KeyedActivityJson[] {
  const isAlike = (body: NewActivityBody, row: KeyedActivityJson) =>
    row.agent_id === body.agent_id &&
    row.type_id === body.type_id &&
    row.start_time === body.start_time &&
    row.end_time === body.end_time;
  // The documented answer leaves descriptions out; where they come, they tell twins apart.
  const isSame = (body: NewActivityBody, row: KeyedActivityJson) =>
    isAlike(body, row) && (row.description ?? "") === (body.description ?? "");
  return matchToInputs(bodies, created, isSame, isAlike).map((row) => {
    if (row) return row;
    throw new GatewayError(
      "UPSTREAM_INVALID_RESPONSE",
      "Assembled accepted the activities but did not answer all of them; list the window to see them.",
      { system: "assembled" },
    );
  });
}
