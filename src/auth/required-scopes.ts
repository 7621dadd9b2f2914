import type { Scope } from "./scopes.ts";

/** The scopes that something takes: any of the lists, all of its scopes. */
export type RequiredScopes = readonly (readonly Scope[])[];

/** Nothing is taken: every client has what it takes. */
export const noScopes: RequiredScopes = [[]];

/** All that each of several takes. */
export const allOf = (parts: readonly RequiredScopes[]): RequiredScopes =>
  parts.reduce(
    (sum, part) => anyOf(sum.map((scopes) => part.map((more) => [...new Set([...scopes, ...more])]))),
    noScopes,
  );

/** Any of what several take; a list that holds all of another, or is the same as one before it, asks for nothing new. */
export const anyOf = (parts: readonly RequiredScopes[]): RequiredScopes => {
  const lists = parts.flat();
  const isNew = (list: readonly Scope[], at: number) =>
    !lists.some(
      (other, place) =>
        place !== at &&
        other.every((scope) => list.includes(scope)) &&
        (other.length < list.length || place < at),
    );
  return lists.filter(isNew);
};

/** Whether these scopes are enough. */
export const areEnough = (scopes: ReadonlySet<Scope>, required: RequiredScopes): boolean =>
  required.some((list) => list.every((scope) => scopes.has(scope)));

/** Whether whatever is enough for one is enough for the other, too. */
export const implies = (one: RequiredScopes, other: RequiredScopes): boolean =>
  one.every((list) => areEnough(new Set(list), other));
