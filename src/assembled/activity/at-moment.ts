import { type LoaderUse, useOf } from "../../estimate/field-cost.ts";
import { anyNumber, atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import type { PersonCurrentActivityArgs, PersonOnShiftArgs } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { loadReferenced, referenceIn } from "../../resolving/referenced.ts";
import { toUnixSeconds } from "../../resolving/time.ts";
import { type ActivityTypeJson, typeAmong } from "../activity-type/endpoints.ts";
import { activityTypeById, activityTypeKind } from "../activity-type/loaders.ts";
import type { PersonJson } from "../person/endpoints.ts";
import { agentKind } from "../person/loaders.ts";
import { hasPerson, ofPerson } from "../person/of-person.ts";
import { isIn, type Span } from "../spans.ts";
import type { KeyedActivityJson } from "./endpoints.ts";
import { activitiesByAgent } from "./loaders.ts";

/** Schedules are made in minutes, so that one read serves all moments of one. */
const stepSeconds = 60;

/** The window in which activities of a moment are looked up. */
export function windowOfMoment(momentSeconds: number): Span {
  const start_time = Math.floor(momentSeconds / stepSeconds) * stepSeconds;
  return { start_time, end_time: start_time + stepSeconds };
}

const activitiesUse: LoaderUse = useOf(activitiesByAgent, atMost(1));

/** Activities of a person that are under way, by start; at the moment of the operation unless another is given. */
async function activitiesAt(
  { agent_id }: PersonJson,
  at: Date | null | undefined,
  { momentSeconds, of }: OperationContext,
): Promise<readonly KeyedActivityJson[]> {
  const agentId = referenceIn(agentKind, agent_id);
  if (agentId === null) return [];
  const moment = at ? toUnixSeconds(at) : momentSeconds();
  const rows = await of(activitiesByAgent).load({ agentId, ...windowOfMoment(moment) });
  return rows.filter((row) => isIn(row, { start_time: moment, end_time: moment + 1 }));
}

/** Whether activities of a type are work on a channel, which breaks, meetings and time off are not (assembled-v0.txt:1156). */
const isShift = (type: ActivityTypeJson | null): boolean => type?.productive === true;

/** The fields of people that tell of one moment of their schedule. */
export const momentFields = {
  onShift: neverNull(
    field(
      { uses: [activitiesUse, useOf(activityTypeById, anyNumber)] },
      async (person: PersonJson, { at }: PersonOnShiftArgs, context: OperationContext) => {
        const types = (await activitiesAt(person, at, context)).map(
          ({ types, type_id }) =>
            typeAmong(types, type_id) ??
            loadReferenced(context.of(activityTypeById), activityTypeKind, type_id),
        );
        return (await Promise.all(types)).some(isShift);
      },
    ),
  ),
  currentActivity: field(
    { uses: [activitiesUse], tells: hasPerson.is(true) },
    async (person: PersonJson, { at }: PersonCurrentActivityArgs, context: OperationContext) => {
      const last = (await activitiesAt(person, at, context)).at(-1);
      return last ? ofPerson(last, person) : null;
    },
  ),
};
