import DataLoader from "dataloader";
import type { PersonJson } from "../assembled/api/person.ts";
import { type AssembledLoaders, assembledLoaders } from "../assembled/loaders.ts";
import type { PersonResolvers, UserResolvers } from "../generated/resolvers.ts";
import { indexLoader } from "../loaders/by-index.ts";
import type { Definition, Forgetful } from "../loaders/definition.ts";
import type { KeysOf } from "../loaders/indexed-rows.ts";
import { settle } from "../loaders/shapes.ts";
import { objectId } from "../web1on1/api/ids.ts";
import type { UserJson } from "../web1on1/api/user.ts";
import { isLiving, type Web1on1Loaders, web1on1Loaders } from "../web1on1/loaders.ts";
import { candidates, type Link, onlyOne } from "./links.ts";

/** Why a person and a chat user are taken for the same, best first. */
type Reason = "PLATFORM_ID" | "EMAIL";

/** Finds rows of one type that may be the same as a row of another. */
interface LinkLoader<From, To> extends Forgetful {
  load(row: From): Promise<Link<To, Reason>[]>;
}

const byPossibleId: KeysOf<PersonJson> = ({ platforms, imported_id }) => [
  ...new Set(
    [platforms?.web1on1, imported_id].flatMap((id) =>
      id && objectId.pattern.test(id) ? [id.toLowerCase()] : [],
    ),
  ),
];

const userLinksOfPerson: Definition<Web1on1Loaders, LinkLoader<PersonJson, UserJson>> = {
  access: [
    { kind: "through", access: web1on1Loaders.userById.access, keysPerKey: { least: 0, most: 2 } },
    { kind: "through", access: web1on1Loaders.usersByEmail.access, keysPerKey: { least: 0, most: 1 } },
  ],
  make({ allUsers, userById, usersByEmail }) {
    const linksOf = async (person: PersonJson): Promise<Link<UserJson, Reason>[]> => {
      const byId = await Promise.all(byPossibleId(person).map((id) => userById.load(id)));
      const byPlatform = candidates(byId, "PLATFORM_ID", isLiving);
      if (byPlatform.length > 0 || !person.email) return byPlatform;
      return candidates(await usersByEmail.load(person.email.toLowerCase()), "EMAIL", isLiving);
    };
    const loader = new DataLoader<PersonJson, Link<UserJson, Reason>[], string>(
      async (people) => {
        // A person who can match only by e-mail address needs the list of users; then ids are found in it, too.
        if (people.some((person) => person.email && byPossibleId(person).length === 0)) await allUsers.all();
        return settle(people.map(linksOf));
      },
      { cacheKeyFn: ({ id }) => id },
    );
    return { load: (person) => loader.load(person), clearAll: () => void loader.clearAll() };
  },
};

const personLinks: Definition<AssembledLoaders, LinkLoader<UserJson, PersonJson>> = {
  access: assembledLoaders.roster.access,
  make({ roster, peopleByEmail }) {
    const peopleByPossibleId = indexLoader(roster, byPossibleId);
    const isStaff = ({ deleted }: PersonJson) => !deleted;
    return {
      async load(user) {
        const byId = await peopleByPossibleId.load(user.id.toLowerCase());
        const byPlatform = candidates(byId, "PLATFORM_ID", isStaff);
        if (byPlatform.length > 0 || !user.email) return byPlatform;
        return candidates(await peopleByEmail.load(user.email.toLowerCase()), "EMAIL", isStaff);
      },
      clearAll() {},
    };
  },
};

/** The loaders of this join, by name. */
export const personUserLoaders = { userLinksOfPerson, personLinks };

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
