import type { IdKind } from "../resolving/ids.ts";
import { objectId } from "./ids.ts";

const kind = (type: string): IdKind => ({ system: "web1on1", type, pattern: objectId });

/** Ids of chat users. */
export const userKind = kind("User");
/** Ids of chat organizations. */
export const organizationKind = kind("Organization");
