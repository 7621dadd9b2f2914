import { fact } from "../../estimate/facts.ts";
import { callsOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import type { CreateAdditionalPropertiesPayloadResolvers } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { toGlobalId } from "../../resolving/ids.ts";
import { accountKind } from "../account/loaders.ts";
import { contactKind } from "../contact/loaders.ts";
import type { OwnerReference } from "../shared-by-customers/reference.ts";
import { writtenId } from "../shared-by-customers/written-id.ts";
import { endpointOf, propertiesOf, readProperties } from "./reads.ts";

/** An account or contact whose properties were written. */
export interface WrittenProperties {
  /** As the write named it. */
  readonly owner: OwnerReference;
  /** Its id, where the write answered one. */
  readonly answeredId: string | undefined;
}

/** The object that properties were written to. */
export const writtenTo = fact<OwnerReference>("object of properties");

const idOf = ({ by, key }: OwnerReference): string | undefined => (by === "id" ? key : undefined);

/** Fields of every payload: what the write did not answer is read only when it is selected. */
export const writtenProperties = {
  ownerId: field(
    (_args: unknown, known) => {
      const owner = writtenTo.of(known);
      return owner && idOf(owner) === undefined ? { uses: [callsOf(endpointOf(owner), atMost(1))] } : {};
    },
    async ({ owner, answeredId }: WrittenProperties, _args: unknown, { call }: OperationContext) => {
      const id = await writtenId(answeredId ?? idOf(owner), () => readProperties(call, owner));
      return toGlobalId(owner.type === "account" ? accountKind : contactKind, id);
    },
  ),
  additionalProperties: field(
    (_args: unknown, known) => {
      const owner = writtenTo.of(known);
      return owner ? { uses: [callsOf(endpointOf(owner))] } : {};
    },
    ({ owner }: WrittenProperties, _args: unknown, { call }: OperationContext) => propertiesOf(call, owner),
  ),
} satisfies CreateAdditionalPropertiesPayloadResolvers;
