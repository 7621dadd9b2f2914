/** An operation as it is sent. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The answer to an operation. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** Sends an operation, or a body that lies ready. @throws when the status is not 200. */
export async function post<Answered = Answer>(url: string, operation: Operation | string): Promise<Answered> {
  const body = typeof operation === "string" ? operation : JSON.stringify(operation);
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as Answered;
}

/** Sends an operation that must succeed. */
export async function dataOf(url: string, operation: Operation): Promise<unknown> {
  const { data, errors } = await post(url, operation);
  if (errors) throw new Error(`${url} answered ${JSON.stringify(errors)} to ${operation.query}`);
  return data;
}
