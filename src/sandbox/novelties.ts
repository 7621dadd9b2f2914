/** Fields of the three systems whose values are one of a few that their documents list. */
const enumFields: ReadonlySet<string> = new Set([
  "agent_role",
  "channels",
  "contract_type",
  "locale",
  "role",
  "routeOnReply",
  "status",
  "type",
]);

/** A value that no document knows. */
export const novelty = "something-new";

/** A copy of an answer's body with unknown values in the fields of enums, and with unknown fields in all records. */
export function withNovelties(body: unknown): unknown {
  const text = JSON.stringify(body);
  return text === undefined ? undefined : JSON.parse(text, renew);
}

function renew(key: string, value: unknown): unknown {
  if (enumFields.has(key)) {
    if (typeof value === "string") return novelty;
    if (Array.isArray(value)) return [novelty, ...value];
  }
  if (typeof value !== "object" || value === null || !("id" in value)) return value;
  Object.defineProperty(value, "__proto__", { value: { novelty }, enumerable: true });
  return Object.assign(value, { novelty: { nested: [null] } });
}
