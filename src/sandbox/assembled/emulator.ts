import { activities } from "../../assembled/activity/endpoints.ts";
import { activityTypes } from "../../assembled/activity-type/endpoints.ts";
import { agentStates } from "../../assembled/agent-state/endpoints.ts";
import { conversations } from "../../assembled/conversation/endpoints.ts";
import { eventChanges } from "../../assembled/event-change/endpoints.ts";
import { forecasts } from "../../assembled/forecast/endpoints.ts";
import { forecastTotals } from "../../assembled/forecast-total/endpoints.ts";
import { forecastedVsActuals } from "../../assembled/forecasted-vs-actual/endpoints.ts";
import { queues, sites, skills, teams } from "../../assembled/group/endpoints.ts";
import { pathParameters } from "../../assembled/ids.ts";
import { people } from "../../assembled/person/endpoints.ts";
import { qaScores } from "../../assembled/qa-score/endpoints.ts";
import { reports } from "../../assembled/report/endpoints.ts";
import { requirements } from "../../assembled/requirement/endpoints.ts";
import { requirementTypes } from "../../assembled/requirement-type/endpoints.ts";
import { roles } from "../../assembled/role/endpoints.ts";
import { timeOff } from "../../assembled/time-off/endpoints.ts";
import type { NounNames } from "../../generated/nouns.ts";
import { createEmulator } from "../create-emulator.ts";
import type { AssembledData } from "../data/assembled/stored.ts";
import {
  type EmulatedRequest,
  type Emulator,
  type EmulatorSettings,
  type ServedNoun,
  serve,
} from "../emulator.ts";
import { uuidMaker } from "../random.ts";
import { realTime } from "../real-time.ts";
import { startable } from "../startable.ts";
import { createActivityHandlers } from "./activities.ts";
import { createActivityTypeHandlers } from "./activity-types.ts";
import { createAgentStateHandlers } from "./agent-states.ts";
import { createConversationHandlers } from "./conversations.ts";
import { assembledCredentials } from "./credentials.ts";
import { assembledData } from "./data.ts";
import { varyingErrors } from "./errors.ts";
import { createEventChangeHandlers } from "./event-changes.ts";
import { createForecastTotalHandlers } from "./forecast-totals.ts";
import { createForecastedVsActualHandlers } from "./forecasted-vs-actuals.ts";
import { createForecastHandlers } from "./forecasts.ts";
import { createGroupHandlers, wholeCollection } from "./groups.ts";
import { assembledLimits } from "./limits.ts";
import { createPeopleHandlers } from "./people.ts";
import { createQaScoreHandlers } from "./qa-scores.ts";
import { createReportHandlers } from "./reports.ts";
import { createRequirementHandlers } from "./requirements.ts";
import { serveShiftPatterns } from "./shift-patterns.ts";
import { createState } from "./state.ts";
import { createTimeOffHandlers } from "./time-off.ts";

/** Choices for the emulated Assembled. */
export interface AssembledEmulatorOptions {
  /** @default the key of the sandbox */
  readonly apiKey?: string;
  /**
   * Whether people come with the queues and skills they refer to as well. The real service was seen to send them
   * although its documentation does not say so. @default false
   */
  readonly sideLoadQueues?: boolean;
  /** The status by which shift patterns refuse an account that was not invited to their beta. @default they are open */
  readonly shiftPatternsAnswer?: 403 | 404;
  /** Time that reports take. @default a second and a half */
  readonly reportMs?: number;
  /** Whether reports end with an error. @default false */
  readonly reportsFail?: boolean;
}

/** Every version of the changelog (assembled-v0.txt:3132-3148); the header may also be left out. */
export const acceptedApiVersions: ReadonlySet<string> = new Set([
  "2024-06-04",
  "2024-05-22",
  "2024-02-27",
  "2022-12-02",
  "2022-03-21",
  "2019-06-20",
  "2019-02-22",
]);

/** Assembled as its documentation describes it. */
export function createAssembledEmulator(
  data: AssembledData,
  settings: EmulatorSettings,
  options: AssembledEmulatorOptions = {},
): Emulator {
  const { apiKey = assembledCredentials.apiKey, sideLoadQueues = false, shiftPatternsAnswer } = options;
  const { reportMs = 1_500, reportsFail = false } = options;
  const state = createState(data);
  const errorReply = varyingErrors();
  const nouns: Record<NounNames["assembled"], ServedNoun> = {
    people: serve(people, createPeopleHandlers(state, { sideLoadQueues })),
    activities: serve(activities, createActivityHandlers(state)),
    agentStates: serve(agentStates, createAgentStateHandlers(state)),
    eventChanges: serve(eventChanges, createEventChangeHandlers(state)),
    activityTypes: serve(activityTypes, createActivityTypeHandlers(state)),
    roles: serve(roles, wholeCollection("roles", state.roles)),
    queues: serve(queues, createGroupHandlers("queues", state)),
    sites: serve(sites, createGroupHandlers("sites", state)),
    teams: serve(teams, createGroupHandlers("teams", state)),
    reports: serve(reports, createReportHandlers(state, { reportMs, reportsFail })),
    skills: serve(skills, createGroupHandlers("skills", state)),
    timeOff: serve(timeOff, createTimeOffHandlers(state)),
    shiftPatterns: serveShiftPatterns(state, shiftPatternsAnswer),
    forecasts: serve(forecasts, createForecastHandlers(state)),
    forecastTotals: serve(forecastTotals, createForecastTotalHandlers(state)),
    forecastedVsActuals: serve(forecastedVsActuals, createForecastedVsActualHandlers(state)),
    requirements: serve(requirements, createRequirementHandlers(state)),
    requirementTypes: serve(requirementTypes, wholeCollection("requirement_types", state.requirementTypes)),
    conversations: serve(conversations, createConversationHandlers(state)),
    qaScores: serve(qaScores, createQaScoreHandlers(state)),
  };

  return createEmulator({
    routes: nouns,
    pathParameters,
    settings,
    limits: assembledLimits(),
    authenticate: (request) =>
      isAllowed(request, apiKey) ? undefined : errorReply(401, "a valid API key is required"),
    before: ({ headers }) => {
      const version = headers["api-version"];
      return version === undefined || acceptedApiVersions.has(version)
        ? undefined
        : errorReply(400, `API-Version ${version} does not exist`);
    },
    requestId: uuidMaker("assembled/request"),
    errorReply,
  });
}

/** The key is the user name and the password is empty; Bearer is not supported (assembled-v0.txt:20-24). */
function isAllowed({ headers }: EmulatedRequest, apiKey: string): boolean {
  const encoded = /^basic +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  return encoded !== undefined && Buffer.from(encoded, "base64").toString() === `${apiKey}:`;
}

/** The emulated Assembled, as the gateway starts it. */
export const assembledEmulator = startable({
  create: (nowMs) => createAssembledEmulator(assembledData(nowMs), realTime),
  settings: (origin) => ({ ASSEMBLED_URL: origin, ASSEMBLED_API_KEY: assembledCredentials.apiKey }),
});
