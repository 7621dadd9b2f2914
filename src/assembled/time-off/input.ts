import type {
  CancelTimeOffRequestInput,
  CreateTimeOffRequestInput,
  PersonTimeOffRequestsArgs,
  QueryTimeOffRequestsArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { omitUndefined } from "../../resolving/input.ts";
import { longestWriteDays, type TimeWindow, toUnixSeconds, windowSeconds } from "../../resolving/time.ts";
import { activityTypeKind } from "../activity-type/loaders.ts";
import { type PersonReference, personReference } from "../person/look-up.ts";
import { daySeconds, type Span } from "../spans.ts";
import type { RequestsSince } from "./loaders.ts";

/** Longest window of requests; one read serves any. */
const longestWindowDays = 366;
/** How long before a window, and before now, the requests for it are looked for. */
const yearSeconds = 365 * daySeconds;

/** Requests that overlap a window. */
export interface RequestSelection {
  readonly span: Span;
  /** The read that has them. */
  readonly since: RequestsSince;
}

/** A time in the words of the upstream, which counts from 1970; none stands for all time. */
export const sinceSeconds = (updatedSince: Date | null | undefined): number =>
  updatedSince ? Math.max(0, toUnixSeconds(updatedSince)) : 0;

/**
 * The requests of a window. Windows that begin on one day share a read.
 * @param nowSeconds Unix seconds: requests for a window that is far ahead are made long before it. @default that of the window
 * @throws BAD_USER_INPUT for a window that is too long or ends before it starts.
 */
export function requestSelection(
  window: TimeWindow,
  {
    status,
    updatedSince,
  }: Pick<QueryTimeOffRequestsArgs | PersonTimeOffRequestsArgs, "status" | "updatedSince">,
  nowSeconds = Number.POSITIVE_INFINITY,
): RequestSelection {
  const span = windowSeconds(window, longestWindowDays);
  const yearBefore = Math.min(span.start_time, nowSeconds) - yearSeconds;
  const updated_since = updatedSince
    ? sinceSeconds(updatedSince)
    : Math.max(0, yearBefore - (yearBefore % daySeconds));
  const days = Math.max(1, Math.ceil((span.end_time - updated_since) / daySeconds));
  return { span, since: { updated_since, type: status ?? undefined, days } };
}

/** A request to make, before its people are known. */
export interface CheckedRequest {
  readonly person: PersonReference;
  readonly receivers: readonly PersonReference[];
  readonly fields: {
    readonly activity_type_id: string;
    readonly start_time: number;
    readonly end_time: number;
    readonly description?: string;
    readonly editable?: boolean;
  };
}

/**
 * Checks a request to make.
 * @throws BAD_USER_INPUT for ids that cannot be one of their kind, and for a window that is too long or
 * ends before it starts.
 */
export function checkedRequest(input: CreateTimeOffRequestInput): CheckedRequest {
  const receivers = input.receivers ?? [];
  return {
    person: personReference(input.person),
    receivers: receivers.map(personReference),
    fields: {
      activity_type_id: sourceIdOf(activityTypeKind, input.typeId),
      ...windowSeconds(input.window, longestWriteDays),
      ...omitUndefined({
        description: input.description ?? undefined,
        editable: input.editable ?? undefined,
      }),
    },
  };
}

/** The part of a body that says why a request is canceled. */
export const cancelComment = ({ comment }: CancelTimeOffRequestInput): { readonly comment?: string } =>
  omitUndefined({ comment: comment ?? undefined });
