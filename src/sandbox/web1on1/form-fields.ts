import type { formFields as endpoints } from "../../web1on1/form-field/endpoints.ts";
import type { StoredForm, StoredFormField } from "../data/web1on1/stored.ts";
import type { HandlerRequest, VerbHandlers } from "../emulator.ts";
import { objectIdMaker } from "../random.ts";
import { Refusal } from "../refusal.ts";
import { newField, writableField } from "./form-field-body.ts";
import type { FormParts } from "./forms.ts";
import { objectFinder } from "./owned-objects.ts";
import { updateFields } from "./write-body.ts";

/** Handlers of `/forms/{form_id}/fields`. */
export function formFieldHandlers(parts: FormParts): VerbHandlers<typeof endpoints> {
  const { forms, options } = parts;
  const formOf = objectFinder(forms, "form", parts);
  const makeId = objectIdMaker("web1on1/added-form-field");

  const formIn = (request: Pick<HandlerRequest<"{form_id}">, "headers" | "nowMs" | "params">): StoredForm =>
    formOf(request, request.params.form_id, "admin").row;

  const found = (form: StoredForm, fieldId: string): StoredFormField => {
    const field = form.fields.find(({ id }) => id === fieldId.toLowerCase());
    if (field === undefined) throw new Refusal(404, "form field not found");
    return field;
  };

  const store = (form: StoredForm, fields: readonly StoredFormField[], now: string): void => {
    forms.update(form.id, { fields, updatedAt: now });
  };

  const refuseInferred = (): void => {
    if (options.servesInferred !== true) throw new Refusal(404, "not found");
  };

  return {
    list: (request) => ({ status: 200, body: formIn(request).fields }),
    create: (request) => {
      const form = formIn(request);
      const now = new Date(request.nowMs).toISOString();
      const field = newField(request.body, { makeId, now });
      store(form, [...form.fields, field], now);
      return { status: 201, headers: { location: `/forms/${form.id}/fields/${field.id}` }, body: field };
    },
    get: (request) => ({ status: 200, body: found(formIn(request), request.params.field_id) }),
    update: (request) => {
      refuseInferred();
      const form = formIn(request);
      const field = found(form, request.params.field_id);
      const now = new Date(request.nowMs).toISOString();
      const updated = { ...field, ...updateFields(request.body, writableField), updatedAt: now };
      store(
        form,
        form.fields.map((other) => (other === field ? updated : other)),
        now,
      );
      return { status: 200, body: updated };
    },
    delete: (request) => {
      refuseInferred();
      const form = formIn(request);
      const field = found(form, request.params.field_id);
      store(
        form,
        form.fields.filter((other) => other !== field),
        new Date(request.nowMs).toISOString(),
      );
      return { status: 204 };
    },
  };
}
