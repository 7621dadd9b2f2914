import type { CreateContactInput, UpdateContactInput } from "../../generated/resolvers.ts";
import { validated } from "../../resolving/ids.ts";
import { clearableSourceIdOf, notNull, omitUndefined, sourceIdsOf } from "../../resolving/input.ts";
import type { CustomerFieldsBody, RemovalsBody } from "../account/endpoints.ts";
import { sourceSpecificId } from "../ids.ts";
import { labelKind } from "../label/loaders.ts";

/** Inputs that accounts and contacts share. */
type SharedCreateInput = Omit<CreateContactInput, "name" | "email" | "account" | "role">;
type SharedUpdateInput = Omit<UpdateContactInput, "name" | "email" | "account" | "role">;

/** Every external id must hold something: an empty one would address the whole collection upstream. */
const externalIds = (ids: readonly string[] | null | undefined, name: string): string[] | undefined =>
  notNull(ids, name)?.map((id) => validated(sourceSpecificId, id, "source specific id"));

const plainFields = (input: SharedUpdateInput | SharedCreateInput) => ({
  image_url: input.imageUrl,
  phone: notNull(input.phone, "phone"),
  contract_value: input.contractValue,
  contract_type: input.contractType,
  renewal_date: input.renewalDate,
  trial_expiration_date: input.trialExpirationDate,
  tier: clearableSourceIdOf(labelKind, input.tierId),
  stage: clearableSourceIdOf(labelKind, input.stageId),
  notes: input.notes,
  id_in_tool: input.idInTool,
  additional_properties: notNull(input.additionalProperties, "additionalProperties"),
});

/** The body of a create, as far as accounts and contacts share it. */
export const newCustomerFields = (input: SharedCreateInput) =>
  omitUndefined({
    ...plainFields(input),
    tags: sourceIdsOf(labelKind, input.tags, "tags"),
    source_specific_ids: externalIds(input.sourceSpecificIds, "sourceSpecificIds"),
  });

/** The body of an update, as far as accounts and contacts share it: plain lists add there. */
export const changedCustomerFields = (input: SharedUpdateInput) =>
  omitUndefined({
    ...plainFields(input),
    tags: sourceIdsOf(labelKind, input.addTags, "addTags"),
    removed_tags: sourceIdsOf(labelKind, input.removeTags, "removeTags"),
    source_specific_ids: externalIds(input.addSourceSpecificIds, "addSourceSpecificIds"),
    removed_source_specific_ids: externalIds(input.removeSourceSpecificIds, "removeSourceSpecificIds"),
  });

/** The body of an upsert by source specific id, which links the id: no document says that creating would. */
export function withSourceSpecificId<Body extends CustomerFieldsBody & RemovalsBody>(
  body: Body,
  id: string,
): Body {
  if (body.removed_source_specific_ids?.includes(id)) return body;
  return { ...body, source_specific_ids: [...new Set([...(body.source_specific_ids ?? []), id])] };
}
