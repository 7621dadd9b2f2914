import { accountCases, contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { type NounExamples, pages, quoted } from "../support/examples.ts";

const { account } = showcase;

/** Customers, by each kind of key. */
export const examples: NounExamples = {
  arguments: ({ assembly, web1on1 }) => {
    const contact = assembly.contacts.find(({ id }) => id === contactCases.email.contactId);
    const user = web1on1.users.find(({ organization }) => organization === account.organizationId);
    const keys = [
      `domain: "${account.domain}"`,
      `domain: "nobody.example"`,
      `email: ${quoted(contact?.domain)}`,
      `email: "new.person@${account.domain}"`,
      `email: "nobody.at.all@gmail.com"`,
      `id: "gid://assembly/Account/${accountCases.website.accountId}"`,
      `id: "gid://assembly/Contact/${contact?.id}"`,
      `id: "gid://web1on1/Organization/${account.organizationId}"`,
      `id: "gid://web1on1/User/${user?.id}"`,
    ];
    return {
      Query: { customer360: keys.map((key) => `(by: { ${key} })`) },
      Customer360: { contacts: pages, users: pages, people: pages },
      Account: { servedBy: pages },
    };
  },
};
