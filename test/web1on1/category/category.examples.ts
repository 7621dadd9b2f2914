import type { SandboxData } from "../../../src/sandbox/data/sandbox-data.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { NounExamples } from "../../support/examples.ts";
import { unknownId } from "../upstream.ts";

const { organizationId } = showcase.account;

/** Ids of categories as global ids hold them: that of the organization, then their own. */
const idsIn = ({ web1on1 }: SandboxData): string[] =>
  web1on1.organizations.flatMap(({ id, categories }) =>
    (categories ?? []).flatMap((category) => (category ? `${id}.${category.id}` : [])),
  );

const ofShowcase = (data: SandboxData): string[] =>
  idsIn(data).filter((id) => id.startsWith(`${organizationId}.`));

/** Categories of chat organizations. */
export const examples: NounExamples = {
  arguments: (data) => {
    const [first, second] = ofShowcase(data).map((id) => id.split(".")[1]);
    const organization = `organizationId: "${organizationId}"`;
    // The second organization with a category, so that the showcase keeps all of its own.
    const [owner = "", own = ""] =
      idsIn(data)
        .find((id) => !id.startsWith(organizationId))
        ?.split(".") ?? [];
    return {
      Query: { category: [`(organization: "${organizationId}", id: "${first}")`] },
      Mutation: {
        setCategorySlot: [
          `(${organization}, index: 1, expectedCategoryId: "${second}", input: { name: "Returns" })`,
        ],
        addCategory: [
          `(organizationId: "${owner}", input: { name: "Added" })`,
          // All slots of the showcase are in use.
          `(${organization}, input: { name: "Added" })`,
        ],
        updateCategory: [`(${organization}, id: "${first}", input: { name: "Orders" })`],
        removeCategory: [`(organizationId: "${owner}", id: "${own}")`],
      },
    };
  },
  nodes: [
    {
      system: "web1on1",
      type: "Category",
      listed: ofShowcase,
      // Two of one organization, which its list answers in one call.
      asked: (data) => ofShowcase(data).slice(0, 2),
      point: (id) => `/organizations/${id.replace(".", "/categories/")}`,
      list: `/organizations/${organizationId}/categories`,
      pageSize: 10,
      unknownId: `${organizationId}.${unknownId}`,
    },
  ],
};
