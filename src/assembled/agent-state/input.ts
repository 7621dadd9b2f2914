import { listed } from "../../config/in-words.ts";
import { badInput } from "../../errors.ts";
import type {
  AgentStateEditInput,
  AgentStatesFilter,
  InsertAgentStateInput,
  MutationEditAgentStatesArgs,
  PostAgentStateInput,
} from "../../generated/resolvers.ts";
import { optionalSourceIdOf, sourceIdOf } from "../../resolving/ids.ts";
import { checkFilled, nonBlank } from "../../resolving/input.ts";
import { longestWriteDays, toUnixSeconds, windowSeconds } from "../../resolving/time.ts";
import { longestText, within } from "../../text-limits.ts";
import { agentChannels, allowedChannel } from "../channels.ts";
import { queueKind, siteKind, skillKind, teamKind } from "../group/loaders.ts";
import { kind } from "../ids.ts";
import { type AgentFilter, agentFilter } from "../person/agent-filter.ts";
import type { AgentStateEditBody, AgentStateSelection } from "./endpoints.ts";

/** Ids of states, which edits name. */
export const agentStateKind = kind("AgentState");

/** A filter of states, before its person is known. */
export interface CheckedFilter {
  readonly agent: AgentFilter;
  readonly selection: AgentStateSelection;
}

/**
 * A filter of states in the words of the upstream.
 * @throws BAD_USER_INPUT for a person together with what goes by agents in general, ids and names that cannot be any, and a channel
 * that no agent has.
 */
export function checkedFilter(filter: AgentStatesFilter | null | undefined): CheckedFilter {
  const agent = agentFilter(filter?.person);
  const general = {
    channel: allowedChannel(filter?.channel, agentChannels, "filter.channel") ?? undefined,
    queue: optionalSourceIdOf(queueKind, filter?.queue),
    site: optionalSourceIdOf(siteKind, filter?.site),
    team: optionalSourceIdOf(teamKind, filter?.team),
    skill: optionalSourceIdOf(skillKind, filter?.skill),
  };
  const given = Object.entries(general).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (agent && given.length > 0) {
    throw badInput(`filter names a person together with ${listed(given)}; give one or the other.`);
  }
  const platforms = filter?.platforms?.map((platform) => platformName(platform, "filter.platforms"));
  return { agent, selection: { platforms, ...general } };
}

/** Whether a selection lets nothing through: upstream, an empty list means any. */
export const matchesNothing = ({ platforms }: AgentStateSelection): boolean => platforms?.length === 0;

/**
 * An order of platforms as the upstream takes it; undefined where none is given.
 * @throws BAD_USER_INPUT for one without platforms, or with what is no name of one.
 */
export function platformPriority(platforms: readonly string[] | null | undefined): string | undefined {
  if (platforms?.length === 0) throw badInput("priority names no platform.");
  return platforms?.map((platform) => platformName(platform, "priority")).join(",");
}

/** Commas stand between names. */
function platformName(text: string, name: string): string {
  if (text.includes(",")) throw badInput(`${name} holds a name with a comma in it.`);
  return writtenName(text, name);
}

/** The body that tells a state, or none where one ends. */
export const stateBody = ({
  agentPlatformId,
  time,
}: Pick<PostAgentStateInput, "agentPlatformId" | "time">) => ({
  agent_platform_id: writtenName(agentPlatformId, "agentPlatformId"),
  time: toUnixSeconds(time),
});

/** A text with something in it, of a length that systems take for names. @throws BAD_USER_INPUT otherwise */
export const writtenName = (text: string, name: string): string =>
  within(nonBlank(text, name), longestText.name, name);

/**
 * Edits in the words of the upstream.
 * @throws BAD_USER_INPUT for none or too many, and for ids, texts and windows that cannot be right.
 */
export function editBodies({ edits }: MutationEditAgentStatesArgs["input"]): AgentStateEditBody[] {
  checkFilled(edits, "edits");
  return edits.map(editBody);
}

function editBody(edit: AgentStateEditInput): AgentStateEditBody {
  if (edit.insert) return { ...placeOf(edit.insert), action: "insert", data: dataOf(edit.insert) };
  const { externalId, ...rest } = edit.update ?? edit.delete;
  const id = sourceIdOf(agentStateKind, externalId);
  if (!edit.update) return { ...placeOf(rest), action: "delete", data: { id } };
  return { ...placeOf(rest), action: "update", data: { id, ...dataOf(edit.update) } };
}

const placeOf = ({
  agentPlatformId,
  platform,
}: Pick<InsertAgentStateInput, "agentPlatformId" | "platform">) => ({
  agent_platform_id: writtenName(agentPlatformId, "agentPlatformId"),
  platform: platformName(platform, "platform"),
});

const dataOf = ({ state, window }: Pick<InsertAgentStateInput, "state" | "window">) => ({
  state: writtenName(state, "state"),
  ...windowSeconds(window, longestWriteDays),
});
