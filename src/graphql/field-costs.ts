import { assembledApi } from "../assembled/api.ts";
import { assembledFieldCosts, assembledNodeCosts } from "../assembled/field-costs.ts";
import { assemblyApi } from "../assembly/api.ts";
import { assemblyFieldCosts, assemblyNodeCosts } from "../assembly/field-costs/index.ts";
import { badInput } from "../errors.ts";
import { asks, type FieldCost, type FieldCosts, type NodeCost } from "../estimate/field-cost.ts";
import { atMost, exactly } from "../estimate/range.ts";
import type { QueryNodeArgs, QueryNodesArgs } from "../generated/resolvers.ts";
import { joinFieldCosts } from "../joins/field-costs.ts";
import { parseGlobalId, sourceIdOf } from "../resolving/ids.ts";
import type { AnyEndpoint, Api } from "../rest/endpoint.ts";
import { web1on1Api } from "../web1on1/api.ts";
import { web1on1FieldCosts, web1on1NodeCosts } from "../web1on1/field-costs.ts";
import type { Systems } from "./context.ts";

const nodeCosts = new Map(
  [...assemblyNodeCosts, ...assembledNodeCosts, ...web1on1NodeCosts].map((cost) => [cost.kind.type, cost]),
);

/** @throws BAD_USER_INPUT for what is not the global id of a node. */
function nodeOf(id: string): { readonly node: NodeCost; readonly sourceId: string } {
  const parsed = parseGlobalId(id);
  const node = parsed && nodeCosts.get(parsed.type);
  if (!node) throw badInput(`${JSON.stringify(id.slice(0, 80))} is not the global id of any type.`);
  return { node, sourceId: sourceIdOf(node.kind, id) };
}

/** Objects of several types, each key of a loader once. */
function nodesBehind(found: readonly ReturnType<typeof nodeOf>[]): FieldCost {
  const types = [...new Set(found.map(({ node }) => node))];
  const of = (one: NodeCost) => found.filter(({ node }) => node === one);
  return {
    asks: types.map((one) =>
      asks(one.loader, exactly(new Set(of(one).map(({ sourceId }) => sourceId)).size)),
    ),
    gives: Object.fromEntries(types.map((one) => [one.kind.type, atMost(of(one).length)])),
  };
}

const node = ({ id }: QueryNodeArgs): FieldCost => nodesBehind([nodeOf(id)]);

const nodes = ({ ids }: QueryNodesArgs): FieldCost =>
  nodesBehind(
    ids.flatMap((id) => {
      try {
        return [nodeOf(id)];
      } catch {
        // A malformed id fails its own place only, and costs nothing.
        return [];
      }
    }),
  );

/** What every field costs that may reach a system; a test compares them with what resolvers do. */
export const fieldCosts: FieldCosts = {
  "Query.node": node,
  "Query.nodes": nodes,
  ...assemblyFieldCosts,
  ...assembledFieldCosts,
  ...web1on1FieldCosts,
  ...joinFieldCosts,
};

const apis: { readonly [System in keyof Systems]: Api } = {
  assembly: assemblyApi,
  assembled: assembledApi,
  web1on1: web1on1Api,
};

const systemsByRow = new Map(
  Object.entries(apis).flatMap(([system, api]) =>
    Object.values(api).flatMap((verbs) => Object.values(verbs).map((row) => [row, system] as const)),
  ),
);

/** The system whose row it is. */
export function systemOf(row: AnyEndpoint): string {
  const system = systemsByRow.get(row);
  if (system === undefined) throw new Error(`${row.method} ${row.path} is in the table of no system.`);
  return system;
}
