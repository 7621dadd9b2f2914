import type { ContactJson } from "../assembly/contact/endpoints.ts";
import { allContacts } from "../assembly/contact/loaders.ts";
import { joinFields, type LinkLoader } from "../fields/join.ts";
import type { ContactResolvers, UserResolvers } from "../generated/resolvers.ts";
import type { KeysOf } from "../lists/indexed-rows.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import { indexLoader } from "../loaders/many-by-field.ts";
import { mapPromiseOrValue } from "../loaders/promise-or-value.ts";
import { asking } from "../loaders/strategies/asking.ts";
import { comparableEmail } from "../resolving/host.ts";
import type { Join } from "../resolving/noun.ts";
import { keysIn } from "../rest/row-values.ts";
import { isLiving } from "../web1on1/living.ts";
import type { UserJson } from "../web1on1/user/endpoints.ts";
import { usersByEmail } from "../web1on1/user/loaders.ts";
import { bestMatches } from "./links.ts";

const byEmail: KeysOf<ContactJson> = ({ domain }) => keysIn(comparableEmail(domain));

const userLinksOfContact: LoaderDefinition<LinkLoader<ContactJson, UserJson, "EMAIL">> = {
  access: asking([{ access: usersByEmail.access, keysPerKey: { least: 0, most: 1 } }]),
  create: ({ of }) => ({
    load({ domain }) {
      const email = comparableEmail(domain);
      const users = email === undefined ? [] : of(usersByEmail).load(email);
      return mapPromiseOrValue(users, (found) => bestMatches(found, "EMAIL", isLiving));
    },
    clearAll() {},
  }),
};

const contactLinks: LoaderDefinition<LinkLoader<UserJson, ContactJson, "EMAIL">> = {
  access: asking([{ access: allContacts.access, keysPerKey: { least: 0, most: 1 } }]),
  ahead: [allContacts],
  create({ of }) {
    const contactsByEmail = indexLoader(of(allContacts), byEmail);
    return {
      load(user) {
        const email = comparableEmail(user.email);
        const contacts = email === undefined ? [] : contactsByEmail.load(email);
        return mapPromiseOrValue(contacts, (found) => bestMatches(found, "EMAIL"));
      },
      clearAll() {},
    };
  },
};

/** Contacts of Assembly and users of Web1on1 that are the same customer. */
export const contactUser: Join = {
  loaders: { userLinksOfContact, contactLinks },
  resolvers: {
    Contact: joinFields("user", userLinksOfContact) satisfies ContactResolvers,
    User: joinFields("contact", contactLinks) satisfies UserResolvers,
  },
};
