import { sliceRead } from "../../lists/keyed-read.ts";
import { type WindowSlice, windowed } from "../../loaders/windowed.ts";
import { idIn, textIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { listPage, type OffsetPage } from "../offset-page.ts";
import { daySeconds, type Span } from "../spans.ts";
import {
  type EventChangeJson,
  type EventChangeSelection,
  type EventChangesQuery,
  eventChanges,
  eventChangesPageSize,
} from "./endpoints.ts";

/** Ids of changes; no read takes them. */
export const eventChangeKind = kind("EventChange");

/** Tells a change from others. */
export const idOfChange = ({ id }: EventChangeJson): string => textIn(id) ?? "";

/** The arguments of the list of changes, always in one order: equal ones make one URL. */
export const changesQuery = (
  { start_time, end_time }: Span,
  { agent_id, schedule_id }: EventChangeSelection,
  { limit, offset }: Pick<EventChangesQuery, "limit" | "offset">,
): EventChangesQuery => ({ start_time, end_time, schedule_id, agent_id, limit, offset });

/** Changes of the master schedule of agents, by the window in which they were made. */
export const changesOfAgent = windowed<Span, OffsetPage<EventChangeJson>, EventChangeJson>({
  name: "event changes",
  pageSize: eventChangesPageSize,
  slices: sliceRead(eventChanges.list, (slice: WindowSlice<Span>) => ({
    query: changesQuery(slice, { agent_id: slice.owner }, slice),
  })),
  pageIn: (page, { offset }) => listPage(page, offset),
  keyOf: ({ start_time, end_time }) => `${start_time}-${end_time}`,
  daysIn: ({ start_time, end_time }) => (end_time - start_time) / daySeconds,
  idOf: idOfChange,
  ownerOf: ({ event_agent_id }) => idIn(event_agent_id),
  narrows: true,
});
