import { callsOf, useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import { ref } from "../../fields/reference.ts";
import type {
  PersonResolvers,
  PersonTimeOffRequestsArgs,
  QueryResolvers,
  QueryTimeOffRequestsArgs,
  QueryTimeOffUpdatesArgs,
  TimeOffRequestResolvers,
  TimeOffUpdateResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { toGlobalId } from "../../resolving/ids.ts";
import type { Noun } from "../../resolving/noun.ts";
import { type PageRequest, pageRequest, windowPageRequest } from "../../resolving/pagination.ts";
import { connectionOfAll } from "../../resolving/whole-page.ts";
import { idIn } from "../../rest/row-values.ts";
import { activityTypeById, activityTypeKind } from "../activity-type/loaders.ts";
import type { PersonJson } from "../person/endpoints.ts";
import { personByEitherId } from "../person/loaders.ts";
import { hasPerson, ofPerson, personField } from "../person/of-person.ts";
import { inTimeOrder, isIn, startOf } from "../spans.ts";
import { sliceOf, upstreamPage } from "../upstream-page.ts";
import { type TimeOffRequestJson, timeOff } from "./endpoints.ts";
import { type RequestSelection, requestSelection, sinceSeconds } from "./input.ts";
import { timeOffRequestKind, timeOffRequestsSince, timeOffUpdateKind } from "./loaders.ts";
import { Mutation, payloads } from "./writes.ts";

const Query = {
  timeOffRequests: neverNull(
    field(
      ({ window, ...args }: QueryTimeOffRequestsArgs) => ({
        uses: [
          window
            ? useOf({ access: timeOffRequestsSince.accessFor(requestSelection(window, args).since) })
            : callsOf(timeOff.requests),
        ],
        cardinality: atMost(pageRequest(args).first),
      }),
      async (_: unknown, { window, ...args }: QueryTimeOffRequestsArgs, context: OperationContext) => {
        const { call, clock, of } = context;
        const request = pageRequest(args);
        if (!window)
          return upstreamPage(
            request,
            await call(timeOff.requests, pageQuery(request, args, args.status)),
            idOf,
          );
        const selection = requestSelection(window, args, clock.dateMs() / 1_000);
        const all = selected(await of(timeOffRequestsSince).all(selection.since), selection);
        return connectionOfAll(request, { all, idOf });
      },
    ),
  ),
  timeOffUpdates: neverNull(
    field(
      (args: QueryTimeOffUpdatesArgs) => ({
        uses: [callsOf(timeOff.updates)],
        cardinality: atMost(pageRequest(args).first),
      }),
      async (_: unknown, args: QueryTimeOffUpdatesArgs, { call }: OperationContext) => {
        const request = pageRequest(args);
        return upstreamPage(request, await call(timeOff.updates, pageQuery(request, args, args.type)), idOf);
      },
    ),
  ),
} satisfies QueryResolvers;

const TimeOffRequest = {
  id: ({ id }) => toGlobalId(timeOffRequestKind, id),
  person: personField(({ agent_id }: TimeOffRequestJson) => agent_id, personByEitherId),
  type: ref(
    activityTypeKind,
    activityTypeById,
    ({ activity_type_id }: TimeOffRequestJson) => activity_type_id,
  ),
  updates: (request) => request.updates?.map((update) => ({ ...update, request })),
} satisfies TimeOffRequestResolvers;

const TimeOffUpdate = {
  id: ({ id }) => toGlobalId(timeOffUpdateKind, id),
} satisfies TimeOffUpdateResolvers;

const Person = {
  timeOffRequests: neverNull(
    field(
      ({ window, ...args }: PersonTimeOffRequestsArgs) => ({
        uses: [
          useOf({ access: timeOffRequestsSince.accessFor(requestSelection(window, args).since) }, atMost(1)),
        ],
        cardinality: atMost(windowPageRequest(args).first),
        tells: hasPerson.is(true),
      }),
      async (
        person: PersonJson,
        { window, ...args }: PersonTimeOffRequestsArgs,
        context: OperationContext,
      ) => {
        const { clock, of } = context;
        const request = windowPageRequest(args);
        const selection = requestSelection(window, args, clock.dateMs() / 1_000);
        // Of people who are no agents, requests can name the person alone.
        const owners = new Set([idIn(person.agent_id), idIn(person.id)].filter((id) => id !== undefined));
        const reads = Array.from(owners, (id) => of(timeOffRequestsSince).load(selection.since, id));
        const all = selected((await Promise.all(reads)).flat(), selection);
        return connectionOfAll(request, {
          all,
          idOf,
          toNode: (row) => ofPerson(row, person),
        });
      },
    ),
  ),
} satisfies PersonResolvers;

const idOf = ({ id }: { readonly id: string }): string => id;

const pageQuery = (
  request: PageRequest,
  { updatedSince }: Pick<QueryTimeOffUpdatesArgs, "updatedSince">,
  type: string | null | undefined,
) => ({
  query: {
    updated_since: sinceSeconds(updatedSince),
    type: type ?? undefined,
    ...sliceOf(request),
  },
});

/** The requests of a read that are meant; the upstream may not know the status that it was asked for. */
const selected = (rows: readonly TimeOffRequestJson[], { span, since }: RequestSelection) =>
  inTimeOrder(
    rows.filter((row) => isIn(row, span) && (since.type === undefined || row.status === since.type)),
    startOf,
    idOf,
  );

/** Requests for time off, and what happened to them. */
export const timeOffRequest: Noun = {
  endpoints: { timeOff },
  loaders: { timeOffRequestsSince },
  resolvers: { Query, Mutation, TimeOffRequest, TimeOffUpdate, Person, ...payloads },
};
