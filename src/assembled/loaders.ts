import { groupBy } from "../loaders/group-by.ts";
import { type ListSizes, pagedList } from "../loaders/paged-list.ts";
import { byIndex, byKey, filteredBy, fromCollection, oneByIndex } from "../loaders/shapes.ts";
import type { Call } from "../rest/client.ts";
import { activities, type KeyedActivityJson } from "./api/activity.ts";
import { activityTypes } from "./api/activity-type.ts";
import { queues, sites, skills, teams } from "./api/group.ts";
import { type PeoplePageJson, type PersonJson, people, peoplePageSize } from "./api/person.ts";
import { roles } from "./api/role.ts";

/** All loaders of Assembled, for one operation. */
export type AssembledLoaders = ReturnType<typeof createAssembledLoaders>;

/** Activities of one agent in one window, in Unix seconds. */
interface AgentWindow {
  readonly agentId: string;
  readonly start_time: number;
  readonly end_time: number;
}

/** Most agents that one read of activities names, which keeps the URL below 6 kB. */
export const agentsPerCall = 100;

/** Makes the loaders of one operation. */
export function createAssembledLoaders(call: Call, sizes: ListSizes) {
  const groups = {
    siteById: fromCollection(() => call(sites.list)),
    teamById: fromCollection(() => call(teams.list)),
    queueById: fromCollection(() => call(queues.list)),
    skillById: fromCollection(() => call(skills.list)),
  };

  /** Everybody, deleted people included: the only way to find a person by anything but the id. */
  const roster = pagedList<PersonJson>(
    {
      name: "people",
      pageSize: peoplePageSize,
      idOf: (person) => person.id,
      fetchPage: async (offset) => {
        const query = { include_deleted: true, limit: peoplePageSize, offset };
        const page = await call(people.list, { query });
        primeGroups(groups, page);
        const rows = Object.values(page.people);
        return { rows, hasNextPage: offset + rows.length < page.total, total: page.total };
      },
    },
    sizes,
  );

  const activitiesOfAgents = async (windows: readonly AgentWindow[]) => {
    const byWindow = groupBy(windows, ({ start_time, end_time }) => `${start_time}-${end_time}`);
    const reads = [...byWindow.values()].flatMap((group) =>
      chunks(group, agentsPerCall).map(async (chunk) => {
        const [first] = chunk;
        if (!first) return [];
        const { start_time, end_time } = first;
        const agents = chunk.map(({ agentId }) => agentId);
        const rows = await call(activities.list, { query: { start_time, end_time, agents } });
        return [...groupBy(rows, ({ agent_id }) => agent_id)].map(
          ([agentId, ofAgent]) =>
            [windowKey({ agentId, start_time, end_time }), inOrderOfStart(ofAgent)] as const,
        );
      }),
    );
    // A filter that the upstream does not know is ignored there; rows of other agents end under keys nobody asks for.
    return new Map((await Promise.all(reads)).flat());
  };

  return {
    roster,
    personById: byKey({
      list: roster,
      key: "id",
      keysOf: (person) => [person.id],
      point: (id) => call(people.get, { id }),
    }),
    personByAgentId: oneByIndex(roster, "agentId", ({ agent_id }) => (agent_id ? [agent_id] : [])),
    peopleByEmail: byIndex(roster, "email", ({ email }) => (email ? [email.toLowerCase()] : [])),
    peopleByImportedId: byIndex(roster, "importedId", ({ imported_id }) =>
      imported_id ? [imported_id] : [],
    ),
    activitiesByAgent: filteredBy<AgentWindow, KeyedActivityJson>(activitiesOfAgents, windowKey),
    activityTypeById: fromCollection(() => call(activityTypes.list)),
    roleById: fromCollection(() => call(roles.list)),
    ...groups,
  };
}

/** Keeps the groups that come along with people: teams and sites always, queues and skills where they were seen to. */
export function primeGroups(
  loaders: Pick<AssembledLoaders, "siteById" | "teamById" | "queueById" | "skillById">,
  page: PeoplePageJson,
): void {
  for (const [id, site] of Object.entries(page.sites ?? {})) loaders.siteById.prime(id, site);
  for (const [id, team] of Object.entries(page.teams ?? {})) loaders.teamById.prime(id, team);
  for (const [id, queue] of Object.entries(page.queues ?? {})) loaders.queueById.prime(id, queue);
  for (const [id, skill] of Object.entries(page.skills ?? {})) loaders.skillById.prime(id, skill);
}

/** Activities by start, then by key; a malformed one without a start must not disturb the others. */
export function inOrderOfStart(rows: readonly KeyedActivityJson[]): KeyedActivityJson[] {
  const startOf = ({ start_time }: KeyedActivityJson) => start_time ?? Number.MAX_SAFE_INTEGER;
  return [...rows].sort((a, b) => startOf(a) - startOf(b) || (a.key < b.key ? -1 : 1));
}

const windowKey = ({ agentId, start_time, end_time }: AgentWindow): string =>
  `${agentId} ${start_time} ${end_time}`;

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
