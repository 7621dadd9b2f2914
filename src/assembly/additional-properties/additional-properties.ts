import type {
  CreateAdditionalPropertiesPayloadResolvers,
  MutationResolvers,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import { toGlobalId } from "../../resolving/ids.ts";
import { accountKind, contactKind } from "../kinds.ts";
import { type AccountOrContactReference, accountOrContactReference } from "../shared-by-customers/look-up.ts";
import { writtenId } from "../shared-by-customers/written-id.ts";
import { namesBody, propertiesBody } from "./input.ts";
import { propertiesOf, readProperties } from "./reads.ts";
import { creating, deleting, updating, writeProperties } from "./writes.ts";

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
