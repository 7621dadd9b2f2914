import type { forms as endpoints } from "../../web1on1/form/endpoints.ts";
import type { StoredForm } from "../data/web1on1/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { objectIdMaker } from "../random.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import { replacedFields } from "./form-field-body.ts";
import { type WireRow, wireRow } from "./list-query.ts";
import type { Web1on1Options } from "./options.ts";
import { ownedObjects } from "./owned-objects.ts";
import type { SharedParts } from "./shared-parts.ts";
import { emailAddress, listOf, number, objectOf, oneOf, text, type Writable } from "./write-body.ts";

/** The fields that a form can be written with: web1on1-v2.txt:9755-9890. */
const writable: Writable = {
  checks: {
    organization: text,
    name: text,
    type: oneOf("topic", "static"),
    template: text,
    profileFields: listOf(text),
    fields: listOf(objectOf()),
    notifyEmails: listOf(emailAddress),
    status: oneOf("active", "archived"),
    tags: listOf(text),
    labels: listOf(text),
    pointsByAgent: number,
    pointsByBot: number,
    meta: objectOf(),
  },
  required: ["name"],
  kept: ["organization", "type", "fields", "status"],
};

/** The parts that handlers of forms and of their fields are made from. */
export interface FormParts extends SharedParts {
  readonly forms: Store<StoredForm>;
  readonly options: Web1on1Options;
}

/** Handlers of `/forms`. By the vendor's pages a bot lists forms and an admin reads one; see `access.ts` for bots here. */
export function formHandlers(parts: FormParts): VerbHandlers<typeof endpoints> {
  const { forms } = parts;
  const { embedsFieldIds = true } = parts.options;
  const makeId = objectIdMaker("web1on1/form-field");
  const owned = ownedObjects(
    {
      rows: forms,
      title: "form",
      path: "/forms",
      scopes: { list: "bot", get: "admin" },
      hiddenStatuses: ["archived"],
      writable,
      check: ({ template }) => {
        if (template && forms.get(template) === undefined) throw new Refusal(400, "unknown template");
      },
      wire: (form) => answered(form, embedsFieldIds),
    },
    parts,
  );
  const get: VerbHandlers<typeof endpoints>["get"] = (request) => owned.get(request, request.params.form_id);
  return {
    list: owned.list,
    create: (request) =>
      owned.create(request, ({ name = "", fields = [], ...rest }, set) => ({
        type: "topic",
        status: "active",
        ...rest,
        name,
        fields: replacedFields(fields, [], { makeId, now: set.createdAt }, embedsFieldIds),
        ...set,
      })),
    get,
    getToMerge: get,
    update: (request) =>
      owned.update(request, request.params.form_id, {
        change: ({ fields, ...rest }, form, now) => ({
          ...rest,
          ...(fields && { fields: replacedFields(fields, form.fields, { makeId, now }, embedsFieldIds) }),
        }),
      }),
    // For good (web1on1-v2.txt:10543); categories keep the id.
    delete: (request) => owned.delete(request, request.params.form_id, ({ id }) => void forms.remove(id)),
  };
}

/** A form as the upstream answers it. */
const answered = (form: StoredForm, embedsFieldIds: boolean): WireRow =>
  wireRow(embedsFieldIds ? form : { ...form, fields: form.fields.map(printed) });

/** A field as the printed bodies show it inside a form. */
function printed(field: StoredForm["fields"][number]): WireRow {
  const { id, createdAt, updatedAt, ...parts } = field;
  return parts;
}
