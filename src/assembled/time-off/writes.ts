import { badInput, GatewayError } from "../../errors.ts";
import { useOf } from "../../estimate/field-cost.ts";
import { field } from "../../fields/field.ts";
import { write } from "../../fields/write.ts";
import type {
  MutationCancelTimeOffRequestArgs,
  MutationCreateTimeOffRequestArgs,
  MutationResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { LoaderOf } from "../../lists/loader-definition.ts";
import { sourceIdIn, sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import type { Clock } from "../../rest/clock.ts";
import { activityTypeById } from "../activity-type/loaders.ts";
import { absent, explainRejection } from "../explain-rejection.ts";
import { personById } from "../person/loaders.ts";
import { personIdOf, personIdUses, personReference } from "../person/look-up.ts";
import { type TimeOffRequestJson, timeOff } from "./endpoints.ts";
import { cancelComment, checkedRequest } from "./input.ts";
import { type RequestsSince, timeOffRequestKind, timeOffRequestsSince } from "./loaders.ts";

/** Writes of time off. */
export const Mutation = {
  createTimeOffRequest: write(
    ({ input }: MutationCreateTimeOffRequestArgs) => {
      const checked = checkedRequest(input);
      return {
        endpoint: timeOff.create,
        ...checked,
        uses: personIdUses([checked.person, ...checked.receivers]),
      };
    },
    async ({ endpoint, person, receivers, fields }, { call, clock, of }) => {
      const [user_id = "", ...receiver_ids] = await Promise.all(
        [person, ...receivers].map((reference) => personIdOf(of, reference)),
      );
      const body = { ...fields, user_id, ...(receiver_ids.length > 0 && { receiver_ids }) };
      const { id } = await explainRejection(call(endpoint, { body }), () =>
        rejectionReason(of, [user_id, ...receiver_ids], fields.activity_type_id),
      );
      return written(id, clock);
    },
  ),
  cancelTimeOffRequest: write(
    ({ id, input }: MutationCancelTimeOffRequestArgs) => {
      const canceledBy = personReference(input.canceledBy);
      return {
        endpoint: timeOff.cancel,
        id: sourceIdOf(timeOffRequestKind, id),
        canceledBy,
        comment: cancelComment(input),
        uses: personIdUses([canceledBy]),
      };
    },
    async ({ endpoint, id, canceledBy, comment }, { call, clock, of }): Promise<WrittenRequest> => {
      const body = { user_id: await personIdOf(of, canceledBy), ...comment };
      const payload = written(id, clock);
      return explainRejection(
        call(endpoint, { id, body }).then(() => payload),
        async ({ facts: { attempts = 1 } }) => {
          const request = await requestIn(of, payload).catch(() => undefined);
          // A repeat of a cancellation whose answer was lost is refused, since the request is canceled by then.
          if (request?.status === "canceled") return attempts > 1 ? payload : canceledBefore();
          return absent(of, [{ name: "person", ids: [body.user_id], loader: personById }]);
        },
      );
    },
  ),
} satisfies MutationResolvers;

const canceledBefore = () =>
  new GatewayError("CONFLICT", "The request is canceled already; nothing was written.", {
    system: "assembled",
  });

/** A request that was written, and the time since when a list shows it. */
interface WrittenRequest {
  readonly timeOffRequestId: string;
  readonly since: RequestsSince;
}

/** A request that was written a moment ago has changed within the last hour, however far the clocks are apart. */
const recentSeconds = 3_600;

const written = (id: string, clock: Clock): WrittenRequest => ({
  timeOffRequestId: toGlobalId(timeOffRequestKind, id),
  since: recent(Math.floor(clock.dateMs() / 1000)),
});

const recent = (nowSeconds: number): RequestsSince => ({
  updated_since: nowSeconds - recentSeconds,
  type: undefined,
  days: recentSeconds / 86_400,
});

/** No read takes the id of a request, so that the ones that changed of late are looked through. */
async function requestIn(
  of: LoaderOf,
  { timeOffRequestId, since }: WrittenRequest,
): Promise<TimeOffRequestJson | undefined> {
  const sourceId = sourceIdIn(timeOffRequestKind, timeOffRequestId);
  return (await of(timeOffRequestsSince).all(since)).find(({ id }) => id === sourceId);
}

const writtenRequest = {
  timeOffRequest: field(
    { uses: [useOf({ access: timeOffRequestsSince.accessFor(recent(0)) })] },
    async (payload: WrittenRequest, _args: unknown, { of }: OperationContext) =>
      (await requestIn(of, payload)) ?? null,
  ),
};

/** The objects in payloads, by type. */
export const payloads = {
  CreateTimeOffRequestPayload: writtenRequest,
  CancelTimeOffRequestPayload: writtenRequest,
};

/** The error that says why a request was rejected, as far as that can be found. */
async function rejectionReason(
  of: LoaderOf,
  personIds: readonly string[],
  typeId: string,
): Promise<GatewayError | undefined> {
  const missing = await absent(of, [
    { name: "person", ids: personIds, loader: personById },
    { name: "activity type", ids: [typeId], loader: activityTypeById },
  ]);
  const type = await of(activityTypeById).load(typeId);
  return missing ?? (type?.timeoff ? undefined : badInput("This type of activity is not time off."));
}
