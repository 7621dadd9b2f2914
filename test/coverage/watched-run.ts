import { type GraphQLSchema, isObjectType, parse } from "graphql";
import type { CostOf, FieldCosts } from "../../src/estimate/field-cost.ts";
import { demandsOf } from "../../src/estimate/walk.ts";
import { costsOf, fullModel } from "../../src/graphql/model.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { endpointsOf } from "../../src/loaders/strategies/call-bounds.ts";
import type { Noun } from "../../src/resolving/noun.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { sampleArguments } from "../estimate/arguments.ts";
import { operationsOfEveryField } from "../estimate/every-field.ts";
import { type Watched, watchResolvers } from "../estimate/watched-resolvers.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { counted } from "../support/planned.ts";
import { sentVariables } from "../support/sample-file.ts";
import type { Sandbox, SystemName } from "../support/sandbox.ts";
import { inferringGateway } from "../web1on1/inferring.ts";
import { askInferredRoutes } from "./inferred-routes.ts";
import { askSparseRows } from "./sparse-rows.ts";

type Fields = ReadonlySet<string>;

/** Rows of every kind, and few of each: of more, the same fields are asked for again. */
const sizes = { people: 60, users: 60, listedOrganizations: 8 };

/** What was seen while the examples of all nouns ran, for every field of the schema, one after the other on one gateway. */
export interface WatchedRun extends Watched {
  readonly costs: FieldCosts;
  /** Every field of the schema but those of introspection, by `Type.field`. */
  readonly fields: readonly string[];
  /** Endpoints that the costs of fields name, for the operations that ran. */
  readonly stated: ReadonlyMap<string, ReadonlySet<AnyEndpoint>>;
  /** Fields that led to an endpoint and had an answer from it, by system and by the emulator's handler: `people.list`. */
  readonly fieldsByHandler: Readonly<Record<string, ReadonlyMap<string, Fields>>>;
}

let run: Promise<WatchedRun> | undefined;

/** Runs the examples, once for all that ask. */
export function watchedRun(): Promise<WatchedRun> {
  run ??= watchEveryField();
  return run;
}

async function watchEveryField(): Promise<WatchedRun> {
  const made = gateway({ parts: { schema: createSchema() }, sandbox: { sizes } });
  const { schema } = made.gateway;
  await made.query("{ __typename }");
  const watched = watchResolvers(schema);
  const costs = costsOf(fullModel);
  const { noted, stated } = notedCosts(costs);
  const handlers = new Map(fullModel.systems.map(({ name }) => [name, new Map<string, Fields>()]));
  const askerOf = (asked: TestGateway) => {
    const answers = watchAnswers(asked.sandbox, handlers);
    return async (document: string): Promise<void> => {
      const [operation] = parse(document).definitions;
      if (operation?.kind !== "OperationDefinition") throw new Error("Every document here is one operation.");
      const variables = await sentVariables(document, {});
      demandsOf({ schema, fragments: new Map(), variables }, operation, noted);
      // Far enough apart that none is refused for the rate limits.
      await asked.clock.advance(1_000);
      // What an earlier one has read must not stand in for a call.
      await counted(asked, document, variables, { "cache-control": "no-cache" });
      answers.note(watched.takeReached());
    };
  };
  const ask = askerOf(made);
  for (const document of operationsOfEveryField(schema, sampleArguments(made.sandbox.data).byField)) {
    await ask(document);
  }
  // Too deep for the operations of every field.
  const { domain } = showcase.account;
  await ask(
    `{ account(by: { domain: "${domain}" }) { servedBy { edges { node { id } userLinks { reason } } } } }`,
  );
  await askSparseRows(made.sandbox, ask);
  const inferring = inferringGateway({ parts: { schema } });
  await inferring.query("{ __typename }");
  await askInferredRoutes(askerOf(inferring));
  return {
    ...watched,
    costs,
    fields: fieldsOf(schema),
    stated,
    fieldsByHandler: Object.fromEntries(handlers),
  };
}

/** Costs that note which endpoints they state. */
function notedCosts(costs: FieldCosts) {
  const stated = new Map<string, Set<AnyEndpoint>>();
  const noted = Object.entries(costs).map(([coordinate, cost]): [string, CostOf<never>] => [
    coordinate,
    (args, known) => {
      const { uses = [], ...rest } = typeof cost === "function" ? cost(args, known) : cost;
      const endpoints = uses.flatMap(({ access }) => endpointsOf(access));
      stated.set(coordinate, new Set([...(stated.get(coordinate) ?? []), ...endpoints]));
      return { ...rest, uses };
    },
  ]);
  return { noted: Object.fromEntries(noted), stated };
}

/**
 * Sorts the fields that reached endpoints by the handlers that answered.
 * @param handlers where they are noted, by system and handler.
 */
function watchAnswers(sandbox: Sandbox, handlers: ReadonlyMap<string, Map<string, Fields>>) {
  const systems = fullModel.systems.map(({ name, nouns }) => ({
    name,
    nouns,
    journal: sandbox[name as SystemName].journal,
    seen: 0,
    fields: handlers.get(name) ?? new Map<string, Fields>(),
  }));
  return {
    note(reached: Watched["reached"]): void {
      for (const system of systems) {
        const handlers = new Set(system.journal.slice(system.seen).flatMap(({ row }) => row ?? []));
        system.seen = system.journal.length;
        for (const handler of handlers) {
          const known = system.fields.get(handler) ?? [];
          const found = fieldsThatUsed(endpointOf(system.nouns, handler), reached);
          system.fields.set(handler, new Set([...known, ...found]));
        }
      }
    },
  };
}

/** The endpoint with the name of a handler: `people.list`. */
function endpointOf(nouns: readonly Noun[], handler: string): AnyEndpoint | undefined {
  const [noun = "", verb = ""] = handler.split(".");
  return nouns.find(({ endpoints }) => endpoints[noun])?.endpoints[noun]?.[verb];
}

const fieldsThatUsed = (endpoint: AnyEndpoint | undefined, reached: Watched["reached"]): string[] =>
  [...reached].flatMap(([field, used]) => (endpoint && used.has(endpoint) ? [field] : []));

const fieldsOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith("__")
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
