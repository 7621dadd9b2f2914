import type { AssemblyLoaders } from "../assembly/loaders.ts";
import type { ContactOfAccount } from "../assembly/resolvers/contact.ts";
import type { ContactResolvers, UserResolvers } from "../generated/resolvers.ts";
import { byIndex } from "../loaders/shapes.ts";
import type { UserJson } from "../web1on1/api/user.ts";
import { isLiving, type Web1on1Loaders } from "../web1on1/loaders.ts";
import { candidates, onlyOne } from "./links.ts";

/** Makes the loaders of this join, for one operation. */
export function contactUserLoaders(loaders: AssemblyLoaders & Web1on1Loaders) {
  const contactsByEmail = byIndex(loaders.allContacts, "emailInAnyCase", ({ domain }) =>
    domain ? [domain.toLowerCase()] : [],
  );
  return {
    userLinksOfContact: {
      load: async ({ domain }: ContactOfAccount) =>
        candidates(domain ? await loaders.usersByEmail.load(domain.toLowerCase()) : [], "EMAIL", isLiving),
      clearAll() {},
    },
    contactLinks: {
      load: async ({ email }: UserJson) =>
        candidates(email ? await contactsByEmail.load(email.toLowerCase()) : [], "EMAIL", () => true),
      clearAll() {},
    },
  };
}

/** `Contact.user`, `Contact.userLinks`. */
export const Contact: Pick<ContactResolvers, "user" | "userLinks"> = {
  user: async (contact, _, { loaders }) => onlyOne(await loaders.userLinksOfContact.load(contact)),
  userLinks: async (contact, _, { loaders }) =>
    (await loaders.userLinksOfContact.load(contact)).map(({ row, reason }) => ({ user: row, reason })),
};

/** `User.contact`, `User.contactLinks`. */
export const User: Pick<UserResolvers, "contact" | "contactLinks"> = {
  contact: async (user, _, { loaders }) => onlyOne(await loaders.contactLinks.load(user)),
  contactLinks: async (user, _, { loaders }) =>
    (await loaders.contactLinks.load(user)).map(({ row, reason }) => ({ contact: row, reason })),
};
