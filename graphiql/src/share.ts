/** An operation as an address carries it. */
export interface SharedOperation {
  readonly query: string;
  /** JSON text; empty when it has none. */
  readonly variables: string;
}

/**
 * The operation in an address: behind `#`, as `sharedAddress` puts it, or behind `?`, as clients send queries by GET.
 * @returns undefined when there is none.
 */
export function operationIn(address: string): SharedOperation | undefined {
  const { hash, searchParams } = new URL(address);
  for (const parameters of [new URLSearchParams(hash.slice(1)), searchParams]) {
    const query = parameters.get("query");
    if (query) return { query, variables: indented(parameters.get("variables") ?? "") };
  }
  return undefined;
}

/** The address of a page that opens with an operation. It stands behind `#`, so that no server and no log is told of it. */
export function sharedAddress(address: string, { query, variables }: SharedOperation): string {
  const parameters = new URLSearchParams({ query, ...(variables.trim() && { variables }) });
  const url = new URL(address);
  url.search = "";
  url.hash = parameters.toString();
  return url.href;
}

/** An address without an operation, so that the page opens with its tabs as they are when it is loaded again. */
export function withoutOperation(address: string): string {
  const url = new URL(address);
  url.search = "";
  url.hash = "";
  return url.href;
}

function indented(variables: string): string {
  try {
    return JSON.stringify(JSON.parse(variables), null, 2);
  } catch {
    return variables;
  }
}
