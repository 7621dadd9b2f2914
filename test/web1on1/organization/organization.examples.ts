import { accountCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages } from "../../support/examples.ts";
import { byOrganization } from "../keys.ts";
import { isListed, unknownId } from "../upstream.ts";

const { organizationId } = showcase.account;

/** Chat organizations. */
export const examples: NounExamples = {
  arguments: (data) => {
    const byKey = byOrganization(data);
    const [, byDomain] = byKey;
    const billing = `{ billReceiver: "a", billSender: "b", stripeCustomerId: "c", currentPlan: "d" }`;
    return {
      Query: {
        organization: byKey.map((by) => `(by: ${by})`),
        organizations: [...pages, "(filter: { status: ARCHIVED })"],
      },
      Organization: { users: pages, children: pages },
      Mutation: {
        createOrganization: [`(input: { name: "N", billingInfo: ${billing}, parent: ${byDomain} })`],
        updateOrganization: [
          `(id: "${organizationId}", input: { name: "Acme" })`,
          `(id: "${organizationId}", input: { settings: { enableMail: true }, partners: [{ organization: ${byDomain}, permission: "read" }] })`,
        ],
        deleteOrganization: [`(id: "${data.web1on1.organizations[20]?.id}")`],
        uploadOrganizationLogo: [`(id: "${data.web1on1.organizations[21]?.id}", input: { file: $file })`],
        deleteOrganizationLogo: [`(id: "${data.web1on1.organizations[20]?.id}")`],
      },
    };
  },
  nodes: [
    {
      system: "web1on1",
      type: "Organization",
      listed: ({ web1on1 }) => idsOf(web1on1.organizations.filter(isListed)),
      unlisted: ({ web1on1 }) => idsOf(web1on1.organizations.filter((row) => !isListed(row))),
      asked: () => [organizationId, accountCases.sourceIdArchived.organizationId],
      point: (id) => `/organizations/${id}`,
      list: "/organizations",
      pageSize: 100,
      unknownId,
    },
  ],
};
