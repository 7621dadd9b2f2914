import type { CreateFormInput, UpdateFormInput } from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import {
  clearableSourceIdOf,
  filledIfGiven,
  nonBlank,
  notNull,
  omitNulls,
  omitUndefined,
} from "../../resolving/input.ts";
import { newField, replacingFields } from "../form-field/input.ts";
import { type Merges, patchesOf } from "../merging/merged-update.ts";
import { organizationKind } from "../organization/loaders.ts";
import type { FormBody } from "./endpoints.ts";
import { formKind } from "./loaders.ts";

/**
 * The body of a form to create.
 * @throws BAD_USER_INPUT for a blank name, and for an id that cannot be one.
 */
export function newForm(input: CreateFormInput): FormBody & { readonly name: string } {
  const { name, organizationId, templateId, fields, ...plain } = omitNulls(input);
  return {
    name: nonBlank(name, "name"),
    ...omitUndefined({
      ...plain,
      organization: optionalSourceIdOf(organizationKind, organizationId),
      template: optionalSourceIdOf(formKind, templateId),
      fields: fields?.map((field, at) => newField(field, `fields[${at}].name`)),
    }),
  };
}

/**
 * Changes to a form: the body, less what is merged into what is stored.
 * @throws BAD_USER_INPUT for null where nothing can be cleared, a blank name, and an id that cannot be one.
 */
export function formChanges(formId: string, input: UpdateFormInput): { body: FormBody; merges: Merges } {
  const fields = notNull(input.fields, "fields");
  return {
    body: omitUndefined({
      name: filledIfGiven(input.name, "name"),
      organization: optionalSourceIdOf(organizationKind, notNull(input.organizationId, "organizationId")),
      type: notNull(input.type, "type"),
      template: clearableSourceIdOf(formKind, input.templateId),
      profileFields: notNull(input.profileFields, "profileFields"),
      fields: fields && replacingFields(formId, fields),
      notifyEmails: notNull(input.notifyEmails, "notifyEmails"),
      status: notNull(input.status, "status"),
      tags: notNull(input.tags, "tags"),
      labels: notNull(input.labels, "labels"),
      pointsByAgent: input.pointsByAgent,
      pointsByBot: input.pointsByBot,
    }),
    merges: patchesOf({ meta: notNull(input.meta, "meta") }),
  };
}
