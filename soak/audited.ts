import { readFileSync } from "node:fs";
import type { AuditEntry } from "../src/observation/events.ts";
import type { Mutated } from "./history.ts";

/** Lines of an audit, in their order. */
export const readAudit = (path: string): readonly AuditEntry[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as AuditEntry);

/** How an audit differs from what was sent and answered; each mutation was sent with its nonce as the id of its request. */
export interface AuditVerdict {
  readonly lines: number;
  /** Mutations without a line. */
  readonly missing: readonly Mutated[];
  /** Mutations with more than one. */
  readonly repeated: readonly Mutated[];
  /** Mutations whose line has another field, says that it was done when it was not, or has not the id that was answered. */
  readonly wrong: readonly Mutated[];
  /** Lines of what was not sent. */
  readonly unsent: readonly AuditEntry[];
}

/** Looks each mutation up in an audit, and each line in the history. */
export function compareAudit(history: readonly Mutated[], audit: readonly AuditEntry[]): AuditVerdict {
  const linesOf = new Map<string, AuditEntry[]>();
  for (const entry of audit) linesOf.set(entry.requestId, [...(linesOf.get(entry.requestId) ?? []), entry]);
  const countOf = ({ nonce }: Mutated) => linesOf.get(nonce)?.length ?? 0;
  const sent = new Set(history.map(({ nonce }) => nonce));
  return {
    lines: audit.length,
    missing: history.filter((mutated) => countOf(mutated) === 0),
    repeated: history.filter((mutated) => countOf(mutated) > 1),
    wrong: history.filter((mutated) =>
      (linesOf.get(mutated.nonce) ?? []).some((entry) => !tellsOf(entry, mutated)),
    ),
    unsent: audit.filter(({ requestId }) => !sent.has(requestId)),
  };
}

/** Whether a line agrees with what the client was answered. Where that is not known, the gateway may have learnt it later. */
function tellsOf({ field, ids, outcome }: AuditEntry, { belief, code, id, kind }: Mutated): boolean {
  if (field !== kind.field) return false;
  if (belief === "acked") return outcome === "done" && id !== undefined && ids.includes(id);
  return belief === "unknown" || outcome === code;
}
