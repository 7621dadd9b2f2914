import type { StoredTimeOffRequest } from "../../../src/sandbox/data/assembled/stored.ts";
import { testNowMs } from "../../support/clock.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { seconds, today } from "../../support/time.ts";

const { timeOffRequests } = createSandboxData(testNowMs).assembled;

/** A year before that day, in Unix seconds. */
export const yearBefore: number = seconds("2025-03-04T00:00:00Z");
/** The global id of a request. */
export const gid = (id: string): string => `gid://assembled/TimeOffRequest/${id}`;
/** Ids of nodes. */
export const idsOf = (nodes: readonly { readonly id: string }[]): string[] => nodes.map(({ id }) => id);

/** Requests that overlap today, by start and then by id. */
export const overlapping = (matches: (request: StoredTimeOffRequest) => boolean = () => true): string[] =>
  timeOffRequests
    .filter(
      (one) => one.end_time > seconds(today.start) && one.start_time < seconds(today.end) && matches(one),
    )
    .sort((a, b) => a.start_time - b.start_time || (a.id < b.id ? -1 : 1))
    .map(({ id }) => gid(id));
