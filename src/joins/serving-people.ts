import type { PersonJson } from "../assembled/person/endpoints.ts";
import { isLivingPerson } from "../assembled/person/living.ts";
import { allPeople } from "../assembled/person/loaders.ts";
import type { Link } from "../fields/join.ts";
import type { Clearable, LoaderDefinition } from "../lists/loader-definition.ts";
import { asking } from "../loaders/strategies/asking.ts";
import { LazyConnection } from "../resolving/lazy-connection.ts";
import type { Connection, PageRequest } from "../resolving/pagination.ts";
import { connectionOfAll } from "../resolving/whole-page.ts";
import type { UserJson } from "../web1on1/user/endpoints.ts";
import { usersOfOrganization } from "../web1on1/user/users-of-organization.ts";
import { identityOf } from "./links.ts";
import { type PersonUserReason, personLinks } from "./person-user.ts";

/** A person with the users that they are taken for. */
interface ServingPerson {
  readonly person: PersonJson;
  readonly userLinks: readonly { readonly user: UserJson; readonly reason: PersonUserReason }[];
}

/** Finds the people behind the users of organizations. */
interface ServingPeople extends Clearable {
  /** Each once, in the order of the users; less those who were removed, and users behind whom several people may be. */
  load(organizationId: string): Promise<readonly ServingPerson[]>;
}

/** Loads the people behind the users of organizations, by the id of the organization. */
export const servingPeople: LoaderDefinition<ServingPeople> = {
  access: asking([
    { access: usersOfOrganization.access, keysPerKey: { least: 1, most: 1 } },
    { access: allPeople.access, keysPerKey: { least: 0, most: Number.POSITIVE_INFINITY } },
  ]),
  create: ({ of }) => ({
    async load(organizationId) {
      const owned = await of(usersOfOrganization).load(organizationId);
      const users = await owned.take(Number.POSITIVE_INFINITY);
      const links = await Promise.all(users.map((user) => of(personLinks).load(user)));
      return byPerson(users.map((user, at) => ({ user, links: links[at] ?? [] })));
    },
    clearAll() {},
  }),
};

/** A user with the people that they may be. */
interface LinkedUser {
  readonly user: UserJson;
  readonly links: readonly Link<PersonJson, PersonUserReason>[];
}

function byPerson(users: readonly LinkedUser[]): readonly ServingPerson[] {
  const found = new Map<unknown, ServingPerson>();
  for (const { links, user } of users) {
    const [link, ...others] = links;
    if (!link || others.length > 0 || !isLivingPerson(link.row)) continue;
    const known = found.get(identityOf(link.row)) ?? { person: link.row, userLinks: [] };
    const userLinks = [...known.userLinks, { user, reason: link.reason }];
    found.set(identityOf(link.row), { ...known, userLinks });
  }
  return [...found.values()];
}

/** A page of people, each with the users on its edge. */
export interface ServingPersonConnection extends Omit<Connection<PersonJson>, "edges"> {
  readonly edges: readonly (Pick<ServingPerson, "userLinks"> & {
    readonly node: PersonJson;
    readonly cursor: string;
  })[];
}

/** Makes a page of people; edges and cursors are made only when asked for. */
export function servingConnection(
  request: PageRequest,
  all: readonly ServingPerson[],
): ServingPersonConnection {
  const page = connectionOfAll<ServingPerson>(request, { all, idOf: ({ person }) => person.id });
  const people = page.nodes.map(({ person }) => person);
  return new LazyConnection(people, page.pageInfo, {
    edges: () =>
      page.edges.map(({ cursor, node: { person, userLinks } }) => ({ cursor, node: person, userLinks })),
    totalCount: () => page.totalCount,
  });
}
