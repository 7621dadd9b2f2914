import DataLoader from "dataloader";
import type { PersonJson } from "../assembled/api/person.ts";
import type { AssembledLoaders } from "../assembled/loaders.ts";
import type { PersonResolvers, UserResolvers } from "../generated/resolvers.ts";
import { byIndex, settle } from "../loaders/shapes.ts";
import { objectId } from "../web1on1/api/ids.ts";
import type { UserJson } from "../web1on1/api/user.ts";
import { isLiving, type Web1on1Loaders } from "../web1on1/loaders.ts";
import { candidates, type Link, onlyOne } from "./links.ts";

/** Why a person and a chat user are taken for the same, best first. */
type Reason = "PLATFORM_ID" | "EMAIL";

const possibleIds = ({ platforms, imported_id }: PersonJson): string[] => [
  ...new Set(
    [platforms?.web1on1, imported_id].flatMap((id) =>
      id && objectId.pattern.test(id) ? [id.toLowerCase()] : [],
    ),
  ),
];

/** Makes the loaders of this join, for one operation. */
export function personUserLoaders(loaders: AssembledLoaders & Web1on1Loaders) {
  const peopleByPossibleId = byIndex(loaders.roster, "possibleUserId", possibleIds);

  const linksOf = async (person: PersonJson): Promise<Link<UserJson, Reason>[]> => {
    const byId = await Promise.all(possibleIds(person).map((id) => loaders.userById.load(id)));
    const byPlatform = candidates(byId, "PLATFORM_ID", isLiving);
    if (byPlatform.length > 0 || !person.email) return byPlatform;
    return candidates(await loaders.usersByEmail.load(person.email.toLowerCase()), "EMAIL", isLiving);
  };

  const userLinks = new DataLoader<PersonJson, Link<UserJson, Reason>[], string>(
    async (people) => {
      // A person who can match only by e-mail address needs the list of users; then ids are found in it, too.
      if (people.some((person) => person.email && possibleIds(person).length === 0)) {
        await loaders.allUsers.all();
      }
      return settle(people.map(linksOf));
    },
    { cacheKeyFn: ({ id }) => id },
  );

  const personLinksOf = async (user: UserJson): Promise<Link<PersonJson, Reason>[]> => {
    const isStaff = ({ deleted }: PersonJson) => !deleted;
    const byId = await peopleByPossibleId.load(user.id.toLowerCase());
    const byPlatform = candidates(byId, "PLATFORM_ID", isStaff);
    if (byPlatform.length > 0 || !user.email) return byPlatform;
    return candidates(await loaders.peopleByEmail.load(user.email.toLowerCase()), "EMAIL", isStaff);
  };

  return {
    userLinksOfPerson: {
      load: (person: PersonJson) => userLinks.load(person),
      clearAll: () => void userLinks.clearAll(),
    },
    personLinks: { load: personLinksOf, clearAll() {} },
  };
}

/** `Person.user`, `Person.userLinks`. */
export const Person: Pick<PersonResolvers, "user" | "userLinks"> = {
  user: async (person, _, { loaders }) => onlyOne(await loaders.userLinksOfPerson.load(person)),
  userLinks: async (person, _, { loaders }) =>
    (await loaders.userLinksOfPerson.load(person)).map(({ row, reason }) => ({ user: row, reason })),
};

/** `User.person`, `User.personLinks`. */
export const User: Pick<UserResolvers, "person" | "personLinks"> = {
  person: async (user, _, { loaders }) => onlyOne(await loaders.personLinks.load(user)),
  personLinks: async (user, _, { loaders }) =>
    (await loaders.personLinks.load(user)).map(({ row, reason }) => ({ person: row, reason })),
};
