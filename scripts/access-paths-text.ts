import { fullModel, loadersOf, type Model } from "../src/graphql/model.ts";
import type { AccessPath } from "../src/lists/access-path.ts";
import { callBounds } from "../src/loaders/access.ts";
import type { AnyEndpoint } from "../src/rest/endpoint.ts";
import { choiceOf } from "./access-choice-text.ts";

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

type Loaders = readonly (readonly [name: string, loader: { readonly access: readonly AccessPath[] }])[];

/** The loaders of each system, and of the joins, under the title of their section. */
function sectionsOf(model: Model): (readonly [string, Loaders])[] {
  const titles = new Map(model.systems.map(({ name, title }) => [name, title]));
  return [...loadersOf(model)].map(([section, loaders]) => [titles.get(section) ?? "Joins", loaders]);
}

function sectionOf([title, loaders]: readonly [string, Loaders]): string {
  const rows = [...new Map(loaders)].map(([name, { access }]) => {
    const calls = keyCounts.map((count) => callsFor(access, count));
    const ways = [...new Set(access.flatMap(waysOf))].join("<br>");
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

function callsFor(access: readonly AccessPath[], count: number): string {
  const { least, most } = callBounds(access, { least: count, most: count }, sizesIn(access));
  if (most === null) return `${least} or more`;
  return least === most ? String(least) : `${least} to ${most}`;
}

const sizesIn = (access: readonly AccessPath[]): Map<string, number> =>
  new Map(
    access.flatMap((path): (readonly [string, number])[] => {
      if (path.kind === "through") return [...sizesIn(path.access)];
      if (path.kind === "grouped")
        return [
          [path.list, rowsInLists],
          [path.missingKey, 0],
        ];
      return path.kind === "pages" ? [[path.list, rowsInLists]] : [];
    }),
  );

function waysOf(path: AccessPath): string[] {
  if (path.kind === "through") return path.access.flatMap(waysOf);
  const call = callText(path.row);
  switch (path.kind) {
    case "point":
      return [`${call} for each key`];
    case "pages":
    case "grouped":
      return [`${call} in pages of ${path.pageSize}`];
    case "filtered":
      return [
        `${call} for ${path.keysPerCall} keys at once${path.pageSize === undefined ? "" : `, in pages of ${path.pageSize}`}`,
      ];
    case "picked":
      return [`${call} by the ids of ${path.keysPerCall} at once`];
    case "whole":
      return [`${call} for all rows`];
    case "sideLoaded":
      return [`along with ${callText(path.with)}`];
    case "searched":
      return [`search in ${call} for each key`];
    case "window":
      return [`${call} for each seven days, or less where they weigh more than fits an answer`];
    case "windowed":
      return [
        `${call} of all in the window, in pages of ${path.pageSize}`,
        ...(path.narrows ? [`${call} for each key`] : []),
      ];
    case "search":
      return [`${call} until the key turns up`];
  }
}

const callText = ({ method, path }: AnyEndpoint): string => `\`${method} ${path}\``;
