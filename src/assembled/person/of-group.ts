import { pageOfAll } from "../../fields/page.ts";
import type {
  QueueResolvers,
  RoleResolvers,
  SiteResolvers,
  SkillResolvers,
  TeamResolvers,
} from "../../generated/resolvers.ts";
import { manyByField } from "../../loaders/many-by-field.ts";
import { idIn, idsIn, keysIn } from "../../rest/row-values.ts";
import type { PersonJson } from "./endpoints.ts";
import { isLivingPerson } from "./living.ts";
import { allPeople } from "./loaders.ts";

/** Loads the people who have something, less those who were removed. @param idsOf ids of what a person has. */
const peopleOf = (idsOf: (person: PersonJson) => readonly string[]) =>
  manyByField(allPeople, (person) => (isLivingPerson(person) ? idsOf(person) : []));

/** Loaders of people by what they have. */
export const peopleLoaders = {
  peopleOfQueue: peopleOf(({ queues }) => idsIn(queues)),
  peopleOfRole: peopleOf(({ role, roles }) => (roles ? idsIn(roles) : keysIn(idIn(role)))),
  peopleOfSite: peopleOf(({ site }) => keysIn(idIn(site))),
  peopleOfSkill: peopleOf(({ skills }) => idsIn(skills)),
  peopleOfTeam: peopleOf(({ teams }) => idsIn(teams)),
};

/** The fields that lead from groups and roles to their people. */
export const peopleFields = {
  Queue: { people: pageOfAll(peopleLoaders.peopleOfQueue) } satisfies QueueResolvers,
  Role: { people: pageOfAll(peopleLoaders.peopleOfRole) } satisfies RoleResolvers,
  Site: { people: pageOfAll(peopleLoaders.peopleOfSite) } satisfies SiteResolvers,
  Skill: { people: pageOfAll(peopleLoaders.peopleOfSkill) } satisfies SkillResolvers,
  Team: { people: pageOfAll(peopleLoaders.peopleOfTeam) } satisfies TeamResolvers,
};
