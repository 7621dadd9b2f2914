import { loadOperations } from "../src/client/operations.ts";
import { leafIds } from "../src/sandbox/data/assembled/groups.ts";
import { agentId } from "../src/sandbox/data/ids.ts";
import type { Random } from "../src/sandbox/random.ts";

/** An operation with its variables. */
export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const dayMs = 86_400_000;
const shipped = new Map(loadOperations().map(({ name, document }) => [name, document]));

function documentOf(name: string): string {
  const document = shipped.get(name);
  if (document === undefined) throw new Error(`There is no operation ${name}.`);
  return document;
}

/** A window of whole days around a day. */
function windowAt(nowMs: number, day: number, days = 1) {
  const startMs = nowMs - (nowMs % dayMs) + day * dayMs;
  return { start: new Date(startMs).toISOString(), end: new Date(startMs + days * dayMs).toISOString() };
}

const team = (random: Random) => random.pick(leafIds("team"));
const people = `query ($after: String, $team: ID) { people(filter: { team: $team }, first: 50, after: $after) { nodes { firstName lastName site { name } queues { name } } } }`;
const person = `query ($agent: ID!, $window: TimeWindow!) { person(by: { agentId: $agent }) { firstName currentState { state } activities(window: $window) { nodes { startTime type { name } } } } }`;
const activities = `query ($window: TimeWindow!, $team: ID) { activities(window: $window, filter: { team: $team }) { nodes { startTime person { firstName } type { name } } } }`;

/** Questions about the support staff, each with variables that are drawn; the shipped ones are most of them. */
export const questions: readonly ((random: Random, nowMs: number) => Question)[] = [
  (random, nowMs) => ({
    document: documentOf("wallboard"),
    variables: { team: team(random), window: windowAt(nowMs, 0) },
  }),
  (random, nowMs) => ({
    document: documentOf("staffing-day"),
    variables: {
      window: windowAt(nowMs, random.integer(-7, 7)),
      channel: random.pick(["PHONE", "EMAIL", "CHAT"]),
    },
  }),
  (random, nowMs) => ({
    document: documentOf("adherence"),
    variables: { window: windowAt(nowMs, random.integer(-7, -1)), team: team(random) },
  }),
  (random, nowMs) => ({
    document: documentOf("time-off-inbox"),
    variables: { since: windowAt(nowMs, random.integer(-60, -1)).start },
  }),
  (random) => ({ document: people, variables: { team: random.chance(0.5) ? team(random) : null } }),
  (random, nowMs) => ({
    document: person,
    variables: { agent: agentId(random.integer(1, 120)), window: windowAt(nowMs, random.integer(-2, 2)) },
  }),
  (random, nowMs) => ({
    document: activities,
    variables: { team: team(random), window: windowAt(nowMs, random.integer(-7, 7)) },
  }),
];
