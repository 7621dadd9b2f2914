import type { IdKind } from "../resolving/ids.ts";
import { assemblyId, labelId, ticketId } from "./ids.ts";

const kind = (type: string, pattern = assemblyId): IdKind => ({ system: "assembly", type, pattern });

/** Ids of accounts. */
export const accountKind = kind("Account");
/** Ids of contacts. */
export const contactKind = kind("Contact");
/** Ids of labels. */
export const labelKind = kind("Label", labelId);
/** Ids of usage logs. */
export const usageLogKind = kind("UsageLog");
/** Ids of tickets. No type of the schema has them, since tickets cannot be read. */
export const interactionKind = kind("Interaction", ticketId);
