/** Makes a value from JSON read-only to its depth, however deep that is, since many operations share it. */
export function deepFreeze(value: unknown): void {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== "object" || next === null || Object.isFrozen(next)) continue;
    Object.freeze(next);
    for (const inner of Array.isArray(next) ? next : Object.values(next)) {
      if (typeof inner === "object") left.push(inner);
    }
  }
}
