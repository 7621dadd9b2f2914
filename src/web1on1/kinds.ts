import type { IdKind } from "../ids.ts";
import { objectId } from "./api/ids.ts";

const kind = (type: string): IdKind => ({ system: "web1on1", type, pattern: objectId });

/** Ids of chat users. */
export const userKind = kind("User");
/** Ids of chat organizations. */
export const organizationKind = kind("Organization");
