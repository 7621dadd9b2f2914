import { organizationGroupId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages } from "../../support/examples.ts";
import { unknownId } from "../upstream.ts";

const { organizationId } = showcase.account;
const groupId = organizationGroupId("Early adopters");

/** Groups of chat organizations. */
export const examples: NounExamples = {
  arguments: ({ web1on1 }) => {
    const ownedId = organizationGroupId("Partners of Acme");
    const other = web1on1.organizations[20]?.id;
    return {
      Query: {
        organizationGroup: [`(id: "${groupId}")`],
        organizationGroups: [
          ...pages,
          `(filter: { member: "${organizationId}" })`,
          `(filter: { organization: "${organizationId}" }, sort: { field: NAME })`,
        ],
      },
      // The last one stands in operations that select all fields, which may ask for so many objects only.
      OrganizationGroup: { members: ["", "(first: 0)", "(first: 3)"] },
      Mutation: {
        createOrganizationGroup: [
          `(input: { name: "N", organizationId: "${organizationId}", memberIds: ["${organizationId}"] })`,
        ],
        updateOrganizationGroup: [`(id: "${ownedId}", input: { name: "Partners" })`],
        deleteOrganizationGroup: [`(id: "${organizationGroupId("Empty")}")`],
        addOrganizationGroupMembers: [`(id: "${ownedId}", memberIds: ["${other}"])`],
        removeOrganizationGroupMember: [`(id: "${ownedId}", memberId: "${other}")`],
      },
    };
  },
  nodes: [
    {
      system: "web1on1",
      type: "OrganizationGroup",
      listed: ({ web1on1 }) => idsOf(web1on1.organizationGroups),
      asked: () => [groupId],
      point: (id) => `/orggroups/${id}`,
      list: "/orggroups",
      pageSize: 100,
      unknownId,
    },
  ],
};
