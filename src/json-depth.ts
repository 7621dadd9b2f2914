import { BadRequest } from "./bad-request.ts";
import { operationLimits } from "./operation-limits.ts";

/** A shorter text cannot nest so deeply that reading it takes long. */
const harmlessCharacters = 10_000;

const [quote, backslash, openList, closeList, openObject, closeObject] = [...'"\\[]{}'].map((character) =>
  character.charCodeAt(0),
);

/**
 * Looks at a long text before it is parsed: a megabyte of opening brackets takes a parser and those behind it half a second.
 * @throws BadRequest when its lists and objects nest deeper than any operation needs.
 */
export function refuseDeepJson(text: string): void {
  if (text.length <= harmlessCharacters) return;
  let levels = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (isInString) {
      if (character === backslash) at += 1;
      else if (character === quote) isInString = false;
    } else if (character === quote) isInString = true;
    else if (character === openList || character === openObject) {
      levels += 1;
      if (levels > operationLimits.jsonLevels) throw tooDeep();
    } else if (character === closeList || character === closeObject) levels -= 1;
  }
}

const tooDeep = () =>
  new BadRequest(`The request nests deeper than ${operationLimits.jsonLevels} levels of JSON; it may not.`);
