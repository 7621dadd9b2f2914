import { fact } from "../../estimate/facts.ts";
import { type CostOf, callsOf, type FieldCosts } from "../../estimate/field-cost.ts";
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
import { type AccountOrContactReference, accountOrContactReference } from "../shared-by-customers/look-up.ts";

/** The object that properties were written to. */
const writtenTo = fact<AccountOrContactReference>("object of properties");

/** What the write did not answer is looked for by the key in use, unless that is the id. */
const id: CostOf<unknown> = (_args, known) => {
  const of = writtenTo.of(known);
  if (!of) return {};
  const isById = "id" in ("account" in of ? of.account : of.contact);
  return isById ? {} : { uses: [callsOf(readRow(of), atMost(1))] };
};

const properties: CostOf<unknown> = (_args, known) => {
  const of = writtenTo.of(known);
  return of ? { uses: [callsOf(readRow(of))] } : {};
};

/** What custom properties cost by themselves, and their writes. */
export const additionalPropertiesFieldCosts: FieldCosts = {
  "Query.additionalProperties": ({ of }: QueryAdditionalPropertiesArgs) => ({
    uses: [callsOf(readRow(accountOrContactReference(of)))],
  }),
  "Mutation.createAdditionalProperties": ({ input }: MutationCreateAdditionalPropertiesArgs) => {
    propertiesBody(input.properties);
    const of = accountOrContactReference(input.of);
    return { uses: [callsOf(writeRow(creating, of))], tells: writtenTo.is(of) };
  },
  "CreateAdditionalPropertiesPayload.id": id,
  "CreateAdditionalPropertiesPayload.additionalProperties": properties,
  "Mutation.updateAdditionalProperties": ({ input }: MutationUpdateAdditionalPropertiesArgs) => {
    propertiesBody(input.properties);
    const of = accountOrContactReference(input.of);
    return { uses: [callsOf(writeRow(updating, of))], tells: writtenTo.is(of) };
  },
  "UpdateAdditionalPropertiesPayload.id": id,
  "UpdateAdditionalPropertiesPayload.additionalProperties": properties,
  "Mutation.deleteAdditionalProperties": ({ input }: MutationDeleteAdditionalPropertiesArgs) => {
    namesBody(input.names);
    const of = accountOrContactReference(input.of);
    return { uses: [callsOf(writeRow(deleting, of))], tells: writtenTo.is(of) };
  },
  "DeleteAdditionalPropertiesPayload.id": id,
  "DeleteAdditionalPropertiesPayload.additionalProperties": properties,
};
