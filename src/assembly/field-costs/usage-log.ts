import { callsOf, type FieldCosts, useOf } from "../../estimate/field-cost.ts";
import { oneById, pageOf } from "../../estimate/usual-costs.ts";
import type {
  MutationDeleteUsageLogArgs,
  MutationLogUsageArgs,
  MutationUpdateUsageLogArgs,
  QueryUsageLogsArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { usageLogKind } from "../kinds.ts";
import { assemblyLoaders } from "../loaders.ts";
import { accountOrContactReference, type ByOwnerKey, forKeyOf } from "../shared-by-customers/look-up.ts";
import { usageLogs } from "../usage-log/endpoints.ts";
import { newUsageLog, usageLogChanges } from "../usage-log/input.ts";

const { usageLogById } = assemblyLoaders;

const lists: ByOwnerKey<AnyEndpoint> = {
  account: usageLogs.listForAccount,
  accountBySourceSpecificId: usageLogs.listForAccountBySourceSpecificId,
  contact: usageLogs.listForContact,
  contactBySourceSpecificId: usageLogs.listForContactBySourceSpecificId,
};
const creates: ByOwnerKey<AnyEndpoint> = {
  account: usageLogs.createForAccount,
  accountBySourceSpecificId: usageLogs.createForAccountBySourceSpecificId,
  contact: usageLogs.createForContact,
  contactBySourceSpecificId: usageLogs.createForContactBySourceSpecificId,
};

/** What the fields of usage logs cost, and their writes. */
export const usageLogFieldCosts: FieldCosts = {
  "Query.usageLog": oneById(usageLogKind, usageLogById),
  "Query.usageLogs": ({ of, ...args }: QueryUsageLogsArgs, above) =>
    pageOf(callsOf(of ? forKeyOf(accountOrContactReference(of), lists) : usageLogs.list))(args, above),
  "Mutation.logUsage": ({ input }: MutationLogUsageArgs) => {
    newUsageLog(input);
    const { of } = input;
    return { uses: [callsOf(of ? forKeyOf(accountOrContactReference(of), creates) : usageLogs.create)] };
  },
  "LogUsagePayload.usageLog": { uses: [useOf(usageLogById)] },
  "Mutation.updateUsageLog": ({ id, input }: MutationUpdateUsageLogArgs) => {
    sourceIdOf(usageLogKind, id);
    usageLogChanges(input);
    return { uses: [callsOf(usageLogs.update)] };
  },
  "UpdateUsageLogPayload.usageLog": { uses: [useOf(usageLogById)] },
  "Mutation.deleteUsageLog": ({ id }: MutationDeleteUsageLogArgs) => {
    sourceIdOf(usageLogKind, id);
    return { uses: [callsOf(usageLogs.delete)] };
  },
};
