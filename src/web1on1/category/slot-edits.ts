import type { GatewayDefinition } from "../../resolving/of-gateway.ts";

/** An edit of a slot that is under way. */
export interface SlotEdit {
  /** The content that another edit has put into the slot since this one came; undefined while none has. */
  overtakenBy(): string | undefined;
  /** Tells the others that this one is applied. @param content of the slot, in words. */
  applied(content: string): void;
}

/** Edits of slots that are under way. */
export interface SlotEdits {
  /** Runs an edit. @param slot tells it from others. */
  run<Value>(slot: string, edit: (own: SlotEdit) => Promise<Value>): Promise<Value>;
}

/** The edits of one slot, for as long as there is one. */
interface UnderWay {
  edits: number;
  applied: number;
  content: string;
}

/**
 * Knows which edits were applied while others were on their way. A category keeps its id when it is renamed, so ids alone
 * do not tell that a client has not seen the edit before its own.
 */
export const slotEdits: GatewayDefinition<SlotEdits> = {
  make() {
    const bySlot = new Map<string, UnderWay>();
    return {
      async run(slot, edit) {
        const underWay = bySlot.get(slot) ?? { edits: 0, applied: 0, content: "" };
        bySlot.set(slot, underWay);
        underWay.edits += 1;
        const { applied: appliedBefore } = underWay;
        try {
          return await edit({
            overtakenBy: () => (underWay.applied > appliedBefore ? underWay.content : undefined),
            applied(content) {
              underWay.applied += 1;
              underWay.content = content;
            },
          });
        } finally {
          underWay.edits -= 1;
          if (underWay.edits === 0) bySlot.delete(slot);
        }
      },
    };
  },
};
