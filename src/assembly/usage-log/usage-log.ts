import { GatewayError } from "../../errors.ts";
import type { MutationResolvers, QueryResolvers, UsageLogResolvers } from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import { usageLogKind } from "../kinds.ts";
import type { AssemblyLoaders } from "../loaders.ts";
import { pageOf } from "../page.ts";
import { accountOrContactReference } from "../shared-by-customers/look-up.ts";
import { usageLogs } from "./endpoints.ts";
import { newUsageLog, usageLogChanges } from "./input.ts";
import { measuredValueIn } from "./measured-value.ts";
import { createUsage, listUsage } from "./rows.ts";

/** `Query.usageLog`, `Query.usageLogs`. */
export const Query: Pick<QueryResolvers, "usageLog" | "usageLogs"> = {
  usageLog: (_, { id }, { loaders }) => loaders.usageLogById.load(sourceIdOf(usageLogKind, id)),
  usageLogs: (_, { of, ...args }, { call, loaders }) => {
    const owner = of ? accountOrContactReference(of) : undefined;
    return pageOf(args, async (query) => {
      const page = await listUsage(call.assembly, owner, query);
      // Whether rows tell whose they are is learnt from all that are read.
      loaders.allUsageLogs.show(page, query.offset);
      return page;
    });
  },
};

/** Fields of `UsageLog`. */
export const UsageLog: Pick<UsageLogResolvers, "id" | "sourceId" | "value" | "valueUnit"> = {
  ...identity(usageLogKind),
  value({ value }) {
    if (value === null || value === undefined) return null;
    const measured = measuredValueIn(value);
    if (measured) return measured.number;
    throw new GatewayError(
      "UPSTREAM_INVALID_RESPONSE",
      "Assembly answered a value of this usage log that holds no single number; correct it there.",
      { system: "assembly" },
    );
  },
  valueUnit: ({ value }) => measuredValueIn(value)?.unit,
};

/** Writes of usage logs. */
export const Mutation: Pick<MutationResolvers, "logUsage" | "updateUsageLog" | "deleteUsageLog"> = {
  logUsage: async (_, { input }, { call, loaders }) => {
    const owner = input.of ? accountOrContactReference(input.of) : undefined;
    const { id } = await createUsage(call.assembly, owner, newUsageLog(input));
    return usageLogPayload(id, loaders);
  },
  updateUsageLog: async (_, { id, input }, { call, loaders }) => {
    const usageLogId = sourceIdOf(usageLogKind, id);
    await call.assembly(usageLogs.update, { usageLogId, body: usageLogChanges(input) });
    return usageLogPayload(usageLogId, loaders);
  },
  deleteUsageLog: async (_, { id }, { call }) => {
    const usageLogId = sourceIdOf(usageLogKind, id);
    await call.assembly(usageLogs.delete, { usageLogId });
    return { id: toGlobalId(usageLogKind, usageLogId) };
  },
};

/** Upstream writes answer an id only; the log itself is read when it is selected. */
const usageLogPayload = (id: string, loaders: AssemblyLoaders) => ({
  id: toGlobalId(usageLogKind, id),
  get usageLog() {
    return loaders.usageLogById.load(id);
  },
});
