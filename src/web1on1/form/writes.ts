import type {
  MutationCreateFormArgs,
  MutationResolvers,
  MutationUpdateFormArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { objectWrites } from "../object-writes.ts";
import { forms } from "./endpoints.ts";
import { formChanges, newForm } from "./input.ts";
import { formKind } from "./loaders.ts";

const writes = objectWrites({ name: "form", kind: formKind, parameter: "form_id" });

/** Creates, changes and deletes forms. */
export const Mutation = {
  createForm: writes.create(forms.create, ({ input }: MutationCreateFormArgs) => ({ body: newForm(input) })),
  updateForm: writes.update(forms, ({ id, input }: MutationUpdateFormArgs) =>
    formChanges(sourceIdOf(formKind, id), input),
  ),
  deleteForm: writes.delete(forms.delete),
} satisfies MutationResolvers;
