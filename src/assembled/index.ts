import type { System } from "../resolving/system.ts";
import { activity } from "./activity/activity.ts";
import { activityType } from "./activity-type/activity-type.ts";
import { agentState } from "./agent-state/agent-state.ts";
import { conversation } from "./conversation/conversation.ts";
import { assembledEnums } from "./enums.ts";
import { eventChange } from "./event-change/event-change.ts";
import { forecast } from "./forecast/forecast.ts";
import { forecastTotal } from "./forecast-total/forecast-total.ts";
import { forecastedVsActual } from "./forecasted-vs-actual/forecasted-vs-actual.ts";
import { queue, site, skill, team } from "./group/group.ts";
import { person } from "./person/person.ts";
import { qaScore } from "./qa-score/qa-score.ts";
import { report } from "./report/report.ts";
import { requirement } from "./requirement/requirement.ts";
import { requirementType } from "./requirement-type/requirement-type.ts";
import { roles } from "./role/endpoints.ts";
import { role } from "./role/role.ts";
import { shiftPattern } from "./shift-pattern/shift-pattern.ts";
import { facts } from "./system.ts";
import { timeOffRequest } from "./time-off/time-off.ts";

/** Assembled, with everything that the gateway offers of it. */
export const assembled: System = {
  ...facts,
  enums: assembledEnums,
  probe: (call) => call(roles.list),
  nouns: [
    person,
    activity,
    activityType,
    agentState,
    eventChange,
    report,
    role,
    site,
    team,
    queue,
    skill,
    shiftPattern,
    timeOffRequest,
    forecast,
    forecastTotal,
    forecastedVsActual,
    requirement,
    requirementType,
    conversation,
    qaScore,
  ],
};
