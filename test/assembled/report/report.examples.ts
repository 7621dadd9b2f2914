import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, quoted, windowOf } from "../../support/examples.ts";
import { unknownUuid } from "../keys.ts";

const teamId = showcase.team.id;
/** Six hours until now: tests take place at half past ten. */
const day = windowOf(-0.25, 0.25);
const quarter = windowOf(-90, 90);

/** Reports. */
export const examples: NounExamples = {
  arguments: ({ assembled: { people, queues, reports } }) => ({
    Query: {
      report: [...reports.map(({ id }) => `(id: "${id}")`), `(id: "${unknownUuid}")`],
      adherenceReport: [
        `(window: ${day}, channel: EMAIL, interval: HOUR, person: { id: "${showcase.person.personId}" })`,
        `(window: ${quarter}, channel: CHAT, interval: WEEK, filter: { team: "${teamId}" })`,
        `(window: ${day}, channel: CHAT, interval: HOUR, filter: { team: "${teamId}" })`,
      ],
      agentTicketStatsReport: [
        `(window: ${day}, channel: CHAT, interval: HALF_HOUR, queue: ${quoted(queues[1]?.id)}, filter: { team: "${teamId}" })`,
      ],
      agentStateHandleTimesReport: [
        `(window: ${day}, channel: CHAT, interval: HOUR, person: { agentId: "${showcase.person.agentId}" })`,
      ],
    },
    Report: {
      metrics: [`(first: 0)`, `(names: [])`, `(first: 30, type: INTERVAL)`, `(first: 20)`],
    },
    Mutation: {
      startReport: [
        `(input: { type: ADHERENCE, window: ${day}, channel: CHAT, interval: HOUR, person: { email: ${quoted(people[2]?.email)} } })`,
        `(input: { type: AGENT_TICKET_STATS, window: ${quarter}, channel: CHAT, interval: DAY })`,
        `(input: { type: AGENT_STATE_HANDLE_TIMES, window: ${day}, channel: PHONE, interval: HOUR })`,
      ],
    },
  }),
  nodes: [
    {
      system: "assembled",
      type: "Report",
      listed: () => [],
      unlisted: ({ assembled }) => idsOf(assembled.reports),
      asked: ({ assembled }) => idsOf(assembled.reports.slice(0, 1)),
      point: (id) => `/v0/reports/${id}`,
      unknownId: unknownUuid,
    },
  ],
};
