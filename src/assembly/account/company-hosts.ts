import { comparableHost } from "../../resolving/host.ts";
import { keysIn } from "../../rest/row-values.ts";
import type { AccountJson } from "./endpoints.ts";

/** The host that a company is known by; customers have an e-mail address in its place. */
export const companyHost = ({ type, domain }: AccountJson): string | undefined =>
  type === "Company" ? comparableHost(domain) : undefined;

/** Finds companies by that host. */
export const byCompanyHost = (account: AccountJson): readonly string[] => keysIn(companyHost(account));
