import type { GraphQLResolveInfo } from "graphql";
import { undocumentedValue } from "../../errors.ts";
import { useOf } from "../../estimate/field-cost.ts";
import { anyNumber, atMost } from "../../estimate/range.ts";
import { isSelected } from "../../estimate/selected-fields.ts";
import { field } from "../../fields/field.ts";
import { payload } from "../../fields/payload.ts";
import { ref } from "../../fields/reference.ts";
import type { FormFieldResolvers, FormResolvers, QueryResolvers } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { mapPromiseOrValue } from "../../loaders/promise-or-value.ts";
import type { Noun } from "../../resolving/noun.ts";
import { idIn } from "../../rest/row-values.ts";
import { childById } from "../child-by-id.ts";
import type { FormJson } from "../form/endpoints.ts";
import { formById, formKind } from "../form/loaders.ts";
import { childGlobalId } from "../ids.ts";
import { areLacking, completedFields, embeddedFields } from "./embedded-fields.ts";
import { type FieldOfForm, formFields } from "./endpoints.ts";
import { formFieldKind } from "./kind.ts";
import { formFieldById, listedFields } from "./loaders.ts";
import { Mutation } from "./writes.ts";

const Query = {
  formField: childById(formFieldKind, formFieldById, "form"),
} satisfies QueryResolvers;

const Form = {
  // One read for each form whose fields come without something that is selected of them.
  fields: field(
    { uses: [useOf(listedFields, atMost(1))], cardinality: anyNumber },
    (form: FormJson, _args: unknown, { access, of }: OperationContext, info: GraphQLResolveInfo) => {
      // Its fields may be asked for their form.
      of(formById).prime(form.id, form);
      const embedded = embeddedFields(form);
      const isAsked = (name: string) => isSelected(info, [name], access);
      if (!embedded || !areLacking(embedded, isAsked)) return embedded;
      return mapPromiseOrValue(of(listedFields).load(form.id), (listed) =>
        completedFields(embedded, listed ?? [], isAsked),
      );
    },
  ),
} satisfies FormResolvers;

const FormField = {
  id: (row) => {
    const id = idIn(row);
    if (id === undefined) throw undocumentedValue("web1on1");
    return childGlobalId(formFieldKind, { parentId: row.formId, ownId: id });
  },
  sourceId: (row) => idIn(row) ?? null,
  form: ref(formKind, formById, ({ formId }: FieldOfForm) => formId),
} satisfies FormFieldResolvers;

/** Fields of forms. */
export const formField: Noun = {
  endpoints: { formFields },
  loaders: { listedFields, formFieldById },
  nodes: [{ kind: formFieldKind, loader: formFieldById, isFoundBySourceId: false }],
  resolvers: {
    Query,
    Mutation,
    Form,
    FormField,
    // The update answers the form with the field, as a rule.
    UpdateFormFieldPayload: payload("formField", formFieldKind, formFieldById, atMost(1)),
    DeleteFormFieldPayload: payload("form", formKind, formById, atMost(1)),
  },
};
