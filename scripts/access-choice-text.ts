import type { AccessPath } from "../src/lists/access-path.ts";

/** Which of its ways a loader takes when, in the words of the table of access paths. */
export function choiceOf(access: readonly AccessPath[]): string {
  const own = ownChoiceOf(access);
  const others = access.some(({ kind }) => kind === "through") ? ["what the loaders take that it asks"] : [];
  return [...(own ? [own] : []), ...others].join("; ");
}

function ownChoiceOf(access: readonly AccessPath[]): string | undefined {
  const has = (kind: AccessPath["kind"]) => access.some((path) => path.kind === kind);
  for (const path of access) {
    if (path.kind === "grouped") return groupedChoiceOf(path);
    if (path.kind === "windowed") {
      const pages = "the pages of the window, however many keys";
      return path.narrows ? `${pages}, or a read for each key where these are fewer` : pages;
    }
    if (path.kind === "picked")
      return "a read for one; for several the list if it has no more pages than it takes to ask by ids, those ids otherwise; a read for each that these do not show";
    if (path.kind !== "filtered") continue;
    if (!has("pages")) return "the filter, for all keys of a moment at once";
    return path.pageSize === undefined
      ? "the filter; the list where it is cached, and for keys that the filter does not find"
      : "the filter, unless the list is cached";
  }
  if (has("searched"))
    return "the list if it has no more pages than keys are missing, a search for each otherwise; the list for keys that searches do not find";
  if (has("window")) return "parts of the window, by what the last ones weighed";
  if (has("search")) return "one after the other, until all keys are found";
  if (has("point") && has("pages"))
    return "the list if it has fewer pages than keys are missing, a read for each otherwise";
  if (has("point") && has("whole")) return "the list for two keys and more, a read for one";
  if (has("point")) return "a read for each key";
  if (has("sideLoaded")) return "what came along, all rows otherwise";
  if (has("pages")) return "all pages, however few keys";
  return has("whole") ? "all rows" : undefined;
}

function groupedChoiceOf({ isInOrder, probes }: Extract<AccessPath, { readonly kind: "grouped" }>): string {
  const list = isInOrder
    ? "pages of the list until they have shown enough of each parent's, if they are fewer than parents are missing"
    : "the list if it has fewer pages than there are parents";
  const learnt = probes
    ? "as long as its rows name their parents, which a page is read to learn"
    : "once rows were seen to name their parents";
  return `${list}, ${learnt}; a read for each parent otherwise`;
}
