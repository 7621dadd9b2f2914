import type {
  MutationDeleteUsageLogArgs,
  MutationLogUsageArgs,
  MutationUpdateUsageLogArgs,
  QueryUsageLogsArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../ids.ts";
import { asks, calls, type FieldCosts } from "../../plan/field-cost.ts";
import { oneById, pageOf } from "../../plan/usual-costs.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { usageLogs } from "../api/usage-log.ts";
import { usageLogKind } from "../kinds.ts";
import { assemblyLoaders } from "../loaders.ts";
import { type AccountOrContactReference, accountOrContactReference } from "../references.ts";
import { newUsageLog, usageLogChanges } from "../usage-log-input.ts";

const { usageLogById } = assemblyLoaders;

function listFor(owner: AccountOrContactReference): AnyEndpoint {
  if ("account" in owner) {
    const bySourceSpecificId = "sourceSpecificId" in owner.account;
    return bySourceSpecificId ? usageLogs.listForAccountBySourceSpecificId : usageLogs.listForAccount;
  }
  const bySourceSpecificId = "sourceSpecificId" in owner.contact;
  return bySourceSpecificId ? usageLogs.listForContactBySourceSpecificId : usageLogs.listForContact;
}

function createFor(owner: AccountOrContactReference): AnyEndpoint {
  if ("account" in owner) {
    const bySourceSpecificId = "sourceSpecificId" in owner.account;
    return bySourceSpecificId ? usageLogs.createForAccountBySourceSpecificId : usageLogs.createForAccount;
  }
  const bySourceSpecificId = "sourceSpecificId" in owner.contact;
  return bySourceSpecificId ? usageLogs.createForContactBySourceSpecificId : usageLogs.createForContact;
}

/** What the fields of usage logs cost, and their writes. */
export const usageLogFieldCosts: FieldCosts = {
  "Query.usageLog": oneById(usageLogKind, usageLogById),
  "Query.usageLogs": ({ of, ...args }: QueryUsageLogsArgs, above) =>
    pageOf(calls(of ? listFor(accountOrContactReference(of)) : usageLogs.list))(args, above),
  "Mutation.logUsage": ({ input }: MutationLogUsageArgs) => {
    newUsageLog(input);
    return { asks: [calls(input.of ? createFor(accountOrContactReference(input.of)) : usageLogs.create)] };
  },
  "LogUsagePayload.usageLog": { asks: [asks(usageLogById)] },
  "Mutation.updateUsageLog": ({ id, input }: MutationUpdateUsageLogArgs) => {
    sourceIdOf(usageLogKind, id);
    usageLogChanges(input);
    return { asks: [calls(usageLogs.update)] };
  },
  "UpdateUsageLogPayload.usageLog": { asks: [asks(usageLogById)] },
  "Mutation.deleteUsageLog": ({ id }: MutationDeleteUsageLogArgs) => {
    sourceIdOf(usageLogKind, id);
    return { asks: [calls(usageLogs.delete)] };
  },
};
