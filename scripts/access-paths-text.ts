import { fullModel, loadersOf, type Model } from "../src/graphql/model.ts";
import type { AccessStrategy, BatchFacts } from "../src/lists/access-strategy.ts";
import { newListStatistics } from "../src/lists/statistics.ts";
import { callBounds } from "../src/loaders/strategies/call-bounds.ts";

/** Rows that every list is taken to hold in the table. */
const rowsInLists = 1_000;
const keyCounts = [1, 100];

/** The text of `docs/access-paths.md`. @param model @default every system and join */
export function accessPathsText(model: Model = fullModel): string {
  return `# Access paths

Written by \`npx tsx scripts/access-paths.ts\` from the declarations of the loaders; a test compares it with them.

A loader declares the ways to its rows. For each batch of keys, the cheapest in calls is taken:

- What is fresh, or on its way for whichever operation, costs nothing. A list of which every page is fresh is taken over
  with its indexes.
- Where the size of a list is known, the fewer of keys and pages. Keys that the list does not show are read by themselves:
  a list never proves absence.
- Where it is not known, pages are read while fewer calls have been spent on them than keys are missing: at most twice
  what the best plan would have cost in hindsight. They are read one after the other at first, then a quarter as many side by
  side as were read before.
- Children of many parents are cut from pages of the list of all, where its rows tell whose they are. No document promises
  that they do: it is learnt from rows that are read, and remembered. A list of which one row does not tell is not used.
  There a parent that does not exist has no children. If all of a list of unknown length is needed, eight pages are followed
  by a look whether it is too long; if first pages may do, they are followed by it when time runs short for reads of each
  parent. For how many parents a list was not worth reading is remembered, too. Where only the list is refused, or cannot
  be read, each parent is.
- A search for each key proves nothing where it shows nothing, and the list has the last word. So on a tie the list is read.
- A window of all people's activities is read in parts of seven days, or of half as many, down to five hours, by what a day
  weighed the last time. A part whose answer is larger than the gateway reads is replaced by its halves, and a read that
  names many keys by two that name half of them each.
- One person by id whose site or teams are selected, and not cached, is a page of all people, which brings these along,
  unless they are known to fill more pages.
- Otherwise, on a tie, keys are read by themselves, unless such reads wait for the rate limit: then the list is read, which is one
  read for all who wait.

Calls are told for an empty cache, no call waiting, lists of ${rowsInLists.toLocaleString("en")} rows, and rows that tell whose they are.
${sectionsOf(model).map(sectionOf).join("")}`;
}

type Loaders = readonly (readonly [name: string, loader: { readonly access: AccessStrategy }])[];

/** The loaders of each system, and of the joins, under the title of their section. */
function sectionsOf(model: Model): (readonly [string, Loaders])[] {
  const titles = new Map(model.systems.map(({ name, title }) => [name, title]));
  return [...loadersOf(model)].map(([section, loaders]) => [titles.get(section) ?? "Joins", loaders]);
}

function sectionOf([title, loaders]: readonly [string, Loaders]): string {
  const rows = [...new Map(loaders)].map(([name, { access }]) => {
    const calls = keyCounts.map((count) => callsFor(access, count));
    const ways = [...new Set(waysOf(access))].join("<br>");
    return `| \`${name}\` | ${ways} | ${choiceOf(access)} | ${calls.join(" | ")} |`;
  });
  const heads = keyCounts.map((count) => (count === 1 ? "1 key" : `${count} keys`));
  return `
## ${title}

| Loader | Ways to its rows | Takes | Calls for ${heads.join(" | for ")} |
|---|---|---|${keyCounts.map(() => "--:|").join("")}
${rows.join("\n")}
`;
}

function callsFor(access: AccessStrategy, count: number): string {
  const { least, most } = callBounds(access, { least: count, most: count }, facts);
  if (!Number.isFinite(most)) return `${least} or more`;
  return least === most ? String(least) : `${least} to ${most}`;
}

/** Lists are known, windows are not. */
const facts: BatchFacts = {
  statistics: {
    ...newListStatistics(),
    rowCount: { get: () => rowsInLists },
    lacksForeignKey: { get: () => false },
  },
  arePointsQueued: false,
};

const waysOf = (access: AccessStrategy): readonly string[] => [
  ...access.describe().ways,
  ...(access.asks ?? []).flatMap((asked) => waysOf(asked.access)),
];

/** Which of its ways a loader takes when, in the words of the table. */
const choiceOf = (access: AccessStrategy): string =>
  [
    ...[access.describe().choice ?? []].flat(),
    ...(access.asks ? ["what the loaders take that it asks"] : []),
  ].join("; ");
