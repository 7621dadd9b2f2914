import { Refusal } from "../refusal.ts";
import { knownIds } from "./fields.ts";
import type { AssembledState } from "./state.ts";

/** A value of a query string that is one of these, or 400; `undefined` if the parameter is missing. */
export function oneOfIn(query: URLSearchParams, name: string, known: readonly string[]): string | undefined {
  const value = query.get(name);
  if (value === null || known.includes(value)) return value ?? undefined;
  throw new Refusal(400, `${name} must be one of ${known.join(", ")}`);
}

/** The channel of a query string, or 400. */
export function channelIn(query: URLSearchParams, known: readonly string[]): string {
  const channel = oneOfIn(query, "channel", known);
  if (channel === undefined) throw new Refusal(400, "channel is required");
  return channel;
}

/** The id of a queue in a query string, or 400; `undefined` if the parameter is missing. */
export function queueIn(query: URLSearchParams, { queues }: AssembledState): string | undefined {
  const queue = query.get("queue");
  return queue === null ? undefined : knownIds([queue], queues, "queue")[0];
}
