import type { IdKind } from "../resolving/ids.ts";
import type { IdPattern } from "../rest/id-pattern.ts";

/** Ids of users and organizations: 24 hexadecimal digits, also where a table says number (web1on1-v2.txt:681). */
export const objectId: IdPattern = {
  description: "24 hexadecimal digits",
  pattern: /^[0-9a-f]{24}$/i,
  longest: 24,
  reserved: ["me"],
};

/** The pattern of each name in a path template. */
export const pathParameters = { user_id: objectId, organization_id: objectId } as const satisfies Record<
  string,
  IdPattern
>;

/** Ids of a type of Web1on1. */
export const kind = (type: string): IdKind => ({ system: "web1on1", type, pattern: objectId });
