import { write } from "../../fields/write.ts";
import type {
  MutationCreateFormArgs,
  MutationDeleteFormArgs,
  MutationResolvers,
  MutationUpdateFormArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { updateMerged, usesOfMerges } from "../merging/merged-update.ts";
import { forms } from "./endpoints.ts";
import { formChanges, newForm } from "./input.ts";
import { formKind } from "./loaders.ts";

/** Writes of forms. */
export const Mutation = {
  createForm: write(
    ({ input }: MutationCreateFormArgs) => ({ endpoint: forms.create, body: newForm(input) }),
    async ({ endpoint, body }, { call }) => {
      const form = await call(endpoint, { body });
      return { formId: toGlobalId(formKind, form.id), form };
    },
  ),
  updateForm: write(
    ({ id, input }: MutationUpdateFormArgs) => {
      const form_id = sourceIdOf(formKind, id);
      const { body, merges } = formChanges(form_id, input);
      return { endpoint: forms.update, form_id, body, merges, uses: usesOfMerges(merges, forms.getToMerge) };
    },
    async ({ endpoint, form_id, body, merges }, context) => {
      const { call, freshCall } = context;
      const form = await updateMerged(
        {
          kind: formKind,
          sourceId: form_id,
          merges,
          read: () => freshCall(forms.getToMerge, { form_id }),
          update: (merged) => call(endpoint, { form_id, body: { ...body, ...merged } }),
        },
        context,
      );
      return { formId: toGlobalId(formKind, form_id), form };
    },
  ),
  deleteForm: write(
    ({ id }: MutationDeleteFormArgs) => ({ endpoint: forms.delete, form_id: sourceIdOf(formKind, id) }),
    async ({ endpoint, form_id }, { call }) => {
      await call(endpoint, { form_id });
      return { deletedFormId: toGlobalId(formKind, form_id) };
    },
  ),
} satisfies MutationResolvers;
