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
  /** Runs an edit of slots of an organization. @throws SlotConflict */
  run<Value>(own: OwnEdit, edit: (own: SlotEdit) => Promise<Value>): Promise<Value>;
}

/** An edit as it comes. */
export interface OwnEdit {
  readonly organizationId: string;
  readonly targets: SlotTargets;
  /** Its target, for the refusal. */
  readonly subject: string;
  /** Whether its client may be told what is there in place of what it expected. */
  readonly mayRead: boolean;
}

interface UnderWay {
  readonly targets: SlotTargets;
  /** The content that another edit has left since this one came. */
  overtakenBy?: string;
}

/** The refusal of an edit whose target is not what its client expected. */
export class SlotConflict extends GatewayError {
  readonly subject: string;

  /** @param content as it is now, in words. @default it is not told */
  constructor(subject: string, content?: string) {
    const told = content === undefined ? "" : `: it holds ${content}`;
    const message = `${subject} was changed meanwhile${told}. Nothing was written; read the categories and decide anew.`;
    super("CONFLICT", message, { system: "web1on1" });
    this.subject = subject;
  }
}

/**
 * Knows which edits were applied while others were on their way. A category keeps its id when it is renamed, so ids alone
 * do not tell that a client has not seen the edit before its own.
 */
export const slotEdits: GatewayDefinition<SlotEdits> = {
  make() {
    const byOrganization = new Map<string, Set<UnderWay>>();
    return {
      async run({ organizationId, targets, subject, mayRead }, edit) {
        const all = byOrganization.get(organizationId) ?? new Set();
        byOrganization.set(organizationId, all);
        const own: UnderWay = { targets };
        all.add(own);
        try {
          return await edit({
            refuseOvertaken() {
              if (own.overtakenBy !== undefined) throw new SlotConflict(subject, own.overtakenBy);
            },
            applied(content) {
              for (const other of all)
                if (other !== own && overlap(other.targets, targets)) other.overtakenBy = content;
            },
          });
        } catch (error) {
          throw error instanceof SlotConflict && !mayRead ? new SlotConflict(error.subject) : error;
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
