/** Names of the nouns of each system, as its endpoints export them. */
export interface NounNames {
  readonly assembled: "activityTypes" | "activities" | "agentStates" | "conversations" | "eventChanges" | "forecastTotals" | "forecasts" | "forecastedVsActuals" | "queues" | "sites" | "teams" | "skills" | "people" | "qaScores" | "reports" | "requirementTypes" | "requirements" | "roles" | "shiftPatterns" | "timeOff";
  readonly assembly: "accounts" | "additionalProperties" | "contacts" | "interactions" | "labels" | "usageLogs";
  readonly web1on1: "botInstances" | "bots" | "organizationCategories" | "formFields" | "forms" | "orgGroups" | "orgGroupMembers" | "organizations" | "services" | "auth" | "users" | "organizationWorkflows";
}