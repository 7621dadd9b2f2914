import { GatewayError } from "../../errors.ts";
import type { GatewayDefinition } from "../../resolving/of-gateway.ts";

/** Things that an edit changes or builds on, as `slotTarget` and `categoryTarget` name them, or all of an organization. */
export type SlotTargets = readonly string[] | "all";

/** A slot, whatever is in it. */
export const slotTarget = (index: number): string => `slot ${index}`;

/** A category, whichever slot it is in. @param ownId in lower case. */
export const categoryTarget = (ownId: string): string => `category ${ownId}`;

/** An edit of slots that is under way. */
export interface SlotEdit {
  /** @throws CONFLICT when another edit of the same things was applied since this one came. */
  refuseOvertaken(): void;
  /** Tells the others that this one is applied. @param content that it left behind, in words. */
  applied(content: string): void;
}

/** Edits of slots that are under way. */
export interface SlotEdits {
  /** Runs an edit of slots of an organization. @param subject its target, for the refusal. */
  run<Value>(
    own: { readonly organizationId: string; readonly targets: SlotTargets; readonly subject: string },
    edit: (own: SlotEdit) => Promise<Value>,
  ): Promise<Value>;
}

interface UnderWay {
  readonly targets: SlotTargets;
  /** The content that another edit has left since this one came. */
  overtakenBy?: string;
}

/** @param content as it is now, in words. */
export const slotConflict = (subject: string, content: string): GatewayError =>
  new GatewayError(
    "CONFLICT",
    `${subject} was changed meanwhile: it holds ${content}. Nothing was written; read the categories and decide anew.`,
    { system: "web1on1" },
  );

/**
 * Knows which edits were applied while others were on their way. A category keeps its id when it is renamed, so ids alone
 * do not tell that a client has not seen the edit before its own.
 */
export const slotEdits: GatewayDefinition<SlotEdits> = {
  make() {
    const byOrganization = new Map<string, Set<UnderWay>>();
    return {
      async run({ organizationId, targets, subject }, edit) {
        const all = byOrganization.get(organizationId) ?? new Set();
        byOrganization.set(organizationId, all);
        const own: UnderWay = { targets };
        all.add(own);
        try {
          return await edit({
            refuseOvertaken() {
              if (own.overtakenBy !== undefined) throw slotConflict(subject, own.overtakenBy);
            },
            applied(content) {
              for (const other of all)
                if (other !== own && overlap(other.targets, targets)) other.overtakenBy = content;
            },
          });
        } finally {
          all.delete(own);
          if (all.size === 0) byOrganization.delete(organizationId);
        }
      },
    };
  },
};

function overlap(one: SlotTargets, other: SlotTargets): boolean {
  if (one === "all") return other.length > 0;
  return other === "all" ? one.length > 0 : one.some((target) => other.includes(target));
}
