import { badInput } from "../errors.ts";
import { searchText } from "../lists/search-text.ts";
import { longestText, within } from "../text-limits.ts";

/** Words of a search: each is looked for in every row of a list. */
export const mostWords = 10;

/**
 * The words of a search, as rows are searched for them; none where there is nothing in it but blanks.
 * @throws BAD_USER_INPUT for a text that is too long and for more than ten words.
 */
export function searchWords(search: string | null | undefined): readonly string[] {
  if (!search) return [];
  const words = [...new Set(searchText(within(search, longestText.filter, "search")).split(/\s+/))].filter(
    Boolean,
  );
  if (words.length > mostWords) throw badInput(`search has ${words.length} words; it may have ${mostWords}.`);
  return words;
}
