import { directory } from "../../rest/cache-policy.ts";
import { optionalRecord, requireRecord, requireRows } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, PATCH, POST } from "../endpoints.ts";

/** A choice of a field. */
export interface FormFieldOptionJson {
  readonly key?: string | null;
  readonly value?: string | null;
}

/** A field of a form as a form embeds it: in the printed bodies without id and times (web1on1-v2.txt:9685-9698). */
export interface FormFieldJson {
  readonly id?: string | null;
  readonly name: string;
  readonly label?: string | null;
  readonly type?: string | null;
  readonly entity?: string | null;
  readonly pattern?: string | null;
  readonly options?: readonly FormFieldOptionJson[] | null;
  readonly required?: boolean | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
}

/** A field with an id, as it is answered by itself. */
export interface IdentifiedFieldJson extends FormFieldJson {
  readonly id: string;
}

/** A field with the form that it is part of. */
export interface FieldOfForm extends FormFieldJson {
  readonly formId: string;
}

/** Writable parts of a field; options replace what is stored. */
export type FormFieldBody = Omit<FormFieldJson, "id" | "name" | "createdAt" | "updatedAt"> & {
  readonly name?: string;
};

/** Shows whether a field was written. */
const fieldsOfForm = "query ($formId: ID!) { form(id: $formId) { fields { id name createdAt } } }";

/** Fields of forms: web1on1-v2.txt:10553-10875. A form embeds its fields, so a write of either changes both. */
export const formFields = endpoints(
  { cache: directory, invalidates: ["forms", "formFields"], reconcile: fieldsOfForm },
  {
    list: GET("/forms/{form_id}/fields").returns((rows: readonly FormFieldJson[]) => requireRows(rows)),
    /** The id in the body counts: the printed `Location` has another one. */
    create: POST("/forms/{form_id}/fields")
      .body<FormFieldBody & { readonly name: string }>()
      .returns(requireRecord<IdentifiedFieldJson>),
    get: GET("/forms/{form_id}/fields/{field_id}").returns(requireRecord<IdentifiedFieldJson>),
    update: PATCH("/forms/{form_id}/fields/{field_id}")
      .inferred()
      .body<FormFieldBody>()
      .returns(optionalRecord<IdentifiedFieldJson>),
    delete: DELETE("/forms/{form_id}/fields/{field_id}").inferred().returns<undefined>(),
  },
);
