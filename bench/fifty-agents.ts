import { setTimeout as delay } from "node:timers/promises";
import { startOfDayMs } from "../src/sandbox/data/day.ts";
import { dataOf } from "./post.ts";
import { loadCore, serverCore, startProcess } from "./process.ts";
import type { EmulatorProcess } from "./processes/emulators.ts";
import type { GatewayProcess } from "./processes/gateway.ts";
import { inShort, median, spread } from "./statistics.ts";
import type { Row } from "./table.ts";
import type { TextbookAddresses } from "./textbook/loaders.ts";

const agents = 50;
const days = 14;
const latencyMs = 20;
const mostCalls = 6;
/** The longest chain: people, then all else beside each other. A wait for the limit would take 200 ms more. */
const mostMs = 190;
/**
 * One call per object about as fast as the documented limit allows: 20 at once, then one each 200 ms (assembled-v0.txt:28),
 * less a margin, since sockets do not keep the distances of calls.
 */
const burst = 18;
const spacingMs = 204;

const query = `query ($first: Int!, $window: TimeWindow!) {
  people(first: $first) {
    nodes {
      id: sourceId
      agentId firstName lastName
      activities(window: $window) { nodes { id } }
      states(window: $window) { nodes { startTime } }
      timeOffRequests(window: $window) { nodes { id } }
    }
  }
}`;

/** Rows of all agents together, of which both ways must find as many. */
interface Found {
  readonly activities: number;
  readonly states: number;
}

interface Agent {
  readonly id: string;
  readonly agentId: string | null;
  readonly activities: { readonly nodes: readonly unknown[] };
  readonly states: { readonly nodes: readonly unknown[] };
}

/**
 * Measures fifty people with two weeks of their activities, states and time off, on a gateway that has read nothing; beside
 * it the same by one call per object, which is what most people write by hand.
 */
export async function fiftyAgents(options: {
  readonly rounds: number;
  readonly progress: (line: string) => void;
}): Promise<Row[]> {
  const emulators = startProcess<EmulatorProcess>("emulators", { core: loadCore });
  const gateway = startProcess<GatewayProcess>("gateway", { core: serverCore });
  const endMs = startOfDayMs(Date.now()) + 86_400_000;
  const window = { start: new Date(endMs - days * 86_400_000), end: new Date(endMs) };
  const open = () => emulators.ask("open", { latencyMs, limits: true });
  const assembledCalls = async () => (await emulators.ask("calls")).assembled;

  const timesMs: number[] = [];
  let calls = { made: 0, refused: 0 };
  let people: readonly Agent[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const reads = { keeps: true, shares: true };
    const url = await gateway.ask("open", { addresses: await open(), reads, limits: true });
    const startedMs = performance.now();
    const data = await dataOf(url, { query, variables: { first: agents, window } });
    timesMs.push(performance.now() - startedMs);
    calls = await assembledCalls();
    people = (data as { readonly people: { readonly nodes: readonly Agent[] } }).people.nodes;
  }
  const ours = foundIn(people);
  options.progress(`fifty agents: ${calls.made} calls, ${spread(timesMs)} ms, ${JSON.stringify(ours)}`);

  const addresses = await open();
  const startedMs = performance.now();
  const theirs = await oneByOne(addresses, people, window);
  const byHandMs = performance.now() - startedMs;
  const byHand = await assembledCalls();
  await Promise.all([gateway.stop(), emulators.stop()]);
  if (ours.activities !== theirs.activities || ours.states !== theirs.states)
    throw new Error(`Two ways found two things: ${JSON.stringify([ours, theirs])}`);

  const ratio = byHandMs / median(timesMs);
  return [
    {
      bench: `${agents} agents with ${days} days of activities, states and time off`,
      mustReach: `<= ${mostCalls} calls, 0 answers 429, no wait (<= ${mostMs} ms)`,
      measured: `${calls.made} calls, ${calls.refused} answers 429, ${spread(timesMs)} ms; one call per object: ${byHand.made} calls, ${inShort(byHandMs / 1_000)} s, ${inShort(ratio)}x`,
      reached: calls.made <= mostCalls && calls.refused === 0 && median(timesMs) <= mostMs,
    },
  ];
}

const foundIn = (people: readonly Agent[]): Found => ({
  activities: people.reduce((sum, { activities }) => sum + activities.nodes.length, 0),
  states: people.reduce((sum, { states }) => sum + states.nodes.length, 0),
});

/** Asks for each object by itself, as fast as the limit allows, all side by side. */
async function oneByOne(
  { assembled }: TextbookAddresses,
  people: readonly Agent[],
  window: { readonly start: Date; readonly end: Date },
): Promise<Found> {
  let sent = 0;
  const read = async (path: string): Promise<Readonly<Record<string, object>>> => {
    const waitMs = Math.max(0, sent - burst + 1) * spacingMs;
    sent += 1;
    await delay(waitMs);
    const response = await fetch(`${assembled.baseUrl}/v0/${path}`, {
      headers: { authorization: `Basic ${Buffer.from(`${assembled.apiKey}:`).toString("base64")}` },
    });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
    return (await response.json()) as Readonly<Record<string, object>>;
  };
  const [start, end] = [window.start, window.end].map((moment) => moment.getTime() / 1_000);
  const span = `start_time=${start}&end_time=${end}`;
  const ofAgent = async (id: string, agentId: string): Promise<Found> => {
    const [activities, states] = await Promise.all([
      read(`activities?${span}&agents=${agentId}`),
      read(`agents/state?${span}&agent_id=${agentId}&limit=500&offset=0`),
      read(`people/${id}`),
    ]);
    return {
      activities: Object.keys(activities.activities ?? {}).length,
      states: Object.keys(states.agent_states ?? {}).length,
    };
  };
  const [found] = await Promise.all([
    Promise.all(people.flatMap(({ id, agentId }) => (agentId === null ? [] : [ofAgent(id, agentId)]))),
    read(`time_off/requests?updated_since=0&limit=500&offset=0`),
  ]);
  return {
    activities: found.reduce((sum, { activities }) => sum + activities, 0),
    states: found.reduce((sum, { states }) => sum + states, 0),
  };
}
