import type { IdKind } from "../resolving/ids.ts";
import { assemblyId, ticketId } from "./ids.ts";

const kind = (type: string, pattern = assemblyId): IdKind => ({ system: "assembly", type, pattern });

/** Ids of accounts. */
export const accountKind = kind("Account");
/** Ids of contacts. */
export const contactKind = kind("Contact");
export { labelKind } from "./label/loaders.ts";
/** Ids of usage logs. */
export const usageLogKind = kind("UsageLog");
/** Ids of tickets. No type of the schema has them, since tickets cannot be read. */
export const interactionKind = kind("Interaction", ticketId);
