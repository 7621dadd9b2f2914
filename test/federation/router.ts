import type { DocumentNode, GraphQLSchema } from "graphql";
import type { Answer } from "../support/gateway.ts";
import { lookAt } from "../support/planted-search.ts";

type Variables = Readonly<Record<string, unknown>>;

/** Runs the operations that a router sends to a subgraph. */
type RunOperation = (document: string, variables: Variables) => Promise<unknown>;

/** A subgraph as composition takes it, and where it answers: a function, or a URL. */
export interface Part {
  readonly sdl: string;
  readonly at: RunOperation | string;
}

/** A router over subgraphs. */
export interface Router {
  /** Its schema, which clients see. */
  readonly schema: GraphQLSchema;
  execute(document: string, variables?: Variables): Promise<Answer>;
}

/** The outcome of a composition: messages of errors, none where it went well. */
export interface Composed {
  readonly errors: readonly string[];
  readonly supergraphSdl: string;
  /** The schema that clients of a router see. */
  readonly publicSdl: string;
}

/** Composes subgraphs. @param sdls by name. */
export function compose(examples: NodeJS.Require, sdls: Readonly<Record<string, string>>): Composed {
  const { composeServices } = examples("@theguild/federation-composition");
  const { parse } = examples("graphql");
  const services = Object.entries(sdls).map(([name, sdl]) => ({
    name,
    url: `http://${name}.test/graphql`,
    typeDefs: parse(sdl),
  }));
  const { errors = [], publicSdl = "", supergraphSdl = "" } = composeServices(services);
  return { errors: errors.map(({ message }: Error) => message), publicSdl, supergraphSdl };
}

/** Where the subgraphs of an operation are; one schema, which takes seconds to make, serves many graphs. */
interface RouterContext {
  readonly parts: Readonly<Record<string, Part>>;
  readonly headers: Readonly<Record<string, string>>;
}

interface SubgraphRequest {
  readonly document: DocumentNode;
  readonly variables?: Variables;
  readonly context: RouterContext;
}

const schemas = new Map<string, GraphQLSchema>();

/**
 * Puts a router in front of subgraphs. It is a foreign one, and knows nothing of this gateway.
 * @param parts by name.
 * @param headers that it sends to subgraphs at a URL.
 */
export function createRouter(
  examples: NodeJS.Require,
  parts: RouterContext["parts"],
  headers: RouterContext["headers"] = {},
): Router {
  const { graphql } = examples("graphql");
  const sdls = Object.fromEntries(Object.entries(parts).map(([name, { sdl }]) => [name, sdl]));
  const key = JSON.stringify(sdls);
  const schema = schemas.get(key) ?? stitched(examples, sdls);
  schemas.set(key, schema);
  return {
    schema,
    async execute(source, variableValues = {}) {
      const contextValue = { parts, headers };
      const { data, errors = [] } = await graphql({ schema, source, variableValues, contextValue });
      lookAt("answer", JSON.stringify({ data, errors }));
      return JSON.parse(JSON.stringify({ data, errors }));
    },
  };
}

function stitched(examples: NodeJS.Require, sdls: Readonly<Record<string, string>>): GraphQLSchema {
  const { getStitchedSchemaFromSupergraphSdl } = examples("@graphql-tools/federation");
  const { buildHTTPExecutor } = examples("@graphql-tools/executor-http");
  const { print } = examples("graphql");
  const { errors, supergraphSdl } = compose(examples, sdls);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return getStitchedSchemaFromSupergraphSdl({
    supergraphSdl,
    batch: true,
    onSubschemaConfig(config: { readonly name: string; executor: unknown }) {
      config.executor = (request: SubgraphRequest) => {
        const { headers, parts } = request.context;
        const at = parts[config.name.toLowerCase()]?.at;
        if (typeof at === "function") return at(print(request.document), request.variables ?? {});
        return buildHTTPExecutor({ endpoint: at, headers })(request);
      };
    },
  });
}
