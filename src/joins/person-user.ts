import DataLoader from "dataloader";
import type { PersonJson } from "../assembled/person/endpoints.ts";
import { allPeople, peopleByEmail } from "../assembled/person/loaders.ts";
import type { PersonResolvers, UserResolvers } from "../generated/resolvers.ts";
import { indexLoader } from "../loaders/by-index.ts";
import type { Definition, Forgetful } from "../loaders/definition.ts";
import type { KeysOf } from "../loaders/indexed-rows.ts";
import { settle } from "../loaders/shapes.ts";
import { comparableEmail } from "../resolving/host.ts";
import { isLiving, web1on1Loaders } from "../web1on1/loaders.ts";
import type { UserJson } from "../web1on1/user/endpoints.ts";
import { bestMatches, identityOf, type Link, objectIdsAmong, onlyMatch, readCandidates } from "./links.ts";

/** Why a person and a chat user are taken for the same, best first. */
type Reason = "PLATFORM_ID" | "EMAIL";

/** Finds rows of one type that may be the same as a row of another. */
interface LinkLoader<From, To> extends Forgetful {
  load(row: From): Promise<readonly Link<To, Reason>[]>;
}

const byPossibleId: KeysOf<PersonJson> = ({ platforms, imported_id }) =>
  objectIdsAmong([platforms?.web1on1, imported_id]);

const userLinksOfPerson: Definition<LinkLoader<PersonJson, UserJson>> = {
  access: [
    { kind: "through", access: web1on1Loaders.userById.access, keysPerKey: { least: 0, most: 2 } },
    { kind: "through", access: web1on1Loaders.usersByEmail.access, keysPerKey: { least: 0, most: 1 } },
  ],
  make({ of }) {
    const allUsers = of(web1on1Loaders.allUsers);
    const userById = of(web1on1Loaders.userById);
    const usersByEmail = of(web1on1Loaders.usersByEmail);
    const linksOf = async (person: PersonJson): Promise<readonly Link<UserJson, Reason>[]> => {
      const byId = await readCandidates(byPossibleId(person).map((id) => userById.load(id)));
      if (byId.rows.length > 0) return bestMatches(byId.rows, "PLATFORM_ID", isLiving);
      const email = comparableEmail(person.email);
      const byEmail = email === undefined ? [] : await usersByEmail.load(email);
      return byEmail.length > 0 ? bestMatches(byEmail, "EMAIL", isLiving) : byId.orRefused();
    };
    const loader = new DataLoader<PersonJson, readonly Link<UserJson, Reason>[], unknown>(
      async (people) => {
        // A person who can match only by e-mail address needs the list of users; then ids are found in it, too.
        if (people.some((person) => byPossibleId(person).length === 0 && comparableEmail(person.email)))
          await allUsers.all();
        return settle(people.map(linksOf));
      },
      { cacheKeyFn: identityOf },
    );
    return { load: (person) => loader.load(person), clearAll: () => void loader.clearAll() };
  },
};

const personLinks: Definition<LinkLoader<UserJson, PersonJson>> = {
  access: allPeople.access,
  make({ of }) {
    const peopleByPossibleId = indexLoader(of(allPeople), byPossibleId);
    const isStaff = ({ deleted }: PersonJson) => !deleted;
    return {
      async load(user) {
        const [id] = objectIdsAmong([user.id]);
        const byId = id === undefined ? [] : await peopleByPossibleId.load(id);
        if (byId.length > 0) return bestMatches(byId, "PLATFORM_ID", isStaff);
        const email = comparableEmail(user.email);
        return email === undefined ? [] : bestMatches(await of(peopleByEmail).load(email), "EMAIL", isStaff);
      },
      clearAll() {},
    };
  },
};

/** The loaders of this join, by name. */
export const personUserLoaders = { userLinksOfPerson, personLinks };

/** `Person.user`, `Person.userLinks`. */
export const Person: Pick<PersonResolvers, "user" | "userLinks"> = {
  user: async (person, _, { loaders }) => onlyMatch(await loaders.userLinksOfPerson.load(person)),
  userLinks: async (person, _, { loaders }) =>
    (await loaders.userLinksOfPerson.load(person)).map(({ row, reason }) => ({ user: row, reason })),
};

/** `User.person`, `User.personLinks`. */
export const User: Pick<UserResolvers, "person" | "personLinks"> = {
  person: async (user, _, { loaders }) => onlyMatch(await loaders.personLinks.load(user)),
  personLinks: async (user, _, { loaders }) =>
    (await loaders.personLinks.load(user)).map(({ row, reason }) => ({ person: row, reason })),
};
