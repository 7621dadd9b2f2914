import type { Clock } from "../rest/clock.ts";
import type { Audit, OperationReport, WriteReport } from "./events.ts";

/** How a field of a mutation ended. */
export type WriteEnd = Omit<WriteReport, "field" | "ids" | "idsLeftOut"> & {
  /** Ids that its payload gives. @default none */
  readonly ids?: readonly string[];
};

/** A field of a mutation as its document has it. */
export interface AuditedField {
  /** Its alias, or its name: the field of the answer. */
  readonly key: string;
  readonly name: string;
  /** Ids that its arguments name. */
  readonly ids: readonly string[];
}

/** The audit of one operation. */
export interface OperationAudit {
  /** Notes that a field begins. @returns notes its end; only the first call counts. */
  begin(field: AuditedField): (end: WriteEnd) => void;
  /** Whether the field with this key has begun. */
  hasBegun(key: string): boolean;
}

/** The audit of a gateway: every field of a mutation is in it once, when it ends. */
export interface AuditTrail {
  /** @param report of the operation, which has its name once that is known. */
  operation(
    asked: { readonly requestId: string; readonly client: string },
    report: Pick<OperationReport, "name">,
  ): OperationAudit;
  /** Audits what is under way as `UNFINISHED`: the process is about to end. */
  abandon(): void;
}

/** Of one field; a line must stay one that tools can read. */
const mostIds = 100;

/** Makes an empty trail. */
export function createAuditTrail(audit: Audit, clock: Clock): AuditTrail {
  const underWay = new Set<(end: WriteEnd) => void>();
  return {
    operation(asked, report) {
      const begun = new Set<string>();
      return {
        begin({ key, name, ids }) {
          begun.add(key);
          const startedAtMs = clock.nowMs();
          const ended = (end: WriteEnd): void => {
            if (!underWay.delete(ended)) return;
            const write = { ...end, field: name, ...boundedIds([...(end.ids ?? []), ...ids]) };
            const operation = report.name === undefined ? {} : { operation: report.name };
            audit({ ...asked, ...operation, ...write, durationMs: clock.nowMs() - startedAtMs });
          };
          underWay.add(ended);
          return ended;
        },
        hasBegun: (key) => begun.has(key),
      };
    },
    abandon() {
      for (const ended of underWay) ended({ outcome: "UNFINISHED" });
    },
  };
}

/** Each id once. */
function boundedIds(ids: readonly string[]): Pick<WriteReport, "ids" | "idsLeftOut"> {
  const all = [...new Set(ids)];
  const left = all.length - mostIds;
  return { ids: all.slice(0, mostIds), ...(left > 0 && { idsLeftOut: left }) };
}
