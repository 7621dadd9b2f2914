/** Parameters of an operation, as GraphiQL gives them. */
export interface Parameters {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
}

/** An answer of the gateway. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Sends an operation to the gateway. @throws when the answer is no JSON, or none comes. */
export async function send(
  endpoint: string,
  parameters: Parameters,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json, application/json",
      "content-type": "application/json",
      ...headers,
    },
    body: JSON.stringify(named(parameters)),
  });
  return (await response.json()) as Answer;
}

const operation = /^\s*(?:query|mutation|subscription)\b\s*(\w*)/gm;

/**
 * Parameters with the name of an operation only where it is needed. Right after a change of tabs GraphiQL may still name that
 * of the tab before; a document with a single operation needs no name.
 */
export function named({ operationName, ...parameters }: Parameters): Parameters {
  const names = [...parameters.query.matchAll(operation)].map(([, name]) => name);
  return names.length > 1 || names.includes(operationName ?? "")
    ? { operationName, ...parameters }
    : parameters;
}

/** Takes what is told of the calls out of an answer, which is then as it would be without. */
export function apart(answer: Answer): { readonly plain: Answer; readonly upstream: unknown } {
  const { extensions, ...rest } = answer;
  if (!extensions || !("upstream" in extensions)) return { plain: answer, upstream: undefined };
  const { upstream, ...others } = extensions;
  const plain = Object.keys(others).length > 0 ? { ...rest, extensions: others } : rest;
  return { plain, upstream };
}
