import type { ObjectFinder } from "../execution/object-finder.ts";
import type { Find } from "../fields/findable.ts";
import type { OperationContext } from "./context.ts";

/**
 * Finds the object of a field without what stands around its resolver: objects that are not there yet, and operations that tell
 * of their calls or have come to an end, are left to that.
 */
export const objectAtHand = (find: Find<never>): ObjectFinder => ({
  find(source: unknown, context: OperationContext) {
    const { progress, tellsFields } = context;
    // Nothing is begun for what may not be given.
    if (tellsFields || progress.full || progress.late) return undefined;
    try {
      const found = find(source as never, context);
      if (!(found instanceof Promise)) return found;
      // Its resolver waits for the same load, and tells how that fails.
      found.catch(() => {});
      return undefined;
    } catch {
      // Told by its resolver.
      return undefined;
    }
  },
  count: ({ progress }: OperationContext) => !progress.step() && !progress.full && !progress.add(1),
});
