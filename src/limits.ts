/** How large an operation may be, and its answer. */
export const operationLimits = {
  /** Of the text of its document; what is long has its place in a variable. */
  documentCharacters: 100_000,
  tokens: 2_000,
  /** Levels of selection sets; introspection is not counted, graphql-js limits it itself. */
  depth: 12,
  aliases: 30,
  rootFields: 20,
  /** Fields and spreads once every fragment is unfolded where it stands. */
  selections: 10_000,
  /** Pairs of fields under one name in one place; 100 fragments that all select the `id` of one object make 4 950. */
  equalPairs: 5_000,
  /** Entries of one list in an argument; what is written in bulk has lower limits of its own. */
  listEntries: 250,
  /** Levels of a free-form map; what walks one does so by recursion. */
  mapLevels: 50,
  /** Levels of a request as JSON: a map within lists and input objects. */
  jsonLevels: 100,
  /** Names in all objects of a request as JSON, those of ten entries of each list. */
  jsonMembers: 5_000,
  /** A document with more mistakes is not read to its end. */
  reportedErrors: 5,
  bodyBytes: 1_048_576,
  /** Of an answer, all together; introspection is counted as well. */
  objects: 10_000,
  /** Of fields of an answer: one field of a whole page may fail row by row. */
  errors: 100,
  /** Of an answer, as JSON. */
  answerBytes: 10_000_000,
} as const;
