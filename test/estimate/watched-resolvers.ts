import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import type { OperationContext } from "../../src/graphql/context.ts";
import type { AccessStrategy } from "../../src/lists/access-strategy.ts";
import type { LoaderOf } from "../../src/lists/loader-definition.ts";
import { endpointsOf } from "../../src/loaders/strategies/call-bounds.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";

/** What resolvers were seen to do, by `Type.field`. */
export interface Watched {
  /** Fields that were resolved. */
  readonly resolved: ReadonlySet<string>;
  /** Fields that gave null without an error. */
  readonly gaveNull: ReadonlySet<string>;
  /** Endpoints that a field's calls and loaders may lead to, for each field that used any. */
  readonly reached: ReadonlyMap<string, ReadonlySet<AnyEndpoint>>;
  /** As `reached`, since the last look. */
  takeReached(): ReadonlyMap<string, ReadonlySet<AnyEndpoint>>;
}

type Resolve = GraphQLFieldResolver<unknown, OperationContext>;

/** Uses of a loader that ask nobody; a list that is begun ahead is used by a field below, whose cost names it. */
const askNobody: ReadonlySet<PropertyKey> = new Set([
  "prime",
  "show",
  "clearAll",
  "count",
  "isAtHand",
  "readAhead",
]);

/** Watches every resolver of a schema from now on. */
export function watchResolvers(schema: GraphQLSchema): Watched {
  const resolved = new Set<string>();
  const gaveNull = new Set<string>();
  const reached = new Map<string, Set<AnyEndpoint>>();
  let latest = new Map<string, Set<AnyEndpoint>>();
  /** The field that is being resolved: objects may have getters that use the loaders of a field above. */
  let current: string | undefined;

  const note = (coordinate: string, endpoints: readonly AnyEndpoint[]): void => {
    for (const map of [reached, latest]) {
      const known = map.get(current ?? coordinate) ?? new Set();
      map.set(current ?? coordinate, known);
      for (const endpoint of endpoints) known.add(endpoint);
    }
  };

  const watchedCall = <Calls extends object>(call: Calls, coordinate: string): Calls =>
    new Proxy(call, {
      apply(target, self, args) {
        note(coordinate, [args[0]]);
        return Reflect.apply(target as () => unknown, self, args);
      },
    });

  const watchedLoader = <Made extends object>(
    loader: Made,
    access: AccessStrategy,
    coordinate: string,
  ): Made =>
    new Proxy(loader, {
      get(target, member) {
        const value = Reflect.get(target, member, target);
        if (typeof value !== "function" || askNobody.has(member)) return value;
        return (...args: unknown[]) => {
          note(coordinate, endpointsOf(access));
          return Reflect.apply(value, target, args);
        };
      },
    });

  const watchedContext = (context: OperationContext, coordinate: string): OperationContext => {
    const of: LoaderOf = (definition) => watchedLoader(context.of(definition), definition.access, coordinate);
    return {
      ...context,
      call: watchedCall(context.call, coordinate),
      freshCall: watchedCall(context.freshCall, coordinate),
      of,
    };
  };

  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve: Resolve = field.resolve ?? defaultFieldResolver;
      const coordinate = `${type.name}.${field.name}`;
      const watching: Resolve = (source, args, context, info) => {
        resolved.add(coordinate);
        const before = current;
        current = coordinate;
        try {
          const given = resolve(source, args, watchedContext(context, coordinate), info);
          void Promise.resolve(given).then(
            (value) => (value ?? null) === null && gaveNull.add(coordinate),
            () => undefined,
          );
          return given;
        } finally {
          current = before;
        }
      };
      field.resolve = watching;
    }
  }
  return {
    resolved,
    gaveNull,
    reached,
    takeReached() {
      const taken = latest;
      latest = new Map();
      return taken;
    },
  };
}
