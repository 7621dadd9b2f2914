import { badInput, undocumentedValue } from "../errors.ts";
import { type IdPattern, matchesId } from "../rest/id-pattern.ts";
import { textIn } from "../rest/row-values.ts";
import { longestText, within } from "../text-limits.ts";

/** A type of object with ids of its own; global ids are made from it and checked against it. */
export interface IdKind {
  /** System in lower case: the host part of the global id. */
  readonly system: string;
  /** GraphQL type name. */
  readonly type: string;
  /** Pattern of the upstream's own ids. */
  readonly pattern: IdPattern;
}

const scheme = "gid://";

/**
 * `gid://assembled/Person/8ce1939e-…`, each part percent-encoded.
 * @param sourceId as the system answered it.
 * @throws UPSTREAM_INVALID_RESPONSE when it is no text, or one that has no encoding: half of a surrogate pair.
 */
export function toGlobalId({ system, type }: Pick<IdKind, "system" | "type">, sourceId: unknown): string {
  const id = textIn(sourceId);
  if (id === undefined || !id.isWellFormed()) throw undocumentedValue(system);
  return `${scheme}${system}/${type}/${encodeURIComponent(id)}`;
}

/** The upstream's id in a global id that `toGlobalId` made: it came from the system, so that no client is to blame for it. */
export const sourceIdIn = (kind: IdKind, globalId: string): string =>
  comparableId(kind, decodeURIComponent(globalId.slice(globalId.lastIndexOf("/") + 1)));

/** In lower case where case makes no difference. */
const comparableId = ({ pattern: { pattern } }: IdKind, sourceId: string): string =>
  pattern.ignoreCase ? sourceId.toLowerCase() : sourceId;

/**
 * Takes a global id apart.
 * @returns undefined when the text is not a global id at all.
 * @throws BAD_USER_INPUT when it looks like one and is malformed or too long.
 */
export function parseGlobalId(id: string): { system: string; type: string; sourceId: string } | undefined {
  if (!id.startsWith(scheme)) return undefined;
  const [system, type, sourceId, ...rest] = within(id, longestText.globalId, "A global id")
    .slice(scheme.length)
    .split("/");
  if (!system || !type || !sourceId || rest.length > 0) throw badInput(`${quote(id)} is not a global id.`);
  try {
    return { system, type, sourceId: decodeURIComponent(sourceId) };
  } catch {
    throw badInput(`${quote(id)} is not a global id.`);
  }
}

/**
 * The upstream's id behind either form that a client may send; in lower case where case makes no difference, so that
 * one object has one spelling in filters, indexes and comparisons.
 * @throws BAD_USER_INPUT for a global id of another type and for anything that cannot be an id of this kind.
 */
export function sourceIdOf(kind: IdKind, id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed && (parsed.type !== kind.type || parsed.system !== kind.system)) {
    const [given, expected] = [parsed, kind].map(inWords);
    throw badInput(`${quote(id)} is the id of ${given}; expected the id of ${expected}.`);
  }
  return comparableId(kind, validated(kind.pattern, parsed?.sourceId ?? id, `${kind.type} id`));
}

/** As `sourceIdOf`, for arguments that may be left out. */
export function optionalSourceIdOf(kind: IdKind, id: string | null | undefined): string | undefined {
  return id === null || id === undefined ? undefined : sourceIdOf(kind, id);
}

/**
 * A value that has passed its pattern.
 * @param name what it is called in the message, such as "Person id".
 * @throws BAD_USER_INPUT otherwise, with the limit for one that is too long.
 */
export function validated(pattern: IdPattern, value: string, name: string): string {
  within(value, pattern.longest, `The ${name}`);
  if (!matchesId(pattern, value)) {
    throw badInput(`${quote(value)} is no ${name}; expected: ${pattern.description}.`);
  }
  return value;
}

/** A type with its system as people call them: "an Account of Assembly". Global ids have the system's name in lower case. */
function inWords({ system, type }: Pick<IdKind, "system" | "type">): string {
  const article = /^[AEIO]/.test(type) ? "an" : "a";
  return short(`${article} ${type} of ${system.charAt(0).toUpperCase()}${system.slice(1)}`);
}

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

const quote = (value: string): string => JSON.stringify(short(value));
