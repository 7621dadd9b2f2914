import { hostLabel } from "../resolving/host.ts";
import type { IdKind } from "../resolving/ids.ts";
import type { IdPattern } from "../rest/id-pattern.ts";
import { longestText } from "../text-limits.ts";

/** Static routes that share a prefix with ids (assembly-accounts-contacts-v2.txt:9, 47, 76, 139). */
const reserved = ["labels", "upsert", "company", "accounts", "contacts", "add_props", "usage", "me"];

const host = String.raw`(?:${hostLabel}\.)+[\p{L}\p{M}\p{N}-]{2,63}`;

/** Assembly's own ids look like UUIDs, but samples are a digit short, so they are kept opaque. */
const assemblyId: IdPattern = {
  description: "an Assembly id",
  pattern: /^[0-9A-Za-z][0-9A-Za-z_-]{0,63}$/,
  longest: 64,
  reserved,
};

/** The domain of a Company account. */
export const domain: IdPattern = {
  description: "a domain such as example.com",
  pattern: new RegExp(`^(?=.{4,253}$)${host}$`, "u"),
  longest: longestText.host,
};

/** The e-mail address that stands for a contact or a Customer account. */
export const email: IdPattern = {
  description: "an e-mail address",
  pattern: new RegExp(String.raw`^(?=.{6,254}$)[^\s@/\\?#%"<>\p{Cc}]+@${host}$`, "u"),
  longest: longestText.email,
};

/** The `domain` of an account of either type (assembly-accounts-contacts-v2.txt:12). */
export const accountDomain: IdPattern = {
  description: "a domain such as example.com, or an e-mail address for a Customer account",
  pattern: new RegExp(`${domain.pattern.source}|${email.pattern.source}`, "u"),
  longest: longestText.email,
};

/** An external id linked to a record; free text, never empty. */
export const sourceSpecificId: IdPattern = {
  description: "1 to 255 characters, and not blanks alone",
  pattern: /^(?=.*[^\s\p{Cf}])[^\p{Cc}]{1,255}$/u,
  // Two code units for a character outside the basic plane.
  longest: 510,
};

/** Ids of tickets: ULIDs. */
export const ticketId: IdPattern = {
  description: "a ULID (26 letters and digits)",
  pattern: /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/,
  longest: 26,
};

/** The four label types as they stand in the path. */
const labelType: IdPattern = {
  description: "a label type",
  pattern: /^(?:Tier|Stage|CompanyType|AccountTag)$/,
  longest: 11,
};

/** A label's id; the names of label types share its place in the path. */
export const labelId: IdPattern = {
  ...assemblyId,
  reserved: [...reserved, "tier", "stage", "companytype", "accounttag"],
};

const either = (one: IdPattern, other: IdPattern): IdPattern => ({
  description: `${one.description} or ${other.description}`,
  pattern: new RegExp(`${one.pattern.source}|${other.pattern.source}`, "u"),
  longest: Math.max(one.longest, other.longest),
  reserved,
});

/** The values that each name in a path template may have. */
export const pathParameters = {
  id: assemblyId,
  domain: accountDomain,
  email,
  idOrDomain: either(assemblyId, accountDomain),
  idOrEmail: either(assemblyId, email),
  companyId: assemblyId,
  companyDomain: domain,
  sourceSpecificId,
  companySourceSpecificId: sourceSpecificId,
  type: labelType,
  labelId,
  usageLogId: assemblyId,
} as const satisfies Record<string, IdPattern>;

/** Ids of a type of Assembly. @param pattern @default that of most of its ids */
export const kind = (type: string, pattern = assemblyId): IdKind => ({ system: "assembly", type, pattern });
