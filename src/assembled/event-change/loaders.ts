import { sliceRead } from "../../loaders/keyed-read.ts";
import type { ListPage } from "../../loaders/list-page.ts";
import { type WindowSlice, windowed } from "../../loaders/windowed.ts";
import { idIn, textIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { daySeconds, type Span } from "../spans.ts";
import {
  type EventChangeJson,
  type EventChangeSelection,
  type EventChangesPage,
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

/** A page of changes as all who read the list take it. */
export const changesPage = (
  { rows, total }: EventChangesPage,
  offset: number,
): ListPage<EventChangeJson> => ({
  rows,
  total,
  hasNextPage: rows.length > 0 && offset + rows.length < total,
});

/** Changes of the master schedule of agents, by the window in which they were made. */
export const changesOfAgent = windowed<Span, EventChangesPage, EventChangeJson>({
  name: "event changes",
  pageSize: eventChangesPageSize,
  slices: sliceRead(eventChanges.list, (slice: WindowSlice<Span>) => ({
    query: changesQuery(slice, { agent_id: slice.owner }, slice),
  })),
  pageIn: (page, { offset }) => changesPage(page, offset),
  keyOf: ({ start_time, end_time }) => `${start_time}-${end_time}`,
  daysIn: ({ start_time, end_time }) => (end_time - start_time) / daySeconds,
  idOf: idOfChange,
  ownerOf: ({ event_agent_id }) => idIn(event_agent_id),
  narrows: true,
});
