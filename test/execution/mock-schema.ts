import {
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  responsePathAsArray,
} from "graphql";
import { fullModel } from "../../src/graphql/model.ts";
import { scalars } from "../../src/graphql/scalars.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { sharedSchema } from "../support/schema.ts";
import { type Lot, lotFor } from "./lot.ts";
import { anyValue, type MockRow, type Trouble } from "./mock-values.ts";

/** How the resolvers of one execution behave, and what they were asked for. */
export interface MockSettings extends Trouble {
  readonly seed: number;
  /** Per cent of values that are promised. */
  readonly promised: number;
  /** Each call of a resolver, with all that it could see. */
  readonly calls: string[];
}

type Context = { readonly mock: MockSettings };

/** The schema of the gateway, as the house wraps it, over resolvers that answer by lot: the same for each that executes. */
export function mockSchema(): GraphQLSchema {
  const schema = sharedSchema();
  const maps: Record<string, Record<string, unknown>> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isAbstractType(type)) maps[type.name] = { __resolveType: resolveType };
    if (isObjectType(type)) maps[type.name] = resolversOf(schema, type);
  }
  return createSchema(fullModel, [scalars, ...fullModel.systems.map(({ enums }) => enums), maps]);
}

function resolveType(row: MockRow, { mock }: Context): unknown {
  const { __typename: name, number } = row;
  return lotFor(`${mock.seed} ${number}`).once(3) ? Promise.resolve(name) : name;
}

function resolversOf(schema: GraphQLSchema, type: GraphQLObjectType): Record<string, unknown> {
  const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
  const resolvers: Record<string, unknown> = {};
  for (const field of Object.values(type.getFields())) {
    const name = `${type.name}.${field.name}`;
    const isOfRow = !isRoot && field.args.length === 0 && isLeafType(getNamedType(field.type));
    const lot = lotFor(name);
    // The rest are read from the property of their name.
    if (isOfRow && field.name !== "id" && lot.once(2)) continue;
    // The house makes the id of a row before it gives the row, and does not wait for it.
    const isRead = isOfRow && (field.name === "id" || lot.once(2));
    resolvers[field.name] = isRead ? rowResolver(schema, name, field) : mockResolver(schema, name, field);
  }
  return resolvers;
}

/** What it answers is a matter of the row. */
const rowResolver =
  (schema: GraphQLSchema, name: string, { type }: GraphQLField<unknown, unknown>) =>
  ({ number }: MockRow) =>
    anyValue(schema, type, lotFor(`${name} ${number}`), { trouble: 4, where: name });

function mockResolver(schema: GraphQLSchema, name: string, { type }: GraphQLField<unknown, unknown>) {
  return (_row: unknown, args: unknown, { mock }: Context, info: GraphQLResolveInfo): unknown => {
    const where = `${name} ${responsePathAsArray(info.path).join(".")} ${JSON.stringify(args)}`;
    const { fieldNodes, parentType, returnType, variableValues } = info;
    mock.calls.push(
      `${where} ${fieldNodes.length} ${parentType} ${returnType} ${JSON.stringify(variableValues)}`,
    );
    const lot = lotFor(`${mock.seed} ${where}`);
    const hops = lot.below(100) < mock.promised ? lot.below(5) : undefined;
    const answer = () =>
      answerOf(lot, mock, where, () =>
        anyValue(schema, type, lot, { ...mock, where, promised: mock.promised }),
      );
    return hops === undefined ? answer() : afterHops(hops).then(answer);
  };
}

/** @throws what a resolver may throw. */
function answerOf(lot: Lot, { trouble }: Trouble, where: string, value: () => unknown): unknown {
  if (lot.below(100) >= trouble || lot.once(2)) return value();
  if (lot.once(3))
    return Promise.reject(lot.once(3) ? `text rejected at ${where}` : new Error(`rejected at ${where}`));
  throw lot.once(2)
    ? new Error(`thrown at ${where}`)
    : new GraphQLError(`told at ${where}`, { extensions: { code: "X", number: lot.below(9) } });
}

async function afterHops(hops: number): Promise<void> {
  for (let hop = 0; hop < hops; hop += 1) await undefined;
}
