import { groupId } from "../../../src/sandbox/data/ids.ts";

/** A type that a client of Relay lists, creates, changes and deletes. */
export interface Noun {
  readonly type: string;
  /** Its connection in `Query`. */
  readonly list: string;
  /** The argument by which a write names it, of the variable `$id`. */
  readonly named: string;
  /** A field that is shown and changed. */
  readonly field: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The calls that write, without the id. */
  readonly writes: readonly [create: string, update: string, remove: string];
}

/** One of each system. */
export const nouns: readonly Noun[] = [
  {
    type: "Contact",
    list: "contacts",
    named: "by: { id: $id }",
    field: "name",
    input: { name: "Nora", email: "nora@acme.example", account: { domain: "acme.example" } },
    writes: ["assembly POST /contacts", "assembly PUT /contacts/", "assembly DELETE /contacts/"],
  },
  {
    type: "Person",
    list: "people",
    named: "id: $id",
    field: "firstName",
    input: {
      firstName: "Nora",
      lastName: "Lind",
      email: "nora@helpdesk.example",
      timezone: "Europe/Oslo",
      roleId: groupId("role/Analyst"),
      staffable: true,
    },
    writes: ["assembled POST /v0/people", "assembled PATCH /v0/people/", "assembled DELETE /v0/people/"],
  },
  {
    type: "User",
    list: "users",
    named: "id: $id",
    field: "givenName",
    input: { givenName: "Nora", email: "nora@staff.example" },
    writes: ["web1on1 POST /users", "web1on1 PATCH /users/", "web1on1 DELETE /users/"],
  },
];

/** The module of a noun, whose name begins those of its documents. */
export const moduleOf = ({ type }: Noun): string => `${type}List`;

/** The documents of a page that lists a noun, by twos, and writes it. */
export function documentsOf(noun: Noun): readonly string[] {
  const { type, list, named, field } = noun;
  const module = moduleOf(noun);
  const payload = type.toLowerCase();
  return [
    `query ${module}Query { ...${module}_query }`,
    `fragment ${module}_query on Query
      @argumentDefinitions(first: { type: "Int", defaultValue: 2 }, after: { type: "String" })
      @refetchable(queryName: "${module}PageQuery") {
        ${list}(first: $first, after: $after) @connection(key: "${module}_${list}") {
          edges { node { id ...${module}_row } }
          pageInfo { endCursor hasNextPage }
        }
      }`,
    `fragment ${module}_row on ${type} @refetchable(queryName: "${module}RowQuery") { ${field} }`,
    `query ${module}NodeQuery($id: ID!) { node(id: $id) { __typename ... on ${type} { id ${field} } } }`,
    `mutation ${module}CreateMutation($input: Create${type}Input!, $connections: [ID!]!) {
      create${type}(input: $input) {
        ${payload}Id
        ${payload} @appendNode(connections: $connections, edgeTypeName: "${type}Edge") { ${field} ...${module}_row }
      }
    }`,
    `mutation ${module}UpdateMutation($id: ID!, $input: Update${type}Input!) {
      update${type}(${named}, input: $input) { ${payload}Id ${payload} { ${field} } }
    }`,
    `mutation ${module}DeleteMutation($id: ID!) {
      delete${type}(${named}) { deleted${type}Id @deleteRecord }
    }`,
  ];
}
