import type { StoredAgentState } from "../../../src/sandbox/data/assembled/stored.ts";
import { testNowMs } from "../../support/clock.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { seconds, today } from "../../support/time.ts";

/** The data of the sandbox on the day of the tests. */
export const data = createSandboxData(testNowMs).assembled;

/** The moment of the tests in Unix seconds. */
export const nowSeconds = testNowMs / 1000;

/** A window as the upstream is asked for it. */
export const inSeconds = ({ start, end }: { readonly start: string; readonly end: string }): string =>
  `start_time=${seconds(start)}&end_time=${seconds(end)}`;

/** Id of an agent on Zendesk, by the number of the staff member. */
export const platformId = (number: number): string => String(360_000 + number);

/** The states that the upstream shows by now of an id on a platform that overlap a window, by start. */
export const statesOf = (id: string, window = today): StoredAgentState[] =>
  data.agentStates
    .filter(({ agent_platform_id, start_time }) => agent_platform_id === id && start_time <= nowSeconds)
    .filter(({ start_time }) => start_time < seconds(window.end))
    .filter(({ end_time }) => Math.min(end_time ?? nowSeconds, nowSeconds) > seconds(window.start))
    .sort((a, b) => a.start_time - b.start_time || (a.platform < b.platform ? -1 : 1));

/** Name and start of states as an answer has them. */
export const namesOf = (nodes: readonly { readonly state: string; readonly startTime: string }[]) =>
  nodes.map(({ state, startTime }) => `${state} ${seconds(startTime)}`);

/** The same of states as they are stored. */
export const storedNames = (states: readonly StoredAgentState[]) =>
  states.map(({ state, start_time }) => `${state} ${start_time}`);
