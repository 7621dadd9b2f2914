import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { idsOf, type NounExamples, pages } from "../../support/examples.ts";
import { isListed, unknownId } from "../upstream.ts";

const { id, templateId } = showcase.form;
const { organizationId } = showcase.account;

/** Forms. */
export const examples: NounExamples = {
  arguments: (data) => ({
    Query: {
      form: [`(id: "${id}")`],
      forms: [...pages, `(filter: { organization: "${organizationId}", status: ACTIVE })`],
    },
    Mutation: {
      createForm: [
        `(input: { name: "F", organizationId: "${organizationId}", templateId: "${templateId}", fields: [{ name: "f" }] })`,
      ],
      updateForm: [
        `(id: "${id}", input: { labels: ["isLead"] })`,
        `(id: "${id}", input: { meta: { a: 1 } })`,
      ],
      deleteForm: [`(id: "${data.web1on1.forms.at(-1)?.id}")`],
    },
  }),
  nodes: [
    {
      system: "web1on1",
      type: "Form",
      listed: ({ web1on1 }) => idsOf(web1on1.forms.filter(isListed)),
      unlisted: ({ web1on1 }) => idsOf(web1on1.forms.filter((row) => !isListed(row))),
      asked: () => [id, templateId],
      point: (formId) => `/forms/${formId}`,
      list: "/forms",
      pageSize: 100,
      unknownId,
    },
  ],
};
