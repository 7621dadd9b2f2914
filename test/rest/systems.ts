import { assembledUpstream } from "../../src/assembled/upstream.ts";
import { assemblyUpstream } from "../../src/assembly/upstream.ts";
import type { Call } from "../../src/rest/call.ts";
import type { LooseEndpoint } from "../../src/rest/endpoint.ts";
import type { LooseArguments } from "../../src/rest/request.ts";
import type { UpstreamDefinition } from "../../src/rest/upstream.ts";
import { web1on1Upstream } from "../../src/web1on1/upstream.ts";
import { testClock } from "../support/clock.ts";

const baseUrl = "http://upstream.test";

/** The three systems as the gateway knows them, with credentials that need no log-in. */
export const systems: readonly UpstreamDefinition[] = [
  assemblyUpstream({ baseUrl, apiKey: "key" }),
  assembledUpstream({ baseUrl, apiKey: "key", apiVersion: "2024-05-22" }),
  web1on1Upstream({ baseUrl, credentials: { token: "key" }, clock: testClock() }),
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

/** Calls a row whose types are not known. */
export const callRow = (call: Call, row: LooseEndpoint, args: LooseArguments): Promise<unknown> =>
  (call as unknown as (row: LooseEndpoint, args: LooseArguments) => Promise<unknown>)(row, args);
