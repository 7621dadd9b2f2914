import type { Subgraph } from "../../src/federation/subgraph.ts";
import { subgraphSdlOf } from "../../src/federation/subgraph-sdl.ts";
import { fullModel, type Model } from "../../src/graphql/model.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { schemaOf } from "../support/schema.ts";

const modelOf = (subgraph: Subgraph): Model => ({ ...fullModel, subgraph });

/** The ways in which a gateway can be a subgraph. */
export const models = {
  plain: modelOf({ hasNode: true, prefix: "", fieldPrefix: "" }),
  withoutNode: modelOf({ hasNode: false, prefix: "", fieldPrefix: "" }),
  prefixed: modelOf({ hasNode: false, prefix: "Support", fieldPrefix: "" }),
  prefixedFields: modelOf({ hasNode: true, prefix: "", fieldPrefix: "support" }),
  prefixedWithoutNode: modelOf({ hasNode: false, prefix: "", fieldPrefix: "support" }),
  allPrefixed: modelOf({ hasNode: true, prefix: "Support", fieldPrefix: "support" }),
};

/** The SDL that routers get of a gateway. */
export const sdlOf = (model: keyof typeof models): string => subgraphSdlOf(schemaOf(models[model])) ?? "";

type Options = NonNullable<Parameters<typeof gateway>[0]>;

/** A gateway that is a subgraph. */
export const subgraphGateway = (
  { parts, ...options }: Options = {},
  model: keyof typeof models = "plain",
): TestGateway => gateway({ ...options, parts: { model: models[model], ...parts } });

/** Asks for objects as a router does. */
export const entities = (selections: string): string =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${selections} } }`;
