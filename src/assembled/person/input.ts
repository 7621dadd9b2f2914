import { badInput } from "../../errors.ts";
import type {
  Channel,
  CreatePersonInput,
  QueryPeopleArgs,
  UpdatePersonInput,
} from "../../generated/resolvers.ts";
import { type IdKind, optionalSourceIdOf, sourceIdOf } from "../../resolving/ids.ts";
import { clearableSourceIdOf, notNull, omitUndefined } from "../../resolving/input.ts";
import { toUnixSeconds } from "../../resolving/time.ts";
import { longestText, within } from "../../text-limits.ts";
import { agentChannels, allowedChannel } from "../channels.ts";
import { queueKind, siteKind, skillKind, teamKind } from "../group/loaders.ts";
import { roleKind } from "../role/role.ts";
import type { NewPersonBody, PeopleQuery, PersonBody } from "./endpoints.ts";

/**
 * Filter and order of people in the words of the upstream.
 * @throws BAD_USER_INPUT for an id that cannot be one of its kind and for a search that is too long.
 */
export function peopleQuery({
  filter,
  sort,
}: Pick<QueryPeopleArgs, "filter" | "sort">): Omit<PeopleQuery, "limit" | "offset"> {
  const search = filter?.search ?? undefined;
  if (search) within(search, longestText.filter, "filter.search");
  return {
    channel: agentChannelsIn(filter?.channels, "filter.channels") ?? undefined,
    team: optionalSourceIdOf(teamKind, filter?.team),
    site: optionalSourceIdOf(siteKind, filter?.site),
    restricted_site: optionalSourceIdOf(siteKind, filter?.restrictedSite),
    queue: optionalSourceIdOf(queueKind, filter?.queue),
    skill: optionalSourceIdOf(skillKind, filter?.skill),
    role: optionalSourceIdOf(roleKind, filter?.role),
    include_deleted: filter?.includeDeleted || undefined,
    search,
    sort_by: sort?.field,
    sort_direction: sort ? (sort.direction === "DESCENDING" ? "descending" : "ascending") : undefined,
  };
}

/** @throws BAD_USER_INPUT for a channel that people do not have. */
const agentChannelsIn = (channels: readonly Channel[] | null | undefined, name: string) =>
  channels?.map((channel) => allowedChannel(channel, agentChannels, name));

/** Null clears a list, as the empty list does. */
const clearableIds = (kind: IdKind, ids: readonly string[] | null | undefined): string[] | undefined =>
  ids === null ? [] : ids?.map((id) => sourceIdOf(kind, id));

const moment = (value: Date | null | undefined): number | null | undefined => value && toUnixSeconds(value);

/** @throws BAD_USER_INPUT unless every platform's id is a string. */
function platformIds(platforms: Readonly<Record<string, unknown>> | null | undefined) {
  if (platforms === null) return {};
  if (platforms === undefined) return undefined;
  const entries = Object.entries(platforms).map(([platform, id]): [string, string] => {
    if (typeof id !== "string") throw badInput(`platforms.${platform} must be a string.`);
    return [platform, id];
  });
  return Object.fromEntries(entries);
}

const sharedFields = (input: UpdatePersonInput | CreatePersonInput) => ({
  imported_id: input.importedId,
  restricted_sites: clearableIds(siteKind, input.restrictedSites),
  channels: input.channels === null ? [] : agentChannelsIn(input.channels, "channels"),
  site: clearableSourceIdOf(siteKind, input.siteId),
  teams: clearableIds(teamKind, input.teams),
  queues: clearableIds(queueKind, input.queues),
  skills: clearableIds(skillKind, input.skills),
  platforms: platformIds(input.platforms),
  start_date: moment(input.startDate),
  end_date: moment(input.endDate),
});

/** The body that creates a person. */
export const newPerson = (input: CreatePersonInput): NewPersonBody => ({
  first_name: input.firstName,
  last_name: input.lastName,
  email: input.email,
  timezone: input.timezone,
  role: sourceIdOf(roleKind, input.roleId),
  staffable: input.staffable,
  ...omitUndefined({
    ...sharedFields(input),
    send_invite_email: notNull(input.sendInviteEmail, "sendInviteEmail"),
  }),
});

/** The body that changes a person. */
export function personChanges(input: UpdatePersonInput): PersonBody {
  const roleId = notNull(input.roleId, "roleId");
  return omitUndefined({
    ...sharedFields(input),
    first_name: notNull(input.firstName, "firstName"),
    last_name: notNull(input.lastName, "lastName"),
    email: notNull(input.email, "email"),
    timezone: notNull(input.timezone, "timezone"),
    role: roleId === undefined ? undefined : sourceIdOf(roleKind, roleId),
    staffable: notNull(input.staffable, "staffable"),
  });
}
