/** The prefix that GraphiQL gives to its keys. */
const prefix = "graphiql:";

/** The store of a browser, as far as it is used. */
export interface TextStore {
  readonly length: number;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
}

/** What is stored for a browser that has stored nothing: the pane at the side is a fifth of the page, not a third. */
const atFirst: Readonly<Record<string, string>> = { [`${prefix}docExplorerFlex`]: "0.25" };

/**
 * The store of the browser without the headers of requests: history would keep them, and a key is typed there. GraphiQL
 * stores texts of JSON, of which it keeps headers as `headers`.
 */
export function storageWithoutHeaders(storage: TextStore): TextStore {
  return {
    get length() {
      return storage.length;
    },
    getItem: (key) => storage.getItem(key) ?? atFirst[key] ?? null,
    removeItem: (key) => storage.removeItem(key),
    clear: () => storage.clear(),
    setItem(key, value) {
      if (key !== `${prefix}headers`) storage.setItem(key, withoutHeaders(value));
    },
  };
}

/** JSON without the members called `headers`; other text as it is. */
export function withoutHeaders(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object") return text;
    return JSON.stringify(value, (key, member) => (key === "headers" ? null : member));
  } catch {
    return text;
  }
}

/** The operation of the tab that was shown last. @returns undefined when the browser has stored none. */
export function lastShown(
  storage: Pick<TextStore, "getItem">,
): { query: string; variables: string } | undefined {
  try {
    const { activeTabIndex, tabs } = JSON.parse(storage.getItem(`${prefix}tabState`) ?? "");
    const { query, variables } = tabs[activeTabIndex];
    return { query: query ?? "", variables: variables ?? "" };
  } catch {
    return undefined;
  }
}
