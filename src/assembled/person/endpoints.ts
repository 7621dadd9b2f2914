import { directory } from "../../rest/cache-policy.ts";
import { entriesIn, optionalRecord, requireRecord } from "../../rest/message/shape.ts";
import type { KeptRead } from "../../rest/row-facts.ts";
import { DELETE, endpoints, GET, PATCH, POST } from "../endpoints.ts";
import type { GroupJson } from "../group/endpoints.ts";
import { totalIn } from "../offset-page.ts";
import { personRows } from "./row-facts.ts";

/** A member of the support staff as Assembled answers it. */
export interface PersonJson {
  readonly id: string;
  /** The id that activities use: another space than `id`; absent for people without an agent. */
  readonly agent_id?: string | null;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  /** IANA name, sometimes empty. */
  readonly timezone?: string | null;
  readonly imported_id?: string | null;
  /** Older replies carry one role beside, or instead of, `roles`. */
  readonly role?: string | null;
  readonly roles?: readonly string[] | null;
  /** `Agent` or `Admin`, in any case. */
  readonly agent_role?: string | null;
  readonly channels?: readonly string[] | null;
  readonly site?: string | null;
  readonly teams?: readonly string[] | null;
  readonly queues?: readonly string[] | null;
  readonly skills?: readonly string[] | null;
  /** Id of the person on each platform, by platform name. */
  readonly platforms?: Readonly<Record<string, string>> | null;
  /** Unix seconds. */
  readonly start_date?: number | null;
  /** Unix seconds. */
  readonly end_date?: number | null;
  /** Unix seconds. */
  readonly created_at?: number | null;
  readonly deleted?: boolean;
  readonly staffable?: boolean;
}

/** Filters, order and page of the roster (assembled-v0.txt:155-171). */
export interface PeopleQuery {
  readonly channel?: readonly string[] | undefined;
  readonly team?: string | undefined;
  readonly site?: string | undefined;
  readonly restricted_site?: string | undefined;
  readonly queue?: string | undefined;
  readonly skill?: string | undefined;
  readonly role?: string | undefined;
  readonly include_deleted?: boolean | undefined;
  readonly search?: string | undefined;
  readonly sort_by?: "first_name" | "last_name" | "role" | undefined;
  readonly sort_direction?: "ascending" | "descending" | undefined;
  /** At most 500. */
  readonly limit: number;
  readonly offset: number;
}

/** A page of people with the teams and sites they belong to; map order is the sort order. */
export interface PeoplePageJson {
  readonly people: Readonly<Record<string, PersonJson>>;
  readonly teams?: Readonly<Record<string, GroupJson>>;
  readonly sites?: Readonly<Record<string, GroupJson>>;
  readonly queues?: Readonly<Record<string, GroupJson>>;
  readonly skills?: Readonly<Record<string, GroupJson>>;
  readonly total: number;
}

/** Writable fields of a person. */
export interface PersonBody {
  readonly imported_id?: string | null;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly email?: string;
  readonly timezone?: string;
  /** One role on write, although reads carry a list. */
  readonly role?: string;
  readonly restricted_sites?: readonly string[];
  readonly staffable?: boolean;
  readonly channels?: readonly string[];
  readonly site?: string | null;
  readonly teams?: readonly string[];
  readonly queues?: readonly string[];
  readonly skills?: readonly string[];
  readonly platforms?: Readonly<Record<string, string>>;
  /** Unix seconds. */
  readonly start_date?: number | null;
  /** Unix seconds. */
  readonly end_date?: number | null;
}

/** A person to create. */
export interface NewPersonBody extends PersonBody {
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly timezone: string;
  readonly role: string;
  readonly staffable: boolean;
  readonly send_invite_email?: boolean;
}

type CreatedJson = PersonJson | { readonly people: readonly PersonJson[] };

/** A list without people or without their number must not pass for one that is empty or at its end. */
function pageIn(wire: PeoplePageJson): PeoplePageJson {
  entriesIn(wire.people);
  totalIn(wire);
  return wire;
}

/** A write that says nothing of what it made may have made it. */
function peopleIn(created: readonly PersonJson[]): PersonJson[] {
  if (created.length === 0) throw new TypeError("The write answered no person.");
  return created.map((person) => requireRecord(person));
}

/** The largest page of people (assembled-v0.txt:170). */
export const peoplePageSize = 500;

/** Parameters of a read of activities that asks for no group of people, so that none of theirs can be another after a change. */
const ofAgents: ReadonlySet<string> = new Set([
  "start_time",
  "end_time",
  "include_activity_types",
  "agents",
  "types",
  "schedule_id",
]);

/** Whether a read of activities does not depend on the groups of people. */
const asksForAgents = ({ url }: KeptRead): boolean =>
  [...url.searchParams.keys()].every((name) => ofAgents.has(name));

/** Shows whether a person was created. */
const personOfEmail = "query ($email: EmailAddress!) { person(by: { email: $email }) { id } }";

/**
 * People: assembled-v0.txt:95-485. Activities, states and metrics can be asked for by the groups of their people, states and
 * changes carry names, and people count as scheduled where they are required.
 */
export const people = endpoints(
  {
    cache: directory,
    invalidates: [
      "people",
      "activities",
      "agentStates",
      "eventChanges",
      "forecastedVsActuals",
      "requirements",
    ],
    reconcile: personOfEmail,
    rows: personRows,
  },
  {
    list: GET("/v0/people").query<PeopleQuery>().returns(pageIn),
    get: GET("/v0/people/{id}").returns(requireRecord<PersonJson>),
    /** One person comes back bare, several in a list. */
    create: POST("/v0/people")
      .invalidates("people")
      .adds("people")
      .body<{ readonly people: readonly NewPersonBody[] }>()
      .returns((wire: CreatedJson) => peopleIn("people" in wire ? wire.people : [wire])),
    update: PATCH("/v0/people/{id}")
      .sets("people", "id")
      .spares("activities", asksForAgents)
      .body<PersonBody>()
      .returns((wire: { readonly people?: readonly PersonJson[] } | undefined) =>
        optionalRecord(wire?.people?.[0]),
      ),
    /** Soft unless `hard` is true. */
    delete: DELETE("/v0/people/{id}")
      .invalidates(
        "people",
        "activities",
        "agentStates",
        "eventChanges",
        "forecastedVsActuals",
        "requirements",
        "shiftPatterns",
        "timeOff",
      )
      .removes("people", "id")
      .query<{ readonly hard?: boolean }>()
      .returns<{ readonly id: string }>(),
  },
);
