import type { KeptRead, RowFacts } from "../../rest/row-facts.ts";

/** Fields of a person that a parameter of the roster goes by (assembled-v0.txt:155-171). */
const fieldsBy: Readonly<Record<string, readonly string[]>> = {
  channel: ["channels"],
  team: ["teams"],
  site: ["site"],
  restricted_site: ["restricted_sites"],
  queue: ["queues"],
  skill: ["skills"],
  role: ["role", "roles"],
  search: ["first_name", "last_name", "email"],
  sort_by: ["first_name", "last_name", "role", "roles"],
};

/** How kept answers hold people. */
export const personRows: RowFacts = {
  under: "people",
  // One role is written, and a list of them read; who can be scheduled has an agent.
  derived: ["role", "roles", "agent_role", "agent_id", "deleted"],
  placeIn({ path, url }: KeptRead) {
    if (path.endsWith("}")) return { fields: [], ids: [url.pathname.split("/").at(-1) ?? ""] };
    const named = [...url.searchParams.keys()].flatMap((name) => fieldsBy[name] ?? []);
    // A page comes with the teams, sites, queues and skills of its people.
    return { fields: ["deleted", "teams", "site", "queues", "skills", ...named] };
  },
};
