import { contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages, quoted } from "../../support/examples.ts";
import { byOrganization } from "../keys.ts";
import { isListed, unknownId } from "../upstream.ts";

const { userId } = showcase.person;
const { organizationId } = showcase.account;

/** Chat users. */
export const examples: NounExamples = {
  arguments: (data) => {
    const { users } = data.web1on1;
    const address = users.find(({ id }) => id === userId)?.email;
    const [byId] = byOrganization(data);
    const member = users.find(({ organizations }) => organizations.length > 1);
    return {
      Query: {
        user: [
          `(by: { id: "${userId}" })`,
          `(by: { email: ${quoted(address)} })`,
          `(by: { id: "${contactCases.email.userId}" })`,
        ],
        users: [...pages, `(filter: { organization: "${organizationId}" })`],
      },
      Mutation: {
        createUser: [
          `(input: { email: "new@acme.example" })`,
          `(input: { email: "new2@acme.example", organization: { domain: "acme.example" } })`,
        ],
        updateUser: [
          `(id: "${userId}", input: { givenName: "S" })`,
          `(id: "${userId}", input: { settings: { locale: NL }, organization: ${byId} })`,
          `(id: "${userId}", input: { status: INVITED })`,
        ],
        deleteUser: [`(id: "${users[50]?.id}")`],
        removeUserFromOrganization: [`(id: "${member?.id}", organizationId: "${member?.organizations[1]}")`],
        uploadUserAvatar: [`(id: "${users[51]?.id}", input: { file: $file })`],
        deleteUserAvatar: [`(id: "${users[50]?.id}")`],
      },
    };
  },
  nodes: [
    {
      system: "web1on1",
      type: "User",
      listed: ({ web1on1 }) => idsOf(web1on1.users.filter(isListed)),
      unlisted: ({ web1on1 }) => idsOf(web1on1.users.filter((row) => !isListed(row))),
      asked: ({ web1on1 }) => idsOf(web1on1.users.slice(0, 6)),
      point: (id) => `/users/${id}`,
      list: "/users",
      pageSize: 100,
      unknownId,
    },
  ],
};
