import type { timeOff as endpoints, TimeOffRequestJson } from "../../assembled/time-off/endpoints.ts";
import type { StoredPerson, StoredTimeOffRequest, StoredTimeOffUpdate } from "../data/assembled/stored.ts";
import type { Reply, VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { bodyWindow } from "./activity-window.ts";
import { recordChange } from "./event-changes.ts";
import { type Fields, flagOf, listOf, objectOf, textOf, wholeNumberOf } from "./fields.ts";
import { ok } from "./ok.ts";
import { pageOf } from "./paging.ts";
import { type AssembledState, keyedById } from "./state.ts";

const statuses: ReadonlySet<string> = new Set(["approved", "pending", "denied", "canceled"]);
const updateTypes: ReadonlySet<string> = new Set(["approve", "edit", "deny", "cancel"]);

/** Answers the routes of time off (assembled-v0.txt:2442-2650). */
export function createTimeOffHandlers(state: AssembledState): VerbHandlers<typeof endpoints> {
  const { timeOffRequests, timeOffUpdates, activities } = state;
  return {
    requests: ({ query }) => {
      const { since, type } = filterOf(query, statuses);
      const matching = timeOffRequests
        .all()
        .filter(({ updated_at, status }) => updated_at >= since && (type === null || status === type));
      const { page, place } = pageOf(matching, query, { echoesNull: true });
      const ids = new Set(page.map(({ id }) => id));
      const updates = timeOffUpdates.all().filter(({ time_off_request_id: id }) => ids.has(id));
      return bothMaps(page, updates, place);
    },

    updates: ({ query }) => {
      const { since, type } = filterOf(query, updateTypes);
      const matching = timeOffUpdates
        .all()
        .filter((update) => update.created_at >= since && (type === null || update.type === type));
      const { page, place } = pageOf(matching, query, { echoesNull: true });
      const ids = [...new Set(page.map(({ time_off_request_id: id }) => id))];
      return bothMaps(
        ids.flatMap((id) => timeOffRequests.get(id) ?? []),
        page,
        place,
      );
    },

    create: ({ body, nowMs }) => {
      const asked = requestOf(state, objectOf(body, "the body"));
      const nowSeconds = Math.floor(nowMs / 1000);
      const { id } = timeOffRequests.insert((newId) => ({
        id: newId,
        ...asked,
        created_at: nowSeconds,
        updated_at: nowSeconds,
        status: "pending",
      }));
      return ok({ id, status: "success" });
    },

    cancel: ({ params, body, nowMs }) => {
      const fields = objectOf(body, "the body");
      const request = timeOffRequests.get(params.id);
      if (request === undefined) throw new Refusal(404, "time off request not found");
      personOf(state, fields.user_id);
      const comment = fields.comment === undefined ? "" : textOf(fields.comment, "comment");
      if (request.status === "canceled" || request.status === "denied") {
        throw new Refusal(400, "the request is closed");
      }
      const nowSeconds = Math.floor(nowMs / 1000);
      timeOffRequests.update(request.id, { status: "canceled", updated_at: nowSeconds });
      timeOffUpdates.insert((id) => ({
        id,
        time_off_request_id: request.id,
        created_at: nowSeconds,
        comment,
        type: "cancel",
      }));
      const before = request.activity_key === undefined ? undefined : activities.remove(request.activity_key);
      recordChange(state, { before, description: "Time Off Canceled" }, nowMs);
      return ok({ status: "success" });
    },
  };
}

/** A request as a body asks for it, or 400: those who are told of it are checked and forgotten. */
function requestOf(state: AssembledState, fields: Fields) {
  const { description, editable, receiver_ids: receivers } = fields;
  const person = personOf(state, fields.user_id);
  const typeId = textOf(fields.activity_type_id, "activity_type_id");
  if (state.activityTypes.get(typeId)?.timeoff !== true) {
    throw new Refusal(400, "activity_type_id must be a type of time off");
  }
  if (receivers !== undefined) for (const id of listOf(receivers, "receiver_ids")) personOf(state, id);
  if (editable !== undefined) flagOf(editable, "editable");
  return {
    // Of a person who is no agent there is no other id.
    agent_id: person.agent_id || person.id,
    activity_type_id: typeId,
    ...bodyWindow(fields),
    description: description === undefined ? "" : textOf(description, "description"),
  };
}

/** The person that a body names by the id of the person, or 400. */
function personOf({ people }: AssembledState, id: unknown): StoredPerson {
  const person = people.get(textOf(id, "a person's id"));
  if (person === undefined) throw new Refusal(400, "the person does not exist");
  return person;
}

/** The time and the type of a query, or 400. One sample asks for `type=approve` among requests, which no table has (assembled-v0.txt:2582, 2622). */
function filterOf(query: URLSearchParams, types: ReadonlySet<string>) {
  const since = wholeNumberOf(query, "updated_since");
  if (since === undefined) throw new Refusal(400, "updated_since is required");
  const type = query.get("type");
  if (type !== null && !types.has(type)) throw new Refusal(400, `type ${type} does not exist`);
  return { since, type };
}

const bothMaps = (
  requests: readonly StoredTimeOffRequest[],
  updates: readonly StoredTimeOffUpdate[],
  place: object,
): Reply =>
  ok({ time_off_requests: keyedById(requests.map(shown)), time_off_updates: keyedById(updates), ...place });

/** A request as it is answered: neither when it changed nor its place in the schedule is in it. */
const shown = ({
  updated_at: _changed,
  activity_key: _activity,
  ...request
}: StoredTimeOffRequest): TimeOffRequestJson => request;

/** Removes all requests of an agent, and what happened to them. */
export function removeTimeOff(
  { timeOffRequests, timeOffUpdates }: AssembledState,
  ids: readonly (string | null | undefined)[],
): void {
  for (const { id, agent_id } of timeOffRequests.all()) {
    if (!ids.includes(agent_id)) continue;
    timeOffRequests.remove(id);
    for (const update of timeOffUpdates.all()) {
      if (update.time_off_request_id === id) timeOffUpdates.remove(update.id);
    }
  }
}
