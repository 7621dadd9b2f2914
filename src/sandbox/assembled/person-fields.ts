import type { NewPersonBody, PersonBody, PersonJson } from "../../assembled/person/endpoints.ts";
import type { StoredPerson } from "../data/assembled/stored.ts";
import { Refusal } from "../refusal.ts";
import { type Fields, flagOf, knownIds, objectOf, secondsOf, textOf, textsOf, timezoneOf } from "./fields.ts";
import type { AssembledState, Collection } from "./state.ts";

/** Fields of a stored person that a body sets. */
export type PersonChanges = Partial<StoredPerson>;

/** Channels that can be on the dashboard (assembled-v0.txt:83). */
export const personChannels: ReadonlySet<string> = new Set(["phone", "email", "chat", "sms", "social"]);

const requiredFields = [
  "first_name",
  "last_name",
  "email",
  "timezone",
  "role",
  "staffable",
] as const satisfies readonly (keyof NewPersonBody)[];

/** 400 unless a person to create has every required field (assembled-v0.txt:355-361). */
export function requireNewPersonFields(fields: Fields): void {
  const missing = requiredFields.find((name) => [undefined, null, ""].includes(fields[name] as null));
  if (missing !== undefined) throw new Refusal(400, `${missing} is required`);
}

/**
 * Reads what a body sets. A field that is absent is no change, null is the empty value of its kind
 * (assembled-v0.txt:433), and what is no writable field, `id` or `agent_role` say, is passed over.
 */
export function personChanges(fields: Fields, state: AssembledState): PersonChanges {
  const changes: PersonChanges = {};
  for (const [name, change] of Object.entries(writable(state))) {
    if (fields[name] !== undefined) Object.assign(changes, change(fields[name], name));
  }
  return changes;
}

/** A person as it is answered: restricted sites are written and filtered by, but never shown. */
export function shownPerson({ restricted_sites: _hidden, ...person }: StoredPerson): PersonJson {
  return person;
}

type Change = (value: unknown, name: string) => PersonChanges;

function writable(state: AssembledState) {
  const ids = (value: unknown, known: { has(id: string): boolean }, name: string) =>
    value === null ? [] : knownIds(textsOf(value, name), known, name);

  return {
    imported_id: (value, name) => ({ imported_id: value === null ? null : textOf(value, name) }),
    first_name: (value, name) => ({ first_name: textOrEmpty(value, name) }),
    last_name: (value, name) => ({ last_name: textOrEmpty(value, name) }),
    email: (value, name) => ({ email: textOrEmpty(value, name) }),
    timezone: (value, name) => ({
      timezone: value === null || value === "" ? "" : timezoneOf(textOf(value, name), name),
    }),
    // One on write, a list on read (assembled-v0.txt:359, 81).
    role: (value, name) => ({ roles: ids(value === null || value === "" ? [] : [value], state.roles, name) }),
    restricted_sites: (value, name) => ({ restricted_sites: ids(value, state.sites, name) }),
    staffable: (value, name) => ({ staffable: value === null ? false : flagOf(value, name) }),
    channels: (value, name) => ({ channels: ids(value, personChannels, name) }),
    site: (value, name) => ({ site: oneId(value, state.sites, name) }),
    teams: (value, name) => ({ teams: ids(value, state.teams, name) }),
    queues: (value, name) => ({ queues: ids(value, state.queues, name) }),
    skills: (value, name) => ({ skills: ids(value, state.skills, name) }),
    platforms: (value, name) => ({ platforms: value === null ? {} : platformsOf(value, name) }),
    start_date: (value, name) => ({ start_date: value === null ? null : secondsOf(value, name) }),
    end_date: (value, name) => ({ end_date: value === null ? null : secondsOf(value, name) }),
  } satisfies Record<keyof PersonBody, Change>;
}

function textOrEmpty(value: unknown, name: string): string {
  return value === null ? "" : textOf(value, name);
}

function oneId(value: unknown, known: Collection<unknown>, name: string): string | null {
  if (value === null || value === "") return null;
  return knownIds([textOf(value, name)], known, name)[0] ?? null;
}

function platformsOf(value: unknown, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectOf(value, name)).map(([platform, id]) => [platform, textOf(id, name)]),
  );
}
