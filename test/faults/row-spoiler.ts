import type { Transport } from "../../src/rest/exchange.ts";
import { emulatedTransport } from "../support/emulated-transport.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import type { SystemName } from "../support/sandbox.ts";

type Json = Record<string, unknown>;

/** Where a list stands in the answer of its read. */
export interface SpoiledList {
  readonly system: SystemName;
  readonly path: string;
  /** A list of rows, or a map of them. */
  rowsIn(body: Json): readonly Json[] | Readonly<Record<string, Json>>;
}

/** A row of a list, and what is put into some of its fields. */
export interface Spoiling {
  readonly list: SpoiledList;
  /** Place of the row in the list. */
  readonly at: number;
  readonly values: Readonly<Json>;
}

/** A gateway whose systems answer one row otherwise than the sandbox has it, as long as that is wanted. */
export interface SpoiledGateway extends TestGateway {
  /** The rows of a list as they were answered last, by their key in the map or their place. */
  rowsIn(list: SpoiledList): readonly (readonly [key: string, row: Json])[];
  spoil(spoiling: Spoiling | undefined): void;
}

const inMap = (name: string) => (body: Json) => body[name] as Readonly<Record<string, Json>>;
const inEnvelope = (name: string) => (body: Json) => (body[name] as { data: readonly Json[] }).data;
const assembly = (path: string, rowsIn: SpoiledList["rowsIn"]) => ({
  system: "assembly" as const,
  path,
  rowsIn,
});
const assembled = (name: string) => ({
  system: "assembled" as const,
  path: `/v0/${name}`,
  rowsIn: inMap(name),
});
const web1on1 = (path: string, rowsIn: SpoiledList["rowsIn"]) => ({
  system: "web1on1" as const,
  path: `/v2${path}`,
  rowsIn,
});

/** Every list of rows that a system answers, by the field of `Query` that shows it. */
export const spoiledLists = {
  accounts: assembly("/accounts", inEnvelope("accounts")),
  contacts: assembly("/contacts", inEnvelope("contacts")),
  usageLogs: assembly("/usage", inEnvelope("logs")),
  labels: assembly("/accounts/labels", (body) => body.labels as readonly Json[]),
  people: assembled("people"),
  activities: assembled("activities"),
  activityTypes: assembled("activity_types"),
  agentStates: {
    ...assembled("agents/state"),
    rowsIn: (body: Json) => body.agent_states as readonly Json[],
  },
  agentStateEdits: {
    ...assembled("agents/state/edit/history"),
    rowsIn: (body: Json) => body as unknown as readonly Json[],
  },
  eventChanges: assembled("event_changes"),
  forecastTotals: {
    system: "assembled" as const,
    path: "/v0/forecasts/totals",
    rowsIn: (body) => body.forecasts as readonly Json[],
  },
  forecastedVsActuals: {
    system: "assembled" as const,
    path: "/v0/forecasted_vs_actuals",
    rowsIn: (body) => body.forecasts_vs_actuals as readonly Json[],
  },
  requirementTypes: assembled("requirement_types"),
  roles: assembled("roles"),
  queues: assembled("queues"),
  sites: assembled("sites"),
  teams: assembled("teams"),
  skills: assembled("skills"),
  timeOffRequests: { ...assembled("time_off_requests"), path: "/v0/time_off/requests" },
  timeOffUpdates: { ...assembled("time_off_updates"), path: "/v0/time_off/updates" },
  shiftPatterns: {
    system: "assembled",
    path: "/v0/shift_patterns",
    rowsIn: (body) => body as unknown as readonly Json[],
  },
  users: web1on1("/users", (body) => body as unknown as readonly Json[]),
  organizations: web1on1("/organizations", (body) => body as unknown as readonly Json[]),
  bots: web1on1("/bots", (body) => body as unknown as readonly Json[]),
  botInstances: web1on1("/botinstances", (body) => body as unknown as readonly Json[]),
  services: web1on1("/services", (body) => body as unknown as readonly Json[]),
  forms: web1on1("/forms", (body) => body as unknown as readonly Json[]),
  viewerOrganizations: web1on1("/users/me/organizations", (body) => body.organizations as readonly Json[]),
} satisfies Readonly<Record<string, SpoiledList>>;

const filters = ["bot", "id", "organization", "parent"];

/** Makes a gateway that keeps nothing, so that each operation sees what is answered now. */
export function spoiledGateway(): SpoiledGateway {
  let spoiling: Spoiling | undefined;
  const answered = new Map<string, string>();
  const transport: Transport = async (request) => {
    const response = await emulated(request);
    const { hostname, pathname } = request.url;
    const text = await textOf(response.body);
    // Rows that a filter selects stand in other places.
    const isList = !filters.some((name) => request.url.searchParams.has(name));
    if (isList) answered.set(hostname + pathname, text);
    const isMeant = isList && spoiling && hostname + pathname === placeOf(spoiling.list);
    return { ...response, body: chunk(isMeant ? spoiled(text, spoiling as Spoiling) : text) };
  };
  const made = gateway({
    sandbox: { enforceLimits: false, sizes: { people: 12 } },
    parts: { transport, limits: false, reads: { keeps: false, shares: false } },
  });
  const emulated = emulatedTransport(made.sandbox, () => {});
  return {
    ...made,
    rowsIn: (list) => Object.entries(list.rowsIn(JSON.parse(answered.get(placeOf(list)) ?? "null"))),
    spoil(wanted) {
      spoiling = wanted;
    },
  };
}

const placeOf = ({ system, path }: SpoiledList): string => `${system}.test${path}`;

function spoiled(text: string, { list, at, values }: Spoiling): string {
  const body = JSON.parse(text) as Json;
  const row = Object.values(list.rowsIn(body))[at];
  // Not by assignment, which would take `__proto__` for something else.
  for (const [name, value] of Object.entries(values)) {
    if (row)
      Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return JSON.stringify(body);
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const each of body) chunks.push(each);
  return Buffer.concat(chunks).toString();
}

async function* chunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
