import { callsOf } from "../../estimate/field-cost.ts";
import { field } from "../../fields/field.ts";
import { write } from "../../fields/write.ts";
import type {
  AccountOrContactLookup,
  DeleteAdditionalPropertiesInput,
  MutationResolvers,
  QueryAdditionalPropertiesArgs,
  QueryResolvers,
  UpdateAdditionalPropertiesInput,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { Noun } from "../../resolving/noun.ts";
import { ownerReference } from "../shared-by-customers/look-up.ts";
import { additionalProperties as endpoints } from "./endpoints.ts";
import { namesBody, propertiesBody } from "./input.ts";
import { type WrittenProperties, writtenProperties, writtenTo } from "./payload.ts";
import { endpointOf, propertiesOf } from "./reads.ts";
import { creating, deleting, type PropertyWrite, updating } from "./writes.ts";

const Query = {
  additionalProperties: field(
    ({ of }: QueryAdditionalPropertiesArgs) => ({ uses: [callsOf(endpointOf(ownerReference(of)))] }),
    (_: unknown, { of }: QueryAdditionalPropertiesArgs, { call }: OperationContext) =>
      propertiesOf(call, ownerReference(of)),
  ),
} satisfies QueryResolvers;

/** A field that writes properties of one object. */
const propertyWrite = <Input extends { readonly of: AccountOrContactLookup }, Body>(
  writes: PropertyWrite<Body>,
  bodyOf: (input: Input) => Body,
) =>
  write(
    ({ input }: { readonly input: Input }) => {
      const owner = ownerReference(input.of);
      const { endpoint, send } = writes[owner.type][owner.by];
      return { endpoint, send, owner, body: bodyOf(input), tells: writtenTo.is(owner) };
    },
    async ({ body, owner, send }, { call }): Promise<WrittenProperties> => ({
      owner,
      answeredId: await send(call, owner.key, body),
    }),
  );

const bodyOfProperties = ({ properties }: UpdateAdditionalPropertiesInput) => propertiesBody(properties);

const Mutation = {
  createAdditionalProperties: propertyWrite(creating, bodyOfProperties),
  updateAdditionalProperties: propertyWrite(updating, bodyOfProperties),
  deleteAdditionalProperties: propertyWrite(deleting, ({ names }: DeleteAdditionalPropertiesInput) =>
    namesBody(names),
  ),
} satisfies MutationResolvers;

/** Custom properties of accounts and contacts. */
export const additionalProperties: Noun = {
  endpoints: { additionalProperties: endpoints },
  resolvers: {
    Query,
    Mutation,
    CreateAdditionalPropertiesPayload: writtenProperties,
    UpdateAdditionalPropertiesPayload: writtenProperties,
    DeleteAdditionalPropertiesPayload: writtenProperties,
  },
};
