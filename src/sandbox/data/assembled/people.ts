import { unixSeconds } from "../day.ts";
import { agentId, groupId, personId, userId } from "../ids.ts";
import { at, human } from "../names.ts";
import { personEmail, showcaseStaffCount, staffLink, staffUserId } from "../staff.ts";
import { leafIds, roles } from "./groups.ts";
import type { StoredPerson } from "./stored.ts";

/** The team that the showcase is about. */
export const showcaseTeamId = groupId("team/Chat Frontline");

const sites = leafIds("site");
const teams = leafIds("team").filter((id) => id !== showcaseTeamId);
const queues = leafIds("queue");
const skills = leafIds("skill");
const channels = ["chat", "email", "phone", "sms", "social"];

/** The staff, then one person or two for each join case. */
export function people(count: number, anchorMs: number): StoredPerson[] {
  return [
    ...Array.from({ length: count }, (_, number) => staffMember(number, anchorMs)),
    ...caseCast(anchorMs),
  ];
}

/** Whether a staff member has left. */
export const hasLeft = (number: number): boolean => number >= showcaseStaffCount && number % 17 === 11;

/** Whether a staff member is on no schedule, and so has no agent id. */
export const isAgentless = (number: number): boolean => number >= showcaseStaffCount && number % 19 === 4;

function staffMember(number: number, anchorMs: number): StoredPerson {
  const { givenName, familyName, timezone } = human(number);
  const link = staffLink(number);
  const serves = number < showcaseStaffCount || number % 12 === 0;
  return {
    id: personId(number),
    ...agentIdField(number),
    first_name: givenName,
    last_name: familyName,
    email: personEmail(number),
    timezone: number % 23 === 22 ? "" : timezone,
    imported_id: link === "imported" ? staffUserId(number) : number % 4 === 0 ? `hr-${number}` : null,
    ...roleFields(number),
    agent_role: at(["Agent", "agent", "Agent", "Admin"], number),
    channels: channels.slice(0, 1 + (number % 4)),
    site: number % 21 === 20 ? null : at(sites, number),
    teams: [...(serves ? [showcaseTeamId] : []), ...(number % 3 === 0 && serves ? [] : [at(teams, number)])],
    queues: [at(queues, number), ...(number % 4 === 1 ? [at(queues, number + 2)] : [])],
    skills: [at(skills, number), ...(number % 3 === 1 ? [at(skills, number + 4)] : [])],
    platforms: {
      zendesk: String(360_000 + number),
      ...(link === "platform" ? { web1on1: staffUserId(number) } : {}),
    },
    start_date: unixSeconds(anchorMs, -400 - number),
    end_date: hasLeft(number) ? unixSeconds(anchorMs, -3) : null,
    created_at: unixSeconds(anchorMs, -410 - number),
    deleted: hasLeft(number),
    staffable: !isAgentless(number),
  };
}

// Upstream it is absent, null or empty; all three mean the same.
function agentIdField(number: number): Pick<StoredPerson, "agent_id"> {
  if (!isAgentless(number)) return { agent_id: agentId(number) };
  return at([{}, { agent_id: null }, { agent_id: "" }], number);
}

// Older replies carry one role beside, or instead of, the list.
function roleFields(number: number): Pick<StoredPerson, "role" | "roles"> {
  const role = at(roles, number % 5 === 0 ? number : 0).id;
  if (number % 13 === 6) return { role };
  return number % 13 === 7 ? { role, roles: [role] } : { roles: [role] };
}

interface Part {
  readonly key: string;
  readonly email: string;
  readonly deleted?: true;
  readonly importedId?: string;
  readonly web1on1?: string;
}

// The users that these meet are in users.ts under the same words.
const cast: readonly Part[] = [
  { key: "platform-over-email", email: "mara.platform@helpdesk.example", web1on1: userId("platform-target") },
  { key: "dangling-platform", email: "dora.dangling@helpdesk.example", web1on1: userId("(never existed)") },
  {
    key: "imported-archived",
    email: "ivo.imported@helpdesk.example",
    importedId: userId("imported-archived"),
  },
  { key: "ambiguous", email: "two.users@helpdesk.example" },
  { key: "archived-only", email: "arno.archived@helpdesk.example" },
  { key: "archived-and-living", email: "lena.living@helpdesk.example" },
  { key: "deleted-twin", email: "tess.twin@helpdesk.example", deleted: true },
  { key: "living-twin", email: "Tess.Twin@helpdesk.example" },
  { key: "deleted-only", email: "dirk.deleted@helpdesk.example", deleted: true },
  { key: "no-match", email: "nora.nomatch@helpdesk.example" },
];

function caseCast(anchorMs: number): StoredPerson[] {
  return cast.map(({ key, email, deleted, importedId, web1on1 }, place) => {
    const [first = "", last = ""] = email
      .toLowerCase()
      .split(/[.@]/)
      .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
    return {
      id: personId(key),
      agent_id: agentId(key),
      first_name: first,
      last_name: last,
      email,
      timezone: "Europe/Amsterdam",
      imported_id: importedId ?? null,
      roles: [at(roles, 0).id],
      agent_role: "agent",
      channels: ["chat"],
      site: at(sites, 0),
      teams: [groupId("team/Quality")],
      queues: [],
      skills: [],
      platforms: web1on1 === undefined ? null : { web1on1 },
      start_date: unixSeconds(anchorMs, -200),
      end_date: null,
      created_at: unixSeconds(anchorMs, -200 + place),
      deleted: deleted ?? false,
      staffable: true,
    };
  });
}
