import { type Contract, type DocumentedEndpoint, documentedIn } from "./contract.ts";

const row = documentedIn("assembled-v0.txt");

/** What every report takes. */
const REPORT = "start_time! end_time! interval! channel! queue_id agent_id filters report_type";

/** Every endpoint of Assembled as documented. The one documented report route stands here once per report type. */
const documented: readonly DocumentedEndpoint[] = [
  row("people.list", "GET", "/v0/people", 95, "read", {
    query: `channel team site restricted_site queue skill role include_deleted search sort_by sort_direction
      limit offset`,
  }),
  row("people.get", "GET", "/v0/people/{id}", 173, "read"),
  row("people.create", "POST", "/v0/people", 209, "create", { body: "people!" }),
  row("people.update", "PATCH", "/v0/people/{id}", 372, "idempotent", {
    body: `imported_id first_name last_name email timezone role restricted_sites staffable channels site teams
      queues skills platforms start_date end_date`,
  }),
  row("people.delete", "DELETE", "/v0/people/{id}", 455, "idempotent", { query: "hard" }),

  row("roles.list", "GET", "/v0/roles", 491, "read"),

  row("agentStates.create", "POST", "/v0/agents/state", 546, "create", {
    body: "agent_platform_id! time! state",
  }),
  row("agentStates.list", "GET", "/v0/agents/state", 569, "read", {
    query: "agent_id platforms channel queue site team skill start_time! end_time! limit offset",
  }),
  row("agentStates.condensedTimeline", "GET", "/v0/agents/state/condensed_timeline", 687, "read", {
    query: `agent_id platforms priority_order! channel queue site team skill start_time! end_time! limit offset`,
  }),
  row("agentStates.associate", "POST", "/v0/agents/associations", 752, "idempotent", {
    body: "agent_platform_id! agent_id!",
  }),
  row("agentStates.edit", "POST", "/v0/agents/state/edit", 777, "create", { body: "edits!" }),
  row("agentStates.editHistory", "GET", "/v0/agents/state/edit/history", 834, "read", {
    query: "start_time! end_time!",
  }),

  row("activities.create", "POST", "/v0/activities", 944, "create", {
    body: "agent_id! type_id! start_time! end_time! allow_conflicts description schedule_id",
  }),
  row("activities.bulk", "POST", "/v0/activities/bulk", 985, "create", { body: "activities! schedule_id" }),
  row("activities.list", "GET", "/v0/activities", 1037, "read", {
    query: `start_time! end_time! schedule_id include_activity_types include_agents team channel types agents
      return_full_schedule`,
  }),
  row("activities.deleteWindow", "DELETE", "/v0/activities", 1089, "idempotent", {
    body: "start_time! end_time! agent_ids! schedule_id",
  }),

  row("activityTypes.list", "GET", "/v0/activity_types", 1162, "read"),
  row("activityTypes.create", "POST", "/v0/activity_types", 1196, "create", {
    body: `name! channels! short_name productive timeoff background_color font_color import_id timeoff_unit`,
  }),
  row("activityTypes.delete", "DELETE", "/v0/activity_types/{id}", 1235, "idempotent"),

  row("eventChanges.list", "GET", "/v0/event_changes", 1300, "read", {
    query: "start_time! end_time! schedule_id agent_id limit offset",
  }),

  row("conversations.bulk", "POST", "/v0/conversations/bulk", 1385, "idempotent", { body: "conversations!" }),

  row("queues.list", "GET", "/v0/queues", 1436, "read"),
  row("sites.list", "GET", "/v0/sites", 1460, "read"),
  row("teams.list", "GET", "/v0/teams", 1484, "read"),
  row("skills.list", "GET", "/v0/skills", 1507, "read"),
  row("queues.create", "POST", "/v0/queues", 1530, "create", { body: "queues!" }),
  row("sites.create", "POST", "/v0/sites", 1564, "create", { body: "sites!" }),
  row("teams.create", "POST", "/v0/teams", 1598, "create", { body: "teams!" }),
  row("skills.create", "POST", "/v0/skills", 1632, "create", { body: "skills!" }),
  row("queues.delete", "DELETE", "/v0/queues", 1666, "idempotent", { body: "queue_ids!" }),
  row("sites.delete", "DELETE", "/v0/sites", 1675, "idempotent", { body: "site_ids!" }),
  row("teams.delete", "DELETE", "/v0/teams", 1684, "idempotent", { body: "team_ids!" }),
  row("skills.delete", "DELETE", "/v0/skills", 1693, "idempotent", { body: "skill_ids!" }),
  row("queues.update", "PUT", "/v0/queues/{id}", 1702, "idempotent", { body: "name! parent_id" }),
  row("sites.update", "PUT", "/v0/sites/{id}", 1714, "idempotent", { body: "name! parent_id" }),
  row("teams.update", "PUT", "/v0/teams/{id}", 1726, "idempotent", { body: "name! parent_id" }),
  row("skills.update", "PUT", "/v0/skills/{id}", 1738, "idempotent", { body: "name! parent_id" }),

  row("forecasts.list", "GET", "/v0/forecasts", 1770, "read", {
    query: "start_time! end_time! channel! queue",
  }),

  row("forecastTotals.list", "GET", "/v0/forecasts/totals", 1827, "read", {
    query: "start_time! end_time! channel queue value_type",
  }),
  row("forecastTotals.get", "GET", "/v0/forecasts/totals/{id}", 1863, "read"),
  row("forecastTotals.create", "POST", "/v0/forecasts/totals", 1888, "conditional", {
    body: "overwrite forecasts!",
  }),
  row("forecastTotals.delete", "DELETE", "/v0/forecasts/totals/{id}", 1934, "idempotent"),

  row("forecastedVsActuals.list", "GET", "/v0/forecasted_vs_actuals", 2030, "read", {
    query: "start_time! end_time! interval! channel! queue limit offset site schedule_id",
  }),

  row("qaScores.bulk", "POST", "/v0/qa_scores/bulk", 2132, "create", { body: "scores!" }),

  row("reports.create.adherence", "POST", "/v0/reports/adherence", 2246, "idempotent", { body: REPORT }),
  row("reports.create.agentTicketStats", "POST", "/v0/reports/agent_ticket_stats", 2246, "idempotent", {
    body: REPORT,
  }),
  row(
    "reports.create.agentStateHandleTimes",
    "POST",
    "/v0/reports/agent_state_handle_times",
    2246,
    "idempotent",
    { body: REPORT },
  ),
  row("reports.get", "GET", "/v0/reports/{reportID}", 2274, "read", { query: "limit offset metric type" }),

  row("requirements.create", "POST", "/v0/requirements", 2351, "idempotent", {
    body: "requirement_type_id! required! start_time! end_time!",
  }),
  row("requirements.list", "GET", "/v0/requirements", 2371, "read", {
    query: "start_time! end_time! requirement_types",
  }),

  row("requirementTypes.list", "GET", "/v0/requirement_types", 2423, "read"),

  row("timeOff.updates", "GET", "/v0/time_off/updates", 2488, "read", {
    query: "updated_since! type limit offset",
  }),
  row("timeOff.create", "POST", "/v0/time_off", 2536, "create", {
    body: "user_id! description activity_type_id! start_time! end_time! editable receiver_ids",
  }),
  row("timeOff.requests", "GET", "/v0/time_off/requests", 2578, "read", {
    query: "updated_since! type limit offset",
  }),
  row("timeOff.cancel", "POST", "/v0/time_off/{id}/cancel", 2626, "idempotent", { body: "user_id! comment" }),

  row("shiftPatterns.list", "GET", "/v0/shift_patterns", 2787, "read"),
  row("shiftPatterns.get", "GET", "/v0/shift_patterns/{id}", 2880, "read"),
  row("shiftPatterns.create", "POST", "/v0/shift_patterns", 2971, "create", {
    body: "name! timezone! user_id! excluded_duration_seconds description shifts!",
  }),
  row("shiftPatterns.update", "PUT", "/v0/shift_patterns/{id}", 3035, "idempotent", {
    body: "name timezone user_id! excluded_duration_seconds description shifts",
  }),
  row("shiftPatterns.delete", "DELETE", "/v0/shift_patterns/{id}", 3073, "idempotent"),
  row("shiftPatterns.assign", "POST", "/v0/shift_patterns/assign", 3084, "idempotent", {
    body: "shift_pattern_id! agent_ids!",
  }),
  row("shiftPatterns.unassign", "POST", "/v0/shift_patterns/unassign", 3109, "idempotent", {
    body: "agent_ids!",
  }),
];

/** Assembled as it documents itself. */
export const contract: Contract = {
  documented,
  missing: [],
  secondWays: [],
  namedAlternatives: {
    // Its heading has another path than its siblings, and its example calls the list, which has all that it answers.
    "shiftPatterns.get": "shiftPatterns.list",
  },
};
