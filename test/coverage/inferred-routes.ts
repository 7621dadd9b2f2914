import { showcase } from "../../src/sandbox/data/showcase.ts";

const ids = `formId: "${showcase.form.id}", id: "${showcase.form.fieldId}"`;

/** Asks for what is done by routes that no document shows, once these are switched on. */
export async function askInferredRoutes(ask: (document: string) => Promise<void>): Promise<void> {
  await ask(`mutation { updateFormField(${ids}, input: { label: "L" }) { formField { id } } }`);
  await ask(`mutation { deleteFormField(${ids}) { deletedFormFieldId } }`);
}
