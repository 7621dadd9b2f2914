import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Client } from "../auth/client.ts";
import { createErrorFormatter } from "../errors.ts";
import type { FieldCosts } from "../estimate/field-cost.ts";
import { stringifyResult } from "../execution/json-data.ts";
import { prefixedQuery } from "../federation/prefixed-query.ts";
import type { ListStatistics } from "../lists/statistics.ts";
import type { Log } from "../log.ts";
import { answerSizePlugin } from "./answer-size.ts";
import type { SharedParts, Upstreams } from "./context.ts";
import { parseOptions, validationOptions, validationRules } from "./document-mistakes.ts";
import type { DocumentStore } from "./document-store.ts";
import type { GatewayExecution } from "./execution.ts";
import type { GatewayContext } from "./gateway-context.ts";
import { leftOutPlugin } from "./left-out-rows.ts";
import type { Model } from "./model.ts";
import type { PersistedQueries } from "./persisted-queries.ts";
import { argumentsPlugin } from "./plugins/arguments.ts";
import { attributeErrorsPlugin } from "./plugins/attribute-errors.ts";
import { auditPlugin } from "./plugins/audit.ts";
import { explainPlugin } from "./plugins/explain.ts";
import { introspectionPlugin } from "./plugins/introspection.ts";
import { operationReportPlugin } from "./plugins/operation-report.ts";
import { planPlugin } from "./plugins/plan.ts";
import { requestIdPlugin } from "./plugins/request-id.ts";
import { statusPlugin } from "./plugins/status.ts";
import { auditedIdsOf } from "./schema.ts";
import { fieldSystems } from "./system-of-field.ts";

/** The parts that Apollo Server is made from. */
export interface ApolloParts extends Pick<SharedParts, "systemOf"> {
  readonly model: Model;
  readonly schema: GraphQLSchema;
  readonly costs: FieldCosts;
  readonly execution: GatewayExecution;
  readonly documents: DocumentStore;
  readonly log: Pick<Log, "fault">;
  /** Whether a client may ask for the schema. */
  mayReadSchema(client: Client): boolean;
  readonly persistedQueries: PersistedQueries;
  /** Known lengths of lists, by system. */
  readonly statistics: Readonly<Record<string, ListStatistics>>;
  readonly upstreams: Upstreams;
}

/** Makes Apollo Server with the gateway's limits and plugins. */
export function createApolloServer(parts: ApolloParts): ApolloServer<GatewayContext> {
  const {
    costs,
    documents,
    execution,
    log,
    mayReadSchema,
    model,
    persistedQueries,
    schema,
    statistics,
    systemOf,
    upstreams,
  } = parts;
  return new ApolloServer<GatewayContext>({
    gateway: execution.byApollo,
    stringifyResult,
    // Decided for each client.
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // The server that listens orders the draining.
    stopOnTerminationSignals: false,
    documentStore: documents.store,
    cache: persistedQueries.cache,
    parseOptions,
    validationOptions,
    validationRules,
    formatError: createErrorFormatter(log.fault, model.subgraph && prefixedQuery(schema, model.subgraph)),
    logger: silentLogger,
    plugins: [
      // It wraps every field and more than halves the throughput; nothing here sets hints.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      introspectionPlugin(mayReadSchema),
      argumentsPlugin(execution.check),
      answerSizePlugin,
      documents.plugin,
      attributeErrorsPlugin(fieldSystems(model.systems)),
      explainPlugin(upstreams),
      leftOutPlugin,
      planPlugin({ costs, systemOf, statistics, systems: upstreams }),
      operationReportPlugin,
      auditPlugin(schema, (field) => auditedIdsOf(schema, field)),
      requestIdPlugin,
      statusPlugin,
    ],
  });
}

/** Apollo's own messages may quote anything, so none of them is logged; faults reach the log through `formatError`. */
const silentLogger = { debug() {}, info() {}, warn() {}, error() {} };
