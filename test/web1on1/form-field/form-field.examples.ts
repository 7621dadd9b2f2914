import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { NounExamples } from "../../support/examples.ts";
import { unknownId } from "../upstream.ts";

const { id: formId, fieldId } = showcase.form;
const ids = `formId: "${formId}", id: "${fieldId}"`;

/** Fields of forms. */
export const examples: NounExamples = {
  arguments: ({ web1on1 }) => {
    const other = web1on1.forms.at(-2);
    return {
      Query: { formField: [`(form: "${formId}", id: "${fieldId}")`] },
      Mutation: {
        createFormField: [`(formId: "${formId}", input: { name: "f" })`],
        updateFormField: [`(${ids}, input: { label: "L" })`],
        deleteFormField: [`(formId: "${other?.id}", id: "${other?.fields[0]?.id}")`],
      },
    };
  },
  nodes: [
    {
      system: "web1on1",
      type: "FormField",
      // Each is a call of its own: few enough for the rate limit.
      listed: ({ web1on1 }) =>
        web1on1.forms.flatMap(({ id, fields }) =>
          id === formId ? fields.map((field) => `${id}.${field.id}`) : [],
        ),
      asked: () => [`${formId}.${fieldId}`],
      point: (id) => `/forms/${id.replace(".", "/fields/")}`,
      unknownId: `${formId}.${unknownId}`,
    },
  ],
};
