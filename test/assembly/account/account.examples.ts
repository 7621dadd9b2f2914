import { accountCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages, quoted } from "../../support/examples.ts";
import { byAccount, unknownAssemblyId } from "../keys.ts";

const { accountId, domain } = showcase.account;

/** Accounts. */
export const examples: NounExamples = {
  arguments: ({ assembly }) => ({
    Query: {
      account: [...byAccount, `{ domain: "nobody.example" }`].map((by) => `(by: ${by})`),
      accounts: pages,
    },
    Account: { contacts: pages, usageLogs: pages },
    Mutation: {
      createAccount: [
        `(input: { type: COMPANY, name: "New", domain: "new.example" })`,
        `(input: { type: CUSTOMER, name: "Ada", domain: "ada@new.example" })`,
      ],
      updateAccount: byAccount.flatMap((by) => [
        `(by: ${by}, input: { notes: "x" })`,
        `(by: ${by}, input: { domain: "${domain}" })`,
      ]),
      upsertAccount: [
        ...byAccount.map((by) => `(by: ${by}, input: { notes: "y" })`),
        `(input: { type: COMPANY, name: "Newer", domain: "newer.example" })`,
      ],
      deleteAccount: [
        `(by: { id: "${accountCases.none.accountId}" })`,
        `(by: { domain: ${quoted(assembly.accounts[12]?.domain)} })`,
        `(by: { sourceSpecificId: ${quoted(assembly.accounts[14]?.source_specific_ids?.[0])} })`,
      ],
    },
  }),
  nodes: [
    {
      system: "assembly",
      type: "Account",
      listed: ({ assembly }) => idsOf(assembly.accounts),
      asked: () => [accountId, accountCases.empty.accountId],
      point: (id) => `/accounts/${id}`,
      list: "/accounts",
      pageSize: 100,
      unknownId: unknownAssemblyId,
    },
  ],
};
