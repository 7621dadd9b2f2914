import type { SliceRead } from "../../lists/keyed-read.ts";
import { sliceRead } from "../../lists/keyed-read.ts";
import { type WindowDefinition, type WindowSlice, windowed } from "../../loaders/windowed.ts";
import { idIn, textIn } from "../../rest/row-values.ts";
import { listPage, type OffsetPage } from "../offset-page.ts";
import { daySeconds, type Span } from "../spans.ts";
import {
  type AgentStateJson,
  type AgentStateSelection,
  type AgentStatesQuery,
  agentStates,
  agentStatesPageSize,
} from "./endpoints.ts";

/** A window of the condensed timeline. */
export interface TimelineWindow extends Span {
  /** Platforms with commas between them, highest priority first. */
  readonly platformPriority: string;
}

/** Tells a state from others; pieces of one state differ by their start. */
export const keyOfState = ({
  agent_platform_id,
  external_id,
  platform,
  start_time,
}: AgentStateJson): string =>
  [start_time, platform, agent_platform_id, external_id].map((value) => textIn(value) ?? "").join(" ");

/** The arguments of a list of states, always in one order: equal ones make one URL. */
export const statesQuery = (
  { start_time, end_time }: Span,
  { agent_id, ...filters }: AgentStateSelection,
  { limit, offset }: Pick<AgentStatesQuery, "limit" | "offset">,
): AgentStatesQuery => ({ start_time, end_time, agent_id, ...filters, limit, offset });

const ofAgent = <Window extends Span>(
  name: string,
  slices: SliceRead<OffsetPage<AgentStateJson>, WindowSlice<Window>>,
  keyOf: (window: Window) => string,
): WindowDefinition<Window, AgentStateJson> =>
  windowed({
    name,
    pageSize: agentStatesPageSize,
    slices,
    pageIn: (page, { offset }) => listPage(page, offset),
    keyOf,
    daysIn: ({ start_time, end_time }) => (end_time - start_time) / daySeconds,
    idOf: keyOfState,
    ownerOf: ({ agent_id }) => idIn(agent_id),
    narrows: true,
  });

const spanKey = ({ start_time, end_time }: Span): string => `${start_time}-${end_time}`;

/** States of agents in a window. */
export const statesOfAgent = ofAgent<Span>(
  "agent states",
  sliceRead(agentStates.list, (slice: WindowSlice<Span>) => ({
    query: statesQuery(slice, { agent_id: slice.owner }, slice),
  })),
  spanKey,
);

/** States of agents in a window of the condensed timeline. */
export const condensedStatesOfAgent = ofAgent<TimelineWindow>(
  "condensed agent states",
  sliceRead(agentStates.condensedTimeline, (slice: WindowSlice<TimelineWindow>) => ({
    query: {
      priority_order: slice.platformPriority,
      ...statesQuery(slice, { agent_id: slice.owner }, slice),
    },
  })),
  (window) => `${spanKey(window)} ${window.platformPriority}`,
);
