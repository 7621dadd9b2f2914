import type {
  AdditionalPropertiesJson,
  CustomerFieldsBody,
  CustomerFieldsJson,
  RemovalsBody,
} from "../../assembly/account/endpoints.ts";
import type { LabelJson } from "../../assembly/label/endpoints.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import { type Check, day, filledText, listOf, map, nullable, number, oneOf, text } from "./fields.ts";
import type { AssemblyOptions } from "./options.ts";

type Checks<Body> = Readonly<Record<keyof Body & string, Check>>;

/** A label that exists and is of the type that the field wants. */
export const labelOf =
  (labels: Store<LabelJson>, type: string): Check =>
  (value, field) => {
    if (typeof value !== "string" || labels.get(value)?.type !== type) {
      throw new Refusal(400, `${field} must be the id of a ${type} label`);
    }
  };

/** Checks of the fields that accounts and contacts share. */
export const customerChecks = (labels: Store<LabelJson>): Checks<CustomerFieldsBody> => ({
  source_specific_ids: listOf(filledText),
  image_url: nullable(text),
  phone: listOf(text),
  contract_value: nullable(number),
  contract_type: nullable(oneOf("Month", "Year")),
  renewal_date: nullable(day),
  trial_expiration_date: nullable(day),
  tier: nullable(labelOf(labels, "Tier")),
  stage: nullable(labelOf(labels, "Stage")),
  tags: listOf(labelOf(labels, "AccountTag")),
  notes: nullable(text),
  id_in_tool: nullable(text),
  additional_properties: map,
});

/** Checks of what an update may take away; a label that is gone can be taken away too. */
export const removalChecks: Checks<RemovalsBody> = {
  removed_tags: listOf(text),
  removed_source_specific_ids: listOf(text),
};

/** A row before anything is written into it. */
export const blank = {
  source_specific_ids: [],
  image_url: null,
  phone: [],
  contract_value: null,
  contract_type: null,
  renewal_date: null,
  trial_expiration_date: null,
  tier: null,
  stage: null,
  tags: [],
  notes: null,
  id_in_tool: null,
  additional_properties: {},
} satisfies CustomerFieldsJson;

/** A row with a body written into it: tags and ids are added or removed, properties merged, other fields replaced. */
export function written<Row extends CustomerFieldsJson, Body extends CustomerFieldsBody & RemovalsBody>(
  row: Row,
  body: Body,
) {
  const { removed_tags, removed_source_specific_ids, ...fields } = body;
  return {
    ...row,
    ...fields,
    tags: changed(row.tags, body.tags, removed_tags),
    source_specific_ids: changed(
      row.source_specific_ids,
      body.source_specific_ids,
      removed_source_specific_ids,
    ),
    additional_properties: { ...row.additional_properties, ...body.additional_properties },
  };
}

/** Custom properties in the shape that this revision answers. */
export function propertiesJson(
  properties: AdditionalPropertiesJson | null | undefined,
  { additionalPropertiesAsList }: Pick<AssemblyOptions, "additionalPropertiesAsList">,
): AdditionalPropertiesJson {
  const map = properties ?? {};
  if (!additionalPropertiesAsList) return map;
  return Object.entries(map).map(([name, value]): { name: string; value: unknown } => ({ name, value }));
}

function changed(
  present: readonly string[] | null | undefined,
  added: readonly string[] | undefined,
  removed: readonly string[] | undefined,
): string[] {
  const all = new Set([...(present ?? []), ...(added ?? [])]);
  for (const value of removed ?? []) all.delete(value);
  return [...all];
}
