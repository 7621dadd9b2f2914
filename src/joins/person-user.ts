import DataLoader from "dataloader";
import type { PersonJson } from "../assembled/person/endpoints.ts";
import { isLivingPerson } from "../assembled/person/living.ts";
import { allPeople, peopleByEmail } from "../assembled/person/loaders.ts";
import { joinFields, type Link, type LinkLoader } from "../fields/join.ts";
import type { PersonResolvers, UserResolvers } from "../generated/resolvers.ts";
import type { KeysOf } from "../lists/indexed-rows.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import { indexLoader } from "../loaders/many-by-field.ts";
import { mapPromiseOrValue, type PromiseOrValue, settle } from "../loaders/promise-or-value.ts";
import { asking } from "../loaders/strategies/asking.ts";
import { comparableEmail } from "../resolving/host.ts";
import type { Join } from "../resolving/noun.ts";
import { isLiving } from "../web1on1/living.ts";
import type { UserJson } from "../web1on1/user/endpoints.ts";
import { allUsers, userById, usersByEmail } from "../web1on1/user/loaders.ts";
import { bestMatches, identityOf, objectIdsAmong, readCandidates } from "./links.ts";

/** Why a person and a chat user are taken for the same, best first. */
export type PersonUserReason = "PLATFORM_ID" | "EMAIL";

const byPossibleId: KeysOf<PersonJson> = ({ platforms, imported_id }) =>
  objectIdsAmong([platforms?.web1on1, imported_id]);

const userLinksOfPerson: LoaderDefinition<LinkLoader<PersonJson, UserJson, PersonUserReason>> = {
  access: asking([
    { access: userById.access, keysPerKey: { least: 0, most: 2 } },
    { access: usersByEmail.access, keysPerKey: { least: 0, most: 1 } },
  ]),
  create({ of }) {
    const loaders = { allUsers: of(allUsers), userById: of(userById), usersByEmail: of(usersByEmail) };
    const linksOf = (person: PersonJson): PromiseOrValue<readonly Link<UserJson, PersonUserReason>[]> =>
      mapPromiseOrValue(
        readCandidates(byPossibleId(person).map((id) => loaders.userById.load(id))),
        (byId) => {
          if (byId.rows.length > 0) return bestMatches(byId.rows, "PLATFORM_ID", isLiving);
          const email = comparableEmail(person.email);
          return mapPromiseOrValue(email === undefined ? [] : loaders.usersByEmail.load(email), (byEmail) =>
            byEmail.length > 0 ? bestMatches(byEmail, "EMAIL", isLiving) : byId.orRefused(),
          );
        },
      );
    const loader = new DataLoader<PersonJson, readonly Link<UserJson, PersonUserReason>[], unknown>(
      async (people) => {
        // A person who can match only by e-mail address needs the list of users; then ids are found in it, too.
        if (people.some((person) => byPossibleId(person).length === 0 && comparableEmail(person.email)))
          await loaders.allUsers.all();
        return settle(people.map(async (person) => linksOf(person)));
      },
      { cacheKeyFn: identityOf },
    );
    return {
      load(person) {
        loaders.allUsers.readFresh();
        return loaders.allUsers.isComplete() ? linksOf(person) : loader.load(person);
      },
      clearAll: () => void loader.clearAll(),
    };
  },
};

/** Loads the people behind users. */
export const personLinks: LoaderDefinition<LinkLoader<UserJson, PersonJson, PersonUserReason>> = {
  access: allPeople.access,
  ahead: [allPeople],
  create({ of }) {
    const peopleByPossibleId = indexLoader(of(allPeople), byPossibleId);
    return {
      load(user) {
        const [id] = objectIdsAmong([user.id]);
        return mapPromiseOrValue(id === undefined ? [] : peopleByPossibleId.load(id), (byId) => {
          if (byId.length > 0) return bestMatches(byId, "PLATFORM_ID", isLivingPerson);
          const email = comparableEmail(user.email);
          const byEmail = email === undefined ? [] : of(peopleByEmail).load(email);
          return mapPromiseOrValue(byEmail, (people) => bestMatches(people, "EMAIL", isLivingPerson));
        });
      },
      clearAll() {},
    };
  },
};

/** People of Assembled and users of Web1on1 that are the same employee. */
export const personUser: Join = {
  loaders: { userLinksOfPerson, personLinks },
  resolvers: {
    Person: joinFields("user", userLinksOfPerson) satisfies PersonResolvers,
    User: joinFields("person", personLinks) satisfies UserResolvers,
  },
};
