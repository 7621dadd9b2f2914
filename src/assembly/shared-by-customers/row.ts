import { ref, refs } from "../../fields/reference.ts";
import type { CustomerFieldsJson } from "../account/endpoints.ts";
import { labelKind, listedLabelById } from "../label/loaders.ts";

/** Fields of accounts and contacts that lead to labels. */
export const labelFields = {
  tier: ref(labelKind, listedLabelById, ({ tier }: CustomerFieldsJson) => tier),
  stage: ref(labelKind, listedLabelById, ({ stage }: CustomerFieldsJson) => stage),
  tags: refs(labelKind, listedLabelById, ({ tags }: CustomerFieldsJson) => tags),
};
