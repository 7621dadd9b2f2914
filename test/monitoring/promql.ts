/** A metric in an expression of PromQL. */
export interface UsedMetric {
  readonly name: string;
  /** Names of the labels that its matchers name, or that the whole expression groups by. */
  readonly labels: readonly string[];
}

const words = new Set("by without on ignoring group_left group_right and or unless bool offset".split(" "));
const grouping = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g;
const names = (list: string): string[] => list.split(",").map((name) => name.trim());

/**
 * Finds the metrics of an expression and their labels. Enough for the expressions here: aggregations, functions, ranges and
 * matchers; a label that is grouped by counts for each metric of the expression.
 */
export function metricsIn(expression: string): readonly UsedMetric[] {
  const grouped = [...expression.matchAll(grouping)].flatMap(([, list = ""]) => names(list));
  const plain = expression.replace(grouping, " ").replace(/\[[^\]]*\]/g, " ");
  // A name, unless it is called; and its matchers, in whose texts there may be any character.
  const selector = /([A-Za-z_:][\w:]*)\s*(\(|\{(?:[^"}]|"(?:[^"\\]|\\.)*")*\})?/g;
  return [...plain.matchAll(selector)].flatMap(([, name = "", behind = ""]) => {
    if (behind === "(" || words.has(name)) return [];
    const matched = [...behind.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"(?:[^"\\]|\\.)*"/g)].map(
      ([, label = ""]) => label,
    );
    return [{ name, labels: [...new Set([...grouped, ...matched])] }];
  });
}
