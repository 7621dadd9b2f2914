import type { LoaderUse } from "../../estimate/field-cost.ts";
import { bulkPayload, objectsWritten } from "../../fields/bulk-payload.ts";
import { write } from "../../fields/write.ts";
import type {
  MutationCreateActivitiesArgs,
  MutationCreateActivityArgs,
  MutationDeleteActivitiesArgs,
  MutationResolvers,
} from "../../generated/resolvers.ts";
import type { LoaderOf } from "../../lists/loader-definition.ts";
import { toGlobalId } from "../../resolving/ids.ts";
import { checkFilled } from "../../resolving/input.ts";
import { longestWriteDays, windowSeconds } from "../../resolving/time.ts";
import { activityTypeById } from "../activity-type/loaders.ts";
import { absent, explainRejection } from "../explain-rejection.ts";
import { matchAllToInputs } from "../match-to-inputs.ts";
import { type Agent, agentOf, agentUses, isAgent, personReference, unreadAgents } from "../person/look-up.ts";
import { hasPerson, ofPerson } from "../person/of-person.ts";
import { activities, type KeyedActivityJson, type NewActivityBody } from "./endpoints.ts";
import { type CheckedActivity, checkedActivity, newActivity, scheduleBody } from "./input.ts";
import { activityKind } from "./loaders.ts";
import { overlapReads, refuseOverlaps } from "./overlaps.ts";

/** Writes of activities. */
export const Mutation = {
  createActivity: write(
    ({ input }: MutationCreateActivityArgs) => {
      const checked = checkedActivity(input);
      return {
        endpoint: activities.create,
        checked,
        schedule: scheduleBody(input.scheduleId),
        onConflict: input.onConflict,
        uses: readsBefore([checked], input.onConflict),
        tells: hasPerson.is(!isAgent(checked.reference)),
      };
    },
    async ({ endpoint, checked, schedule, onConflict }, { call, freshCall, of }) => {
      const agent = await agentOf(of, checked.reference);
      const activity = newActivity(agent.agentId, checked);
      const types =
        onConflict === "REFUSE" ? await refuseOverlaps([activity], schedule, freshCall) : undefined;
      const body = { ...activity, ...schedule, allow_conflicts: onConflict !== "REPLACE" };
      const created = await explainRejection(call(endpoint, { body }), () =>
        absentAmong(of, [agent], [checked.typeId]),
      );
      return {
        activityId: toGlobalId(activityKind, created.key),
        activity: ofPerson({ ...created, types }, agent.person),
      };
    },
  ),
  createActivities: write(
    ({ input }: MutationCreateActivitiesArgs) => {
      checkFilled(input.activities, "activities");
      const checked = input.activities.map(checkedActivity);
      const bringPerson = checked.every(({ reference }) => !isAgent(reference));
      return {
        endpoint: activities.bulk,
        checked,
        schedule: scheduleBody(input.scheduleId),
        onConflict: input.onConflict,
        uses: readsBefore(checked, input.onConflict),
        tells: new Map([...hasPerson.is(bringPerson), ...objectsWritten.is(checked.length)]),
      };
    },
    async ({ endpoint, checked, schedule, onConflict }, { call, freshCall, of }) => {
      const agents = await Promise.all(checked.map(({ reference }) => agentOf(of, reference)));
      const bodies = checked.map((one, at) => newActivity(agents[at]?.agentId ?? "", one));
      const types = onConflict === "REFUSE" ? await refuseOverlaps(bodies, schedule, freshCall) : undefined;
      const body = {
        activities: bodies.map((activity) => ({ action: "create" as const, activity })),
        ...schedule,
      };
      const typeIds = checked.map(({ typeId }) => typeId);
      const written = explainRejection(call(endpoint, { body }), () => absentAmong(of, agents, typeIds));
      const created = matchAllToInputs(bodies, await written, "activities", isSame, isAlike);
      return {
        activityIds: created.map(({ key }) => toGlobalId(activityKind, key)),
        activities: created.map((activity, at) => ofPerson({ ...activity, types }, agents[at]?.person)),
      };
    },
  ),
  deleteActivities: write(
    ({ input }: MutationDeleteActivitiesArgs) => {
      checkFilled(input.people, "people");
      const references = input.people.map(personReference);
      return {
        endpoint: activities.deleteWindow,
        references,
        seconds: windowSeconds(input.window, longestWriteDays),
        schedule: scheduleBody(input.scheduleId),
        uses: agentUses(references),
      };
    },
    async ({ endpoint, references, seconds, schedule }, { call, of }) => {
      const agents = await Promise.all(references.map((reference) => agentOf(of, reference)));
      const agentIds = [...new Set(agents.map(({ agentId }) => agentId))];
      const body = { ...seconds, agent_ids: agentIds, ...schedule };
      await explainRejection(call(endpoint, { body }), () => absentAmong(of, agents, []));
      return { agentIds };
    },
  ),
} satisfies MutationResolvers;

/** The objects in payloads, by type; a create of one answers the activity. */
export const payloads = { CreateActivitiesPayload: bulkPayload("activities") };

const absentAmong = (of: LoaderOf, agents: readonly Agent[], typeIds: readonly string[]) =>
  absent(of, [unreadAgents(agents), { name: "activity type", ids: typeIds, loader: activityTypeById }]);

/** Reads that a create is built on: who its agents are, and with `REFUSE` what they do already. */
const readsBefore = (checked: readonly CheckedActivity[], onConflict: string): LoaderUse[] => [
  ...agentUses(checked.map(({ reference }) => reference)),
  ...(onConflict === "REFUSE" ? [overlapReads(checked.map(({ seconds }) => seconds))] : []),
];

type MayAnswer = (body: NewActivityBody, row: KeyedActivityJson) => boolean;

const isAlike: MayAnswer = (body, row) =>
  row.agent_id === body.agent_id &&
  row.type_id === body.type_id &&
  row.start_time === body.start_time &&
  row.end_time === body.end_time;

/** The documented answer leaves descriptions out; where they come, they tell twins apart. */
const isSame: MayAnswer = (body, row) =>
  isAlike(body, row) && (row.description ?? "") === (body.description ?? "");
