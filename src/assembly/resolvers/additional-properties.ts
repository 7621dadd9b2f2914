import type {
  CreateAdditionalPropertiesPayloadResolvers,
  MutationResolvers,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import { toGlobalId } from "../../ids.ts";
import { accountKind, contactKind } from "../kinds.ts";
import { namesBody, propertiesBody } from "../property-input.ts";
import { propertiesOf, readProperties } from "../property-reads.ts";
import { creating, deleting, updating, writeProperties } from "../property-writes.ts";
import { type AccountOrContactReference, accountOrContactReference } from "../references.ts";
import { writtenId } from "../written-id.ts";

/** `Query.additionalProperties`. */
export const Query: Pick<QueryResolvers, "additionalProperties"> = {
  additionalProperties: (_, { of }, { call }) => propertiesOf(call.assembly, accountOrContactReference(of)),
};

/** Writes of custom properties. */
export const Mutation: Pick<
  MutationResolvers,
  "createAdditionalProperties" | "updateAdditionalProperties" | "deleteAdditionalProperties"
> = {
  createAdditionalProperties: (_, { input: { of, properties } }, { call }) =>
    writeProperties(call.assembly, creating, accountOrContactReference(of), propertiesBody(properties)),
  updateAdditionalProperties: (_, { input: { of, properties } }, { call }) =>
    writeProperties(call.assembly, updating, accountOrContactReference(of), propertiesBody(properties)),
  deleteAdditionalProperties: (_, { input: { of, names } }, { call }) =>
    writeProperties(call.assembly, deleting, accountOrContactReference(of), namesBody(names)),
};

/** Fields of every payload: what the write did not answer is read only when it is selected. */
export const Payload: Pick<CreateAdditionalPropertiesPayloadResolvers, "id" | "additionalProperties"> = {
  id: async ({ of, answeredId }, _, { call }) => {
    const known = answeredId ?? idIn(of);
    const id = await writtenId(known, () => readProperties(call.assembly, of));
    return toGlobalId("account" in of ? accountKind : contactKind, id);
  },
  additionalProperties: ({ of }, _, { call }) => propertiesOf(call.assembly, of),
};

function idIn(of: AccountOrContactReference): string | undefined {
  const reference = "account" in of ? of.account : of.contact;
  return "id" in reference ? reference.id : undefined;
}
