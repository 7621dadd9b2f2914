import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import type { OperationContext } from "../../src/graphql/context.ts";
import { loaderDefinitions } from "../../src/joins/loaders.ts";
import type { AccessPath } from "../../src/loaders/access.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";

/** What resolvers were seen to do, by `Type.field`. */
export interface Watched {
  /** Fields that were resolved. */
  readonly resolved: ReadonlySet<string>;
  /** Rows that a field's calls and loaders may lead to, for each field that used any. */
  readonly reached: ReadonlyMap<string, ReadonlySet<AnyEndpoint>>;
}

type Resolve = GraphQLFieldResolver<unknown, OperationContext>;

/** Rows that ways lead to; those that carry rows of others along are no ways of their own. */
export const rowsOf = (access: readonly AccessPath[]): AnyEndpoint[] =>
  access.flatMap((path) => (path.kind === "through" ? rowsOf(path.access) : [path.row]));

const accessByLoader = new Map(
  Object.values(loaderDefinitions).flatMap((loaders) =>
    Object.entries(loaders).map(([name, { access }]): [string, readonly AccessPath[]] => [name, access]),
  ),
);

/** Uses of a loader that ask nobody. */
const askNobody: ReadonlySet<PropertyKey> = new Set(["prime", "show", "clearAll", "isAtHand"]);

/** Watches every resolver of a schema from now on. */
export function watchResolvers(schema: GraphQLSchema): Watched {
  const resolved = new Set<string>();
  const reached = new Map<string, Set<AnyEndpoint>>();
  /** The field that is being resolved: objects may have getters that use the loaders of a field above. */
  let current: string | undefined;

  const note = (coordinate: string, rows: readonly AnyEndpoint[]): void => {
    const known = reached.get(current ?? coordinate) ?? new Set();
    reached.set(current ?? coordinate, known);
    for (const row of rows) known.add(row);
  };

  const watchedCall = (call: object, coordinate: string): object =>
    new Proxy(call, {
      apply(target, self, args) {
        note(coordinate, [args[0]]);
        return Reflect.apply(target as () => unknown, self, args);
      },
    });

  const watchedLoader = (loader: object, name: string, coordinate: string): object =>
    new Proxy(loader, {
      get(target, member) {
        const value = Reflect.get(target, member, target);
        if (typeof value !== "function" || askNobody.has(member)) return value;
        return (...args: unknown[]) => {
          note(coordinate, rowsOf(accessByLoader.get(name) ?? []));
          return Reflect.apply(value, target, args);
        };
      },
    });

  const watchedMembers = (members: object, watched: (member: object, name: string) => object): object =>
    new Proxy(members, { get: (target, name) => watched(Reflect.get(target, name, target), String(name)) });

  const watchedContext = (context: OperationContext, coordinate: string): OperationContext => {
    const calls = (each: object) => watchedMembers(each, (call) => watchedCall(call, coordinate));
    return {
      ...context,
      call: calls(context.call) as OperationContext["call"],
      freshCall: calls(context.freshCall) as OperationContext["freshCall"],
      loaders: watchedMembers(context.loaders, (loader, name) =>
        watchedLoader(loader, name, coordinate),
      ) as OperationContext["loaders"],
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
          return resolve(source, args, watchedContext(context, coordinate), info);
        } finally {
          current = before;
        }
      };
      field.resolve = watching;
    }
  }
  return { resolved, reached };
}
