interface Place {
  readonly value: object;
  /** Of the field that holds it, or the list that it is in; undefined for the whole body. */
  readonly name?: string;
  readonly above?: Place;
}

/**
 * Drops named fields wherever they stand, in place: what was parsed for us alone. An object may hold another one where
 * its id is documented, and that one's secrets are no less secret.
 * @param secrets dotted paths: `password`, `billingInfo.meta`. Of a list each item is meant. `[role=bot].meta` means the
 * `meta` of objects whose `role` is that text.
 */
export function withoutSecrets(body: unknown, secrets: readonly string[]): unknown {
  const paths = secrets.map((secret) => secret.split(".").reverse());
  const left: Place[] = [];
  const add = (value: unknown, name?: string, above?: Place): void => {
    if (typeof value === "object" && value !== null)
      left.push({ value, ...(name !== undefined && { name }), ...(above && { above }) });
  };
  if (paths.length > 0) add(body);
  // Not by recursion: a body may nest deeper than the stack.
  for (let place = left.pop(); place; place = left.pop()) {
    const { value, name, above } = place;
    if (Array.isArray(value)) {
      for (const item of value) add(item, name, above);
      continue;
    }
    for (const [field = "", ...holders] of paths) {
      if (Object.hasOwn(value, field) && isHeldBy(place, holders))
        delete (value as Record<string, unknown>)[field];
    }
    for (const [field, inner] of Object.entries(value)) add(inner, field, place);
  }
  return body;
}

/** Whether the fields that lead to a place have these names, from the innermost on, and its object says what is asked. */
function isHeldBy(place: Place, holders: readonly string[]): boolean {
  let at: Place | undefined = place;
  for (const holder of holders) {
    if (holder.startsWith("[")) {
      if (!says(place.value, holder)) return false;
      continue;
    }
    if (at?.name !== holder) return false;
    at = at.above;
  }
  return true;
}

/** @param condition as `[role=bot]`. */
function says(value: object, condition: string): boolean {
  const [name = "", text] = condition.slice(1, -1).split("=");
  return (value as Readonly<Record<string, unknown>>)[name] === text;
}
