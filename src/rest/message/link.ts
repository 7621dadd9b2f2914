/**
 * Whether a `Link` header names a resource that stands in a relation to the one it came with (RFC 8288, section 3): any
 * number of links, each with parameters in any order and case, quoted or not, with or without a value.
 * @param header several headers joined by commas; absent for none.
 * @param relation in lower case, such as `next`.
 * @returns undefined for a header that cannot be read.
 */
export function hasLink(header: string | undefined, relation: string): boolean | undefined {
  const links = linksIn(header ?? "");
  return links?.some((relations) => relations.includes(relation));
}

// Sticky, each beginning with what tells it from the others, so that a header is read once from left to right.
const betweenLinks = /[\s,]*/y;
const target = /<[^<>]*>\s*/y;
const semicolon = /;\s*/y;
const parameterName = /([^\s=;,"<>]+)\s*/y;
const parameterValue = /=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"<>]*))\s*/y;

/** The relation types of each link; undefined when the text is no list of links. */
function linksIn(text: string): string[][] | undefined {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text);
    if (taken) at = pattern.lastIndex;
    return taken;
  };
  /** Of several `rel` the first counts (RFC 8288, section 3.3). */
  const takeRelations = (): string => {
    let relations: string | undefined;
    while (take(semicolon)) {
      const name = take(parameterName)?.[1]?.toLowerCase();
      const [, quoted, plain] = (name && take(parameterValue)) || [];
      if (name === "rel") relations ??= quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "";
    }
    return relations ?? "";
  };
  const links: string[][] = [];
  take(betweenLinks);
  while (at < text.length) {
    if (!take(target)) return undefined;
    links.push(takeRelations().toLowerCase().split(/\s+/));
    if (at < text.length && text[at] !== ",") return undefined;
    take(betweenLinks);
  }
  return links;
}
