import { assembled } from "../../src/assembled/index.ts";
import { assembly } from "../../src/assembly/index.ts";
import { upstreamOf } from "../../src/resolving/system.ts";
import type { Call } from "../../src/rest/call.ts";
import type { LooseArguments, LooseEndpoint } from "../../src/rest/endpoint.ts";
import type { UpstreamDefinition } from "../../src/rest/upstream.ts";
import { web1on1 } from "../../src/web1on1/index.ts";
import { testClock } from "../support/clock.ts";

const baseUrl = "http://upstream.test";

/** The three systems as the gateway knows them, with credentials that need no log-in. */
export const systems: readonly UpstreamDefinition[] = [
  upstreamOf(assembly, { baseUrl, apiKey: "key" }, testClock()),
  upstreamOf(assembled, { baseUrl, apiKey: "key", apiVersion: "2024-05-22" }, testClock()),
  upstreamOf(web1on1, { baseUrl, credentials: { token: "key" }, callsInferred: true }, testClock()),
];

/** A row of one of the three, with arguments that it takes. */
export interface SystemRow {
  readonly definition: UpstreamDefinition;
  /** `assembly accounts.getById`. */
  readonly name: string;
  readonly noun: string;
  readonly row: LooseEndpoint;
  readonly args: LooseArguments;
}

/** An id of each kind that stands in a path, by the names that it goes by. */
const ids: Readonly<Record<string, string>> = {
  domain: "acme.example",
  companyDomain: "acme.example",
  email: "ann@acme.example",
  type: "Tier",
};

/** Also a UUID is opaque where ids are opaque, and its first digits are those of an object id. */
const uuid = "0193a1b2-c3d4-4e5f-8a6b-7c8d9e0f1a2b";

function argumentsOf({ effect, path }: LooseEndpoint): LooseArguments {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const idOf = (name: string) =>
    ids[name] ?? (name.endsWith("_id") ? uuid.replaceAll("-", "").slice(0, 24) : uuid);
  return {
    ...Object.fromEntries(names.map((name) => [name, idOf(name)])),
    ...(effect !== "read" && { body: {} }),
  };
}

/** Every row of the three. */
export const systemRows: readonly SystemRow[] = systems.flatMap((definition) =>
  Object.entries(definition.api).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, row]) => ({
      definition,
      name: `${definition.name} ${noun}.${verb}`,
      noun,
      row: row as LooseEndpoint,
      args: argumentsOf(row as LooseEndpoint),
    })),
  ),
);

/**
 * Rows that name no object, neither in their path nor in what is sent, so that a 404 says nothing of one: lists, what
 * creates beside nothing else, and the gateway's own user.
 */
export const namingNothing: ReadonlySet<string> = new Set([
  "assembly accounts.list",
  "assembly accounts.create",
  "assembly accounts.upsertWithoutIdentifier",
  "assembly contacts.list",
  "assembly labels.list",
  "assembly labels.listByType",
  "assembly labels.create",
  "assembly usageLogs.list",
  "assembly usageLogs.create",
  "assembly interactions.create",
  "assembled people.list",
  "assembled people.create",
  "assembled forecasts.list",
  "assembled forecastTotals.list",
  "assembled forecastTotals.create",
  "assembled forecastedVsActuals.list",
  "assembled requirements.list",
  "assembled requirements.create",
  "assembled requirementTypes.list",
  "assembled conversations.bulk",
  "assembled qaScores.bulk",
  "assembled activities.list",
  "assembled activities.create",
  "assembled activities.bulk",
  "assembled activities.deleteWindow",
  "assembled activityTypes.list",
  "assembled agentStates.list",
  "assembled agentStates.condensedTimeline",
  "assembled agentStates.create",
  "assembled agentStates.associate",
  "assembled agentStates.edit",
  "assembled agentStates.editHistory",
  "assembled eventChanges.list",
  "assembled activityTypes.create",
  "assembled roles.list",
  "assembled queues.list",
  "assembled sites.list",
  "assembled teams.list",
  "assembled skills.list",
  "assembled shiftPatterns.list",
  "assembled shiftPatterns.create",
  "assembled shiftPatterns.assign",
  "assembled shiftPatterns.unassign",
  "assembled timeOff.requests",
  "assembled timeOff.updates",
  "assembled timeOff.create",
  "web1on1 auth.createToken",
  "web1on1 auth.refreshToken",
  "web1on1 auth.refreshTokenPost",
  "web1on1 users.list",
  "web1on1 users.create",
  "web1on1 users.me",
  "web1on1 users.myOrganizations",
  "web1on1 organizations.list",
  "web1on1 organizations.create",
  "web1on1 orgGroups.list",
  "web1on1 orgGroups.create",
  "web1on1 bots.list",
  "web1on1 bots.create",
  "web1on1 botInstances.list",
  "web1on1 botInstances.create",
  "web1on1 services.list",
  "web1on1 services.create",
  "web1on1 forms.list",
  "web1on1 forms.create",
]);

/** Calls a row whose types are not known. */
export const callRow = (call: Call, row: LooseEndpoint, args: LooseArguments): Promise<unknown> =>
  (call as unknown as (row: LooseEndpoint, args: LooseArguments) => Promise<unknown>)(row, args);
