import { serviceId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages } from "../../support/examples.ts";
import { isListed, unknownId } from "../upstream.ts";

const { organizationId } = showcase.account;
const id = serviceId("acme", 0);

/** Services. */
export const examples: NounExamples = {
  arguments: () => ({
    Query: {
      service: [`(id: "${id}")`, `(id: "${serviceId("acme", 5)}")`],
      services: [...pages, `(filter: { organization: "${organizationId}", type: WEBHOOK })`],
    },
    Mutation: {
      createService: [
        `(input: { name: "N", organizationId: "${organizationId}", params: { webhook: { url: "https://a.example" } } })`,
      ],
      updateService: [
        `(id: "${id}", input: { name: "Order updates" })`,
        `(id: "${id}", input: { meta: { a: 1 } })`,
      ],
      deleteService: [`(id: "${serviceId("master", 0)}")`],
    },
  }),
  nodes: [
    {
      system: "web1on1",
      type: "Service",
      listed: ({ web1on1 }) => idsOf(web1on1.services.filter(isListed)),
      unlisted: ({ web1on1 }) => idsOf(web1on1.services.filter((row) => !isListed(row))),
      asked: () => [id, serviceId("acme", 5)],
      point: (serviceId) => `/services/${serviceId}`,
      list: "/services",
      pageSize: 100,
      unknownId,
    },
  ],
};
