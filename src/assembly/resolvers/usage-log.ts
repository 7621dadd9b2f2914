import type { QueryResolvers, UsageLogResolvers } from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../ids.ts";
import { identity } from "../../nodes.ts";
import { usageLogKind } from "../kinds.ts";

/** `Query.usageLog`. */
export const Query: Pick<QueryResolvers, "usageLog"> = {
  usageLog: (_, { id }, { loaders }) => loaders.usageLogById.load(sourceIdOf(usageLogKind, id)),
};

/** Fields of `UsageLog`. */
export const UsageLog: Pick<UsageLogResolvers, "id" | "sourceId"> = identity(usageLogKind);
