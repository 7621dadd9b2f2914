/** A request that is small for its sender and was, or could be, large for the gateway. */
export interface Attack {
  readonly name: string;
  /** @default "/graphql" */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Undefined for a GET. */
  readonly body?: string | Uint8Array;
  /** Code of every error; undefined where the operation is answered. */
  readonly code: string | undefined;
  /** @default 400, or 200 where it is answered */
  readonly status?: number;
}

const json = (query: string, variables?: object): string => JSON.stringify({ query, variables });
const times = (count: number, write: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => write(place)).join(" ");
const nest = (levels: number, open: string, inner: string, close: string): string =>
  open.repeat(levels) + inner + close.repeat(levels);

const ideographs = (count: number): string =>
  Array.from({ length: count }, (_, place) => String.fromCodePoint(0x4e00 + ((place * 7_919) % 20_000))).join(
    "",
  );

const badInput = "BAD_USER_INPUT";
const invalid = "GRAPHQL_VALIDATION_FAILED";
const longHost = `${ideographs(340_000)}.example`;
const longUrl = `https://${ideographs(12_000)}.example/`;

/** A scalar and a cursor are looked at before anything runs, a look-up and an id by their field. */
const statusOf = (query: string): number => (/EmailAddress|after/.test(query) ? 400 : 200);

/** Text that a parser would take long for. */
const longTexts: readonly Attack[] = [
  ["a domain of 340 000 ideographs", "query ($v: String!) { account(by: { domain: $v }) { id } }", longHost],
  [
    "an organization's domain of as many",
    "query ($v: String!) { organization(by: { domain: $v }) { id } }",
    longHost,
  ],
  [
    "a host of as many in an e-mail address",
    "query ($v: EmailAddress!) { user(by: { email: $v }) { id } }",
    `a@${longHost}`,
  ],
  [
    "an e-mail address of 900 000 letters",
    "query ($v: EmailAddress!) { person(by: { email: $v }) { id } }",
    `${"a".repeat(900_000)}@b.example`,
  ],
  [
    "an address of 900 000 dots",
    "query ($v: EmailAddress!) { contact(by: { email: $v }) { id } }",
    `a@${".b".repeat(450_000)}`,
  ],
  ["an id of a million characters", "query ($v: ID!) { node(id: $v) { id } }", "a".repeat(1_000_000)],
  [
    "a global id of a million",
    "query ($v: ID!) { node(id: $v) { id } }",
    `gid://web1on1/User/${"%61".repeat(330_000)}`,
  ],
  [
    "a cursor of a million",
    "query ($v: String!) { users(after: $v) { nodes { id } } }",
    "a".repeat(1_000_000),
  ],
].map(([name = "", query = "", v]) => ({
  name,
  body: json(query, { v }),
  code: badInput,
  status: statusOf(query),
}));

/** Pages within pages, however they are written. */
const products: readonly Attack[] = [
  {
    name: "users of organizations of users, 100 each",
    body: json(
      "{ users(first: 100) { nodes { organization { users(first: 100) { nodes { organization { users(first: 100) { nodes { id } } } } } } } } }",
    ),
    code: badInput,
  },
  {
    name: "the same by a variable",
    body: json(
      "query ($n: Int) { users(first: $n) { nodes { organization { users(first: $n) { nodes { organization { users(first: $n) { nodes { id } } } } } } } } }",
      { n: 100 },
    ),
    code: badInput,
  },
  {
    name: "the same by a default and a fragment",
    body: json(
      "query ($n: Int = 100) { users(first: $n) { nodes { ...A } } } fragment A on User { organization { users(first: $n) { nodes { ...B } } } } fragment B on User { organization { users(first: $n) { nodes { id } } } }",
    ),
    code: badInput,
  },
  {
    name: "25 lists of 100 users of 100 users",
    body: json(
      `{ viewer { organization { ${times(25, (i) => `a${i}: users(first: 100) { nodes { organization { users(first: 100) { nodes { id } } } } }`)} } } }`,
    ),
    code: badInput,
  },
  {
    name: "activities of the people of activities",
    body: json(
      "query ($w: TimeWindow!) { activities(window: $w, first: 500) { nodes { person { activities(window: $w, first: 500) { nodes { person { activities(window: $w, first: 500) { nodes { id } } } } } } } } }",
      { w: { start: "2026-03-01T00:00:00Z", end: "2026-03-20T00:00:00Z" } },
    ),
    code: badInput,
  },
];

const introspection =
  "{ types { name description fields(includeDeprecated: true) { name description args { name description } type { name ofType { name ofType { name } } } } inputFields { name description } enumValues { name description } } }";

/** Documents that are slow to check. */
const documents: readonly Attack[] = [
  {
    name: "20 introspections",
    body: json(`{ ${times(20, (i) => `a${i}: __schema ${introspection}`)} }`),
    code: badInput,
  },
  {
    name: "18 equal fields in each of 18 equal fields",
    body: json(`{ viewer { ${times(18, () => `organization { ${times(18, () => "parent { id }")} }`)} } }`),
    code: invalid,
  },
  {
    name: "fragments that each hold the next one 8 times",
    body: json(
      `{ viewer { ...F0 } } ${times(90, (i) => `fragment F${i} on User { ${i === 89 ? "id" : times(8, () => `...F${i + 1}`)} }`)}`,
    ),
    code: invalid,
  },
  { name: "2 000 levels", body: json(nest(2_000, "{ viewer ", "", "}")), code: "GRAPHQL_PARSE_FAILED" },
  { name: "1 900 equal fields", body: json(`{ viewer { ${"id ".repeat(1_900)} } }`), code: invalid },
  { name: "1 500 unknown fields", body: json(`{ ${times(1_500, (i) => `f${i}`)} }`), code: invalid },
  { name: "900 directives", body: json(`{ viewer ${"@a".repeat(900)} { id } }`), code: invalid },
  { name: "a name of 900 000 letters", body: json(`{ ${"x".repeat(900_000)} }`), code: "BAD_REQUEST" },
  { name: "a subscription", body: json("subscription { viewer { id } }"), code: invalid },
  {
    name: "a wrong persisted hash",
    body: JSON.stringify({
      query: "{ viewer { id } }",
      extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } },
    }),
    code: "BAD_REQUEST",
  },
];

/** Variables that are large once they are read. */
const variables: readonly Attack[] = [
  {
    name: "20 addresses of 12 000 ideographs",
    body: json("mutation ($i: CreateAccountInput!) { createAccount(input: $i) { __typename } }", {
      i: { imageUrl: longUrl, name: "a" },
    }),
    code: badInput,
  },
  {
    name: "a map of 100 000 levels",
    body: `{"query":"mutation ($m: JSONObject) { createUser(input: { email: \\"a@b.example\\", meta: $m }) { __typename } }","variables":{"m":${nest(100_000, '{"a":', "1", "}")}}}`,
    code: "BAD_REQUEST",
  },
  ...(
    [
      [
        "60 000 members that no input has",
        Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, 1])),
      ],
      ["a member with a name of 900 000 letters", { ["email".repeat(180_000)]: 1 }],
      ["a value of an enum with as many", { role: "A".repeat(900_000) }, badInput],
    ] satisfies readonly (readonly [name: string, input: object, code?: string])[]
  ).map(([name, input, code = "BAD_REQUEST"]) => ({
    name,
    body: json("mutation ($i: CreateUserInput!) { createUser(input: $i) { __typename } }", {
      i: { email: "a@b.example", ...input },
    }),
    code,
  })),
  {
    name: "10 000 ids",
    body: json("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids: Array.from({ length: 10_000 }, (_, i) => `${i}`),
    }),
    code: badInput,
  },
  {
    name: "20 lists of 100 malformed ids",
    body: json(`query ($ids: [ID!]!) { ${times(20, (i) => `a${i}: nodes(ids: $ids) { id }`)} }`, {
      ids: Array.from({ length: 100 }, (_, i) => `no id ${i}`),
    }),
    code: badInput,
    status: 200,
  },
  {
    name: "a member named __proto__",
    body: '{"query":"{ __typename }","variables":{"__proto__":{"polluted":1}}}',
    code: "BAD_REQUEST",
  },
];

/** Bodies that are no operations. */
const bodies: readonly Attack[] = [
  {
    name: "100 operations at once",
    body: JSON.stringify(Array.from({ length: 100 }, () => ({ query: "{ __typename }" }))),
    code: "BAD_REQUEST",
  },
  {
    name: "bytes that are no UTF-8",
    body: Buffer.from('{"query":"{ viewer { id } } #\xe9"}', "latin1"),
    code: "BAD_REQUEST",
  },
  { name: "one byte too many", body: " ".repeat(1_048_577), code: "BAD_REQUEST", status: 413 },
  { name: "lists within lists", body: nest(500_000, "[", "", "]"), code: "BAD_REQUEST" },
];

/** Every attack, in the order in which they are made. */
export const attacks: readonly Attack[] = [...longTexts, ...products, ...documents, ...variables, ...bodies];
