import { sliceRead } from "../../lists/keyed-read.ts";
import { windowed } from "../../loaders/windowed.ts";
import { idIn, textIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { listPage, type OffsetPage } from "../offset-page.ts";
import { type TimeOffQuery, type TimeOffRequestJson, timeOff, timeOffPageSize } from "./endpoints.ts";

/** Ids of requests for time off; no read takes them. */
export const timeOffRequestKind = kind("TimeOffRequest");

/** Ids of changes to requests; no read takes them. */
export const timeOffUpdateKind = kind("TimeOffUpdate");

/** Requests that were made or changed since a time. */
export interface RequestsSince extends Pick<TimeOffQuery, "updated_since" | "type"> {
  /** Days that are asked about, by which the number of requests is guessed. */
  readonly days: number;
}

/** Loads requests for time off, those of any number of people by one read: the upstream filters neither by person nor by window. */
export const timeOffRequestsSince = windowed<
  RequestsSince,
  OffsetPage<TimeOffRequestJson>,
  TimeOffRequestJson
>({
  name: "time off requests",
  pageSize: timeOffPageSize,
  slices: sliceRead(timeOff.requests, ({ updated_since, type, limit, offset }) => ({
    query: { updated_since, type, limit, offset },
  })),
  pageIn: (page, { offset }) => listPage(page, offset),
  keyOf: ({ updated_since, type = "" }) => `${updated_since} ${type}`,
  daysIn: ({ days }) => days,
  idOf: ({ id }) => textIn(id) ?? "",
  ownerOf: ({ agent_id }) => idIn(agent_id),
  narrows: false,
  remedy: "name a later time in updatedSince",
});
