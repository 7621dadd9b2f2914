import type { ContactJson } from "../assembly/contact/endpoints.ts";
import type { ContactOfAccount } from "../assembly/contact/known-company.ts";
import { allContacts } from "../assembly/contact/loaders.ts";
import type { ContactResolvers, UserResolvers } from "../generated/resolvers.ts";
import { indexLoader } from "../loaders/by-index.ts";
import type { Definition, Forgetful } from "../loaders/definition.ts";
import type { KeysOf } from "../loaders/indexed-rows.ts";
import { comparableEmail } from "../resolving/host.ts";
import { keysIn } from "../rest/row-values.ts";
import { isLiving, web1on1Loaders } from "../web1on1/loaders.ts";
import type { UserJson } from "../web1on1/user/endpoints.ts";
import { bestMatches, type Link, onlyMatch } from "./links.ts";

/** Finds rows of one type that may be the same as a row of another. */
interface LinkLoader<From, To> extends Forgetful {
  load(row: From): Promise<Link<To, "EMAIL">[]>;
}

const byEmail: KeysOf<ContactJson> = ({ domain }) => keysIn(comparableEmail(domain));

const userLinksOfContact: Definition<LinkLoader<ContactOfAccount, UserJson>> = {
  access: [
    { kind: "through", access: web1on1Loaders.usersByEmail.access, keysPerKey: { least: 0, most: 1 } },
  ],
  make: ({ of }) => ({
    async load({ domain }) {
      const email = comparableEmail(domain);
      return email === undefined
        ? []
        : bestMatches(await of(web1on1Loaders.usersByEmail).load(email), "EMAIL", isLiving);
    },
    clearAll() {},
  }),
};

const contactLinks: Definition<LinkLoader<UserJson, ContactJson>> = {
  access: [{ kind: "through", access: allContacts.access, keysPerKey: { least: 0, most: 1 } }],
  make({ of }) {
    const contactsByEmail = indexLoader(of(allContacts), byEmail);
    return {
      async load(user) {
        const email = comparableEmail(user.email);
        return email === undefined ? [] : bestMatches(await contactsByEmail.load(email), "EMAIL", () => true);
      },
      clearAll() {},
    };
  },
};

/** The loaders of this join, by name. */
export const contactUserLoaders = { userLinksOfContact, contactLinks };

/** `Contact.user`, `Contact.userLinks`. */
export const Contact: Pick<ContactResolvers, "user" | "userLinks"> = {
  user: async (contact, _, { loaders }) => onlyMatch(await loaders.userLinksOfContact.load(contact)),
  userLinks: async (contact, _, { loaders }) =>
    (await loaders.userLinksOfContact.load(contact)).map(({ row, reason }) => ({ user: row, reason })),
};

/** `User.contact`, `User.contactLinks`. */
export const User: Pick<UserResolvers, "contact" | "contactLinks"> = {
  contact: async (user, _, { loaders }) => onlyMatch(await loaders.contactLinks.load(user)),
  contactLinks: async (user, _, { loaders }) =>
    (await loaders.contactLinks.load(user)).map(({ row, reason }) => ({ contact: row, reason })),
};
