import { contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages, quoted } from "../../support/examples.ts";
import { byAccount, byContact, unknownAssemblyId } from "../keys.ts";

/** Contacts. */
export const examples: NounExamples = {
  arguments: (data) => {
    const { contacts } = data.assembly;
    const [linkedId] = contacts.slice(21).flatMap(({ source_specific_ids: ids }) => ids ?? []);
    return {
      Query: {
        contact: byContact(data).map((by) => `(by: ${by})`),
        contacts: [
          ...pages,
          ...[...byAccount, `{ domain: "nobody.example" }`].map(
            (account) => `(account: ${account}, first: 5)`,
          ),
        ],
      },
      Contact: { usageLogs: pages },
      Mutation: {
        createContact: byAccount.map(
          (account, at) => `(input: { name: "Ada", email: "ada.${at}@acme.example", account: ${account} })`,
        ),
        updateContact: byContact(data).flatMap((by) => [
          `(by: ${by}, input: { notes: "x" })`,
          `(by: ${by}, input: { account: { domain: "${showcase.account.domain}" } })`,
        ]),
        upsertContact: [
          ...byContact(data).map((by) => `(by: ${by}, input: { notes: "y" })`),
          `(input: { name: "Newer", email: "newer@acme.example", account: ${byAccount[0]} })`,
        ],
        deleteContact: [
          `(by: { id: "${contactCases.none.contactId}" })`,
          `(by: { email: ${quoted(contacts[20]?.domain)} })`,
          `(by: { sourceSpecificId: ${quoted(linkedId)} })`,
        ],
      },
    };
  },
  nodes: [
    {
      system: "assembly",
      type: "Contact",
      listed: ({ assembly }) => idsOf(assembly.contacts),
      asked: () => [contactCases.email.contactId],
      point: (id) => `/contacts/${id}`,
      list: "/contacts",
      pageSize: 100,
      unknownId: unknownAssemblyId,
    },
  ],
};
