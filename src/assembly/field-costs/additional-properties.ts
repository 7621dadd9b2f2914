import { argsOf, type CostOf, calls, type FieldCosts } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import type {
  MutationCreateAdditionalPropertiesArgs,
  MutationDeleteAdditionalPropertiesArgs,
  MutationUpdateAdditionalPropertiesArgs,
  QueryAdditionalPropertiesArgs,
} from "../../generated/resolvers.ts";
import { namesBody, propertiesBody } from "../additional-properties/input.ts";
import { readRow } from "../additional-properties/reads.ts";
import { creating, deleting, updating, writeRow } from "../additional-properties/writes.ts";
import { accountOrContactReference } from "../shared-by-customers/look-up.ts";

/** The object that the mutation above names. */
const writtenTo = (above: Parameters<CostOf<never>>[1]) =>
  accountOrContactReference(argsOf<MutationDeleteAdditionalPropertiesArgs>(above).input.of);

/** What the write did not answer is looked for by the key in use, unless that is the id. */
const id: CostOf<unknown> = (_args, above) => {
  const of = writtenTo(above);
  const isById = "id" in ("account" in of ? of.account : of.contact);
  return isById ? {} : { asks: [calls(readRow(of), atMost(1))] };
};

const properties: CostOf<unknown> = (_args, above) => ({ asks: [calls(readRow(writtenTo(above)))] });

/** What custom properties cost by themselves, and their writes. */
export const additionalPropertiesFieldCosts: FieldCosts = {
  "Query.additionalProperties": ({ of }: QueryAdditionalPropertiesArgs) => ({
    asks: [calls(readRow(accountOrContactReference(of)))],
  }),
  "Mutation.createAdditionalProperties": ({ input }: MutationCreateAdditionalPropertiesArgs) => {
    propertiesBody(input.properties);
    return { asks: [calls(writeRow(creating, accountOrContactReference(input.of)))] };
  },
  "CreateAdditionalPropertiesPayload.id": id,
  "CreateAdditionalPropertiesPayload.additionalProperties": properties,
  "Mutation.updateAdditionalProperties": ({ input }: MutationUpdateAdditionalPropertiesArgs) => {
    propertiesBody(input.properties);
    return { asks: [calls(writeRow(updating, accountOrContactReference(input.of)))] };
  },
  "UpdateAdditionalPropertiesPayload.id": id,
  "UpdateAdditionalPropertiesPayload.additionalProperties": properties,
  "Mutation.deleteAdditionalProperties": ({ input }: MutationDeleteAdditionalPropertiesArgs) => {
    namesBody(input.names);
    return { asks: [calls(writeRow(deleting, accountOrContactReference(input.of)))] };
  },
  "DeleteAdditionalPropertiesPayload.id": id,
  "DeleteAdditionalPropertiesPayload.additionalProperties": properties,
};
