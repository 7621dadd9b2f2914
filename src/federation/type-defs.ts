import { mostRepresentations } from "./representation.ts";

/** The SDL that Federation adds to a schema whose objects have keys. @param names of the types of these objects. */
export const federationTypeDefs = (names: readonly string[]): string => `
"An object as another subgraph names it: its \`__typename\` and one of its keys."
scalar _Any @specifiedBy(url: "https://specs.apollo.dev/federation/v2.3")

"An object of any type that has a key."
union _Entity = ${names.join(" | ")}

"The gateway as a subgraph."
type _Service @requiresScopes(scopes: [[]]) {
  "The schema with its keys, for the composition of a supergraph."
  sdl: String!
}

extend type Query {
  "The gateway as a subgraph; it is told to clients that may ask for the schema."
  _service: _Service! @requiresScopes(scopes: [[]])
  "Objects as other subgraphs name them, in the order asked; null where one does not exist. Each takes the scopes of its type."
  _entities("The objects." representations: [_Any!]! @most(entries: ${mostRepresentations})): [_Entity]! @requiresScopes(scopes: [[]])
}
`;

/** Fields of `Query` and types that are there for routers alone: composition knows them without being told. */
export const forRouters: ReadonlySet<string> = new Set([
  "_Any",
  "_Entity",
  "_Service",
  "_entities",
  "_service",
]);
