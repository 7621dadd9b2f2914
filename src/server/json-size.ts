import { HttpError } from "../http-error.ts";
import { operationLimits } from "../limits.ts";
import { longestText } from "../text-limits.ts";

/** In a shorter text nothing can be so large that reading it takes long. */
const harmlessCharacters = 10_000;

const [quote, backslash, colon, comma, openList, closeList, openObject, closeObject] = [...'"\\:,[]{}'].map(
  (character) => character.charCodeAt(0),
);

/** Entries of a list that graphql-js quotes; it says of the others how many they are. */
const quotedEntries = 10;

/** A list or object that has begun. */
interface Opened {
  readonly isList: boolean;
  /** Entries of a list that have ended. */
  entries: number;
  /** Members in it, as far as they are quoted. */
  members: number;
}

/**
 * Looks at a long text before it is parsed. A megabyte of opening brackets takes a parser and those behind it half a second;
 * so does one of members that no input has, since graphql-js quotes a whole input for each, and compares long names with
 * those that it knows, letter by letter. Of a list it quotes the first entries alone, so that there may be many of them.
 * @throws HttpError when it nests deeper, or its objects hold more or longer names, than any operation needs.
 */
export function refuseLargeJson(text: string): void {
  if (text.length <= harmlessCharacters) return;
  const opened: Opened[] = [];
  let inner = begun(false);
  let lastText = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote: {
        const end = endOfText(text, at);
        lastText = end - at - 1;
        at = end;
        break;
      }
      case colon:
        addMembers(inner, 1);
        if (lastText > longestText.name) throw nameTooLong(lastText);
        break;
      case comma:
        inner.entries += 1;
        break;
      case openList:
      case openObject:
        opened.push(inner);
        inner = begun(text.charCodeAt(at) === openList);
        if (opened.length > operationLimits.jsonLevels)
          throw tooLarge("nests deeper than", "jsonLevels", "levels");
        break;
      case closeList:
      case closeObject:
        inner = ended(inner, opened.pop());
    }
  }
}

const begun = (isList: boolean): Opened => ({ isList, entries: 0, members: 0 });

/** @param outer undefined in a text that closes more than it opens, which its parser refuses. */
function ended({ members }: Opened, outer: Opened = begun(false)): Opened {
  addMembers(outer, members);
  return outer;
}

function addMembers(to: Opened, count: number): void {
  if (to.isList && to.entries >= quotedEntries) return;
  to.members += count;
  if (to.members > operationLimits.jsonMembers) throw tooLarge("holds more than", "jsonMembers", "members");
}

/** Where the quote is that ends a text, or the end of all. @param start of the quote that begins it. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}

const tooLarge = (how: string, limit: "jsonLevels" | "jsonMembers", unit: string): HttpError =>
  new HttpError(`The request ${how} ${operationLimits[limit]} ${unit} of JSON; it may not. Split it up.`);

const nameTooLong = (characters: number): HttpError =>
  new HttpError(
    `A name in the JSON of the request has ${characters} characters; it may have ${longestText.name}.`,
  );
