import { GatewayError } from "../../errors.ts";
import { noFacts } from "../../estimate/facts.ts";
import { callsOf } from "../../estimate/field-cost.ts";
import { byId } from "../../fields/look-up.ts";
import { pageIfThere } from "../../fields/page.ts";
import { payload } from "../../fields/payload.ts";
import { write } from "../../fields/write.ts";
import type {
  MutationDeleteUsageLogArgs,
  MutationLogUsageArgs,
  MutationResolvers,
  MutationUpdateUsageLogArgs,
  QueryResolvers,
  QueryUsageLogsArgs,
  UsageLogResolvers,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { pageOf } from "../page.ts";
import { ownerReference } from "../shared-by-customers/look-up.ts";
import { usageLogs } from "./endpoints.ts";
import { newUsageLog, usageLogChanges } from "./input.ts";
import { logsOfNamed, ownerFields, type UsageLogOfOwner } from "./known-owner.ts";
import {
  allUsageLogs,
  usageLogById,
  usageLogKind,
  usageLogsBy,
  usageLogsOfAccount,
  usageLogsOfContact,
} from "./loaders.ts";
import { measuredValueIn } from "./measured-value.ts";
import { logUsageBy, logUsageOfOrganization } from "./writes.ts";

const Query = {
  usageLog: byId(usageLogKind, usageLogById),
  usageLogs: pageIfThere(
    ({ of: owner }: QueryUsageLogsArgs) => {
      if (!owner) return callsOf(usageLogs.list);
      const { type, by } = ownerReference(owner);
      return callsOf(usageLogsBy[type][by].endpoint);
    },
    (_: unknown, { of: owner, ...args }: QueryUsageLogsArgs, { call, of }) => {
      const reference = owner ? ownerReference(owner) : undefined;
      return pageOf<UsageLogOfOwner>(args, async (query) => {
        const read = reference
          ? await usageLogsBy[reference.type][reference.by].read(call, { parent: reference.key, ...query })
          : await call(usageLogs.list, { query });
        // Whether rows tell whose they are is learnt from all that are read.
        of(allUsageLogs).show(read, query.offset);
        return reference ? { ...read, data: read.data.map((log) => ({ ...log, owner: reference })) } : read;
      });
    },
    ({ of: owner }) => (owner ? logsOfNamed(ownerReference(owner)) : noFacts),
  ),
} satisfies QueryResolvers;

const UsageLog = {
  ...identity(usageLogKind),
  ...ownerFields,
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
} satisfies UsageLogResolvers;

const Mutation = {
  logUsage: write(
    ({ input }: MutationLogUsageArgs) => {
      const owner = input.of ? ownerReference(input.of) : undefined;
      const { endpoint } = owner ? logUsageBy[owner.type][owner.by] : logUsageOfOrganization;
      return { endpoint, owner, body: newUsageLog(input) };
    },
    async ({ owner, body }, { call }) => {
      const { id } = owner
        ? await logUsageBy[owner.type][owner.by].send(call, owner.key, body)
        : await logUsageOfOrganization.send(call, body);
      return { usageLogId: toGlobalId(usageLogKind, id) };
    },
  ),
  updateUsageLog: write(
    ({ id, input }: MutationUpdateUsageLogArgs) => ({
      endpoint: usageLogs.update,
      usageLogId: sourceIdOf(usageLogKind, id),
      body: usageLogChanges(input),
    }),
    async ({ endpoint, usageLogId, body }, { call }) => {
      await call(endpoint, { usageLogId, body });
      return { usageLogId: toGlobalId(usageLogKind, usageLogId) };
    },
  ),
  deleteUsageLog: write(
    ({ id }: MutationDeleteUsageLogArgs) => ({
      endpoint: usageLogs.delete,
      usageLogId: sourceIdOf(usageLogKind, id),
    }),
    async ({ endpoint, usageLogId }, { call }) => {
      await call(endpoint, { usageLogId });
      return { deletedUsageLogId: toGlobalId(usageLogKind, usageLogId) };
    },
  ),
} satisfies MutationResolvers;

// Writes answer an id at most; the log itself is read when it is selected.
const writtenUsageLog = payload("usageLog", usageLogKind, usageLogById);

/** Usage logs: what accounts and contacts did, and measurements of them. */
export const usageLog: Noun = {
  endpoints: { usageLogs },
  loaders: { allUsageLogs, usageLogById, usageLogsOfAccount, usageLogsOfContact },
  nodes: [{ kind: usageLogKind, loader: usageLogById }],
  resolvers: {
    Query,
    Mutation,
    UsageLog,
    LogUsagePayload: writtenUsageLog,
    UpdateUsageLogPayload: writtenUsageLog,
  },
};
