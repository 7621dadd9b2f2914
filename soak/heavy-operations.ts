import { randomUUID } from "node:crypto";

/** An operation as it is posted. */
export interface Posted {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const absent = [
  () => `account(by: { id: "${randomUUID()}" }) { name }`,
  () => `person(by: { id: "${randomUUID()}" }) { lastName }`,
  () => `user(by: { id: "${randomUUID().replaceAll("-", "").slice(0, 24)}" }) { email }`,
];

/** Looks one thing up that does not exist, in each system in turn. */
export const absentKey = (number: number): Posted => ({
  query: `{ ${absent[number % absent.length]?.() ?? ""} }`,
});

const idsPerField = 84;
const fields = 20;

/** A document of its own with about 2 000 tokens, which costs no call. */
export function largeDocument(number: number): Posted {
  const ids = Array.from({ length: idsPerField }, () => '"a"').join(" ");
  const skipped = Array.from(
    { length: fields - 1 },
    (_, at) => `a${at}: nodes(ids: [${ids}]) @skip(if: true) { id }`,
  );
  return { query: `query Large${number} { __typename ${skipped.join(" ")} }` };
}

/** A query with variables of its own, whose answer is made of what is kept. */
export const ownVariables = (): Posted => ({
  query: `query ($id: ID!, $show: Boolean!) {
  labels { id name }
  account(by: { id: $id }) @include(if: $show) { name }
}`,
  variables: { id: randomUUID(), show: false },
});
