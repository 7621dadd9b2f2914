import type { forms as endpoints } from "../../web1on1/form/endpoints.ts";
import type { StoredForm, StoredOrganization, StoredUser } from "../data/web1on1/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { objectIdMaker } from "../random.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import type { Access } from "./access.ts";
import { replacedFields } from "./form-field-body.ts";
import { listReply, selected, type WireRow } from "./list-query.ts";
import type { Web1on1Options } from "./options.ts";
import type { Session } from "./session.ts";
import {
  createFields,
  emailAddress,
  listOf,
  number,
  objectOf,
  oneOf,
  text,
  updateFields,
  type Writable,
} from "./write-body.ts";

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
export interface FormParts {
  readonly forms: Store<StoredForm>;
  readonly organizations: Store<StoredOrganization>;
  readonly access: Access;
  readonly callerOf: Session["callerOf"];
  readonly basePath: string;
  readonly options: Web1on1Options;
}

/** Finds the form of a path, when the caller may see it. */
export const formFinder =
  ({ forms, access }: Pick<FormParts, "access" | "forms">) =>
  (caller: StoredUser, formId: string): StoredForm => {
    const form = forms.get(formId.toLowerCase());
    if (form === undefined) throw new Refusal(404, "form not found");
    if (!access.reaches(caller, form.organization)) throw new Refusal(403, "outside your organization");
    return form;
  };

/** Handlers of `/forms`. By the vendor's pages a bot lists forms and an admin reads one; see `access.ts` for bots here. */
export function formHandlers(parts: FormParts): VerbHandlers<typeof endpoints> {
  const { forms, organizations, access, callerOf, basePath, options } = parts;
  const { embedsFieldIds = true } = options;
  const found = formFinder(parts);
  const makeId = objectIdMaker("web1on1/form-field");
  const wireForm = (form: StoredForm): WireRow => answered(form, embedsFieldIds);

  const checkReferences = (caller: StoredUser, { organization, template }: Partial<StoredForm>): void => {
    if (template && forms.get(template) === undefined) throw new Refusal(400, "unknown template");
    if (organization === undefined) return;
    if (organizations.get(organization) === undefined) throw new Refusal(400, "unknown organization");
    if (!access.reaches(caller, organization)) throw new Refusal(403, "the organization is outside your own");
  };

  const getReply: VerbHandlers<typeof endpoints>["get"] = (request) => {
    const caller = callerOf(request);
    access.require(caller, "admin");
    return { status: 200, body: selected(wireForm(found(caller, request.params.form_id)), request.query) };
  };

  return {
    list: (request) => {
      const caller = callerOf(request);
      access.require(caller, "bot");
      const rows = forms
        .all()
        .filter(({ organization }) => access.reaches(caller, organization))
        .map(wireForm);
      return listReply(rows, request.query, { path: `${basePath}/forms`, hiddenStatuses: ["archived"] });
    },
    create: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const { fields = [], ...rest }: Partial<StoredForm> = createFields(request.body, writable);
      checkReferences(caller, rest);
      const now = new Date(request.nowMs).toISOString();
      const form = forms.insert((id) => ({
        organization: caller.organization,
        name: "",
        type: "topic",
        status: "active",
        ...rest,
        fields: replacedFields(fields, [], { makeId, now }, embedsFieldIds),
        id,
        createdAt: now,
        updatedAt: now,
      }));
      return { status: 201, headers: { location: `/forms/${form.id}` }, body: wireForm(form) };
    },
    get: getReply,
    getToMerge: getReply,
    update: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const form = found(caller, request.params.form_id);
      const { fields, ...rest }: Partial<StoredForm> = updateFields(request.body, writable);
      checkReferences(caller, rest);
      const now = new Date(request.nowMs).toISOString();
      const updated = forms.update(form.id, {
        ...rest,
        ...(fields && { fields: replacedFields(fields, form.fields, { makeId, now }, embedsFieldIds) }),
        updatedAt: now,
      });
      return { status: 200, body: wireForm(updated ?? form) };
    },
    // For good (web1on1-v2.txt:10543); categories keep the id.
    delete: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      forms.remove(found(caller, request.params.form_id).id);
      return { status: 204 };
    },
  };
}

/** A form as the upstream answers it; what is unset is left out. */
const answered = (form: StoredForm, embedsFieldIds: boolean): WireRow =>
  Object.fromEntries(
    Object.entries({ ...form, fields: embedsFieldIds ? form.fields : form.fields.map(printed) }).filter(
      ([, value]) => value !== undefined,
    ),
  );

/** A field as the printed bodies show it inside a form. */
function printed(field: StoredForm["fields"][number]): WireRow {
  const { id, createdAt, updatedAt, ...parts } = field;
  return parts;
}
