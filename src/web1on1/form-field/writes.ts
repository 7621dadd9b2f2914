import { callsOf, freshCallsOf, type LoaderUse } from "../../estimate/field-cost.ts";
import { atMost, exactly } from "../../estimate/range.ts";
import { write } from "../../fields/write.ts";
import type {
  MutationCreateFormFieldArgs,
  MutationDeleteFormFieldArgs,
  MutationResolvers,
  MutationUpdateFormFieldArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { idIn } from "../../rest/row-values.ts";
import { type FormJson, forms } from "../form/endpoints.ts";
import { formKind } from "../form/loaders.ts";
import { type ChildIds, childGlobalId, childNamed } from "../ids.ts";
import { mergePatch } from "../merging/merge-patch.ts";
import { callsInferred } from "../system.ts";
import { type FieldOfForm, type FormFieldJson, formFields } from "./endpoints.ts";
import { fieldChanges, newField } from "./input.ts";
import { formFieldKind } from "./kind.ts";
import { rewriteFields } from "./stored-fields.ts";

/** Reads before all fields of a form are written; or a route that changes one is called, in the place of that write. */
const usesOfRewrite = (inferred: AnyEndpoint): LoaderUse[] => [
  freshCallsOf(forms.getToMerge, atMost(1)),
  freshCallsOf(formFields.list, atMost(1)),
  callsOf(inferred, exactly(0)),
];

const globalId = (ids: ChildIds): string => childGlobalId(formFieldKind, ids);

/** The field at a place of a form that an update answered; undefined where the form does not tell its id. */
function answeredField(form: FormJson | undefined, place: number, formId: string): FieldOfForm | undefined {
  const field = Array.isArray(form?.fields) ? (form.fields as readonly FormFieldJson[])[place] : undefined;
  const id = idIn(field);
  return field && id !== undefined ? { ...field, id, formId } : undefined;
}

/** Writes of fields of forms. Each waits for other changes of its form, of which all fields may be written at once. */
export const Mutation = {
  createFormField: write(
    ({ formId, input }: MutationCreateFormFieldArgs) => ({
      endpoint: formFields.create,
      form_id: sourceIdOf(formKind, formId),
      body: newField(input),
    }),
    async ({ endpoint, form_id, body }, { call, exclusively }) => {
      const field = await exclusively(formKind, form_id, () => call(endpoint, { form_id, body }));
      const formFieldId = globalId({ parentId: form_id, ownId: field.id });
      return { formFieldId, formField: { ...field, formId: form_id } };
    },
  ),
  updateFormField: write(
    ({ formId, id, input }: MutationUpdateFormFieldArgs) => ({
      endpoint: forms.update,
      ids: childNamed(formFieldKind, formId, id),
      changes: fieldChanges(input),
      uses: usesOfRewrite(formFields.update),
    }),
    async ({ ids, changes }, context) => {
      const { call, exclusively, settingOf } = context;
      const { parentId: formId, ownId } = ids;
      if (settingOf(callsInferred)) {
        const path = { form_id: formId, field_id: ownId };
        const answered = await exclusively(formKind, formId, () =>
          call(formFields.update, { ...path, body: changes }),
        );
        return { formFieldId: globalId(ids), formField: answered && { ...answered, formId } };
      }
      const { form, place } = await rewriteFields(
        ids,
        (stored, place) => stored.map((field, at) => (at === place ? mergePatch(field, changes) : field)),
        context,
      );
      const formField = answeredField(form, place, formId);
      // It may have been given a new id.
      return { formFieldId: globalId({ parentId: formId, ownId: formField?.id ?? ownId }), formField };
    },
  ),
  deleteFormField: write(
    ({ formId, id }: MutationDeleteFormFieldArgs) => ({
      endpoint: forms.update,
      ids: childNamed(formFieldKind, formId, id),
      uses: usesOfRewrite(formFields.delete),
    }),
    async ({ ids }, context) => {
      const { call, exclusively, settingOf } = context;
      const { parentId: form_id, ownId: field_id } = ids;
      const deleted = { deletedFormFieldId: globalId(ids), formId: toGlobalId(formKind, form_id) };
      if (settingOf(callsInferred)) {
        await exclusively(formKind, form_id, () => call(formFields.delete, { form_id, field_id }));
        return deleted;
      }
      const { form } = await rewriteFields(
        ids,
        (stored, place) => stored.filter((_, at) => at !== place),
        context,
      );
      return { ...deleted, form };
    },
  ),
} satisfies MutationResolvers;
