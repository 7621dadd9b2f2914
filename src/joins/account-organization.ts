import DataLoader from "dataloader";
import type { AccountJson } from "../assembly/api/account.ts";
import type { AssemblyLoaders } from "../assembly/loaders.ts";
import type { AccountResolvers, OrganizationResolvers } from "../generated/resolvers.ts";
import { comparableHost, emailHost } from "../host.ts";
import { byIndex, settle } from "../loaders/shapes.ts";
import { objectId } from "../web1on1/api/ids.ts";
import type { OrganizationJson } from "../web1on1/api/organization.ts";
import { isLiving, type Web1on1Loaders } from "../web1on1/loaders.ts";
import { isFreeMailHost } from "./free-mail.ts";
import { candidates, type Link, onlyOne } from "./links.ts";

/** Why an account and an organization are taken for the same company, best first. */
type Reason = "SOURCE_ID" | "WEBSITE" | "EMAIL_DOMAIN";

const possibleIds = ({ source_specific_ids }: AccountJson): string[] =>
  [...new Set(source_specific_ids)].filter((id) => objectId.pattern.test(id)).map((id) => id.toLowerCase());

/** The host that a company is known by; customers have an e-mail address in its place and match by id only. */
const companyHost = ({ type, domain }: AccountJson): string | undefined =>
  type === "Company" ? comparableHost(domain) : undefined;

const companyEmailHost = ({ email }: OrganizationJson): string | undefined => {
  const host = emailHost(email);
  return host && !isFreeMailHost(host) ? host : undefined;
};

const listed = (host: string | undefined): string[] => (host ? [host] : []);

/** Makes the loaders of this join, for one operation. */
export function accountOrganizationLoaders(loaders: AssemblyLoaders & Web1on1Loaders) {
  const organizationsByEmailHost = byIndex(loaders.allOrganizations, "emailHost", (organization) =>
    listed(companyEmailHost(organization)),
  );
  const accountsByPossibleId = byIndex(loaders.allAccounts, "possibleId", possibleIds);
  const accountsByHost = byIndex(loaders.allAccounts, "host", (account) => listed(companyHost(account)));

  const linksOf = async (account: AccountJson): Promise<Link<OrganizationJson, Reason>[]> => {
    const byId = await Promise.all(possibleIds(account).map((id) => loaders.organizationById.load(id)));
    const bySourceId = candidates(byId, "SOURCE_ID", isLiving);
    const host = companyHost(account);
    if (bySourceId.length > 0 || !host) return bySourceId;
    const byWebsite = candidates(await loaders.organizationsByHost.load(host), "WEBSITE", isLiving);
    if (byWebsite.length > 0) return byWebsite;
    return candidates(await organizationsByEmailHost.load(host), "EMAIL_DOMAIN", isLiving);
  };

  const organizationLinks = new DataLoader<AccountJson, Link<OrganizationJson, Reason>[], string>(
    async (accounts) => {
      // An account that can match only by host needs the list of organizations; then ids are found in it, too.
      if (accounts.some((account) => possibleIds(account).length === 0 && companyHost(account))) {
        await loaders.allOrganizations.all();
      }
      return settle(accounts.map(linksOf));
    },
    { cacheKeyFn: ({ id }) => id },
  );

  /** Accounts that have the organization among their links, which only they can say. */
  const accountLinksOf = async (organization: OrganizationJson) => {
    const matching = await Promise.all([
      accountsByPossibleId.load(organization.id.toLowerCase()),
      ...listed(comparableHost(organization.url)).map((host) => accountsByHost.load(host)),
      ...listed(companyEmailHost(organization)).map((host) => accountsByHost.load(host)),
    ]);
    const accounts = [...new Map(matching.flat().map((account) => [account.id, account])).values()];
    const links = await Promise.all(accounts.map((account) => organizationLinks.load(account)));
    return accounts.flatMap((row, at) => {
      const all = links[at] ?? [];
      const link = all.find((one) => one.row.id === organization.id);
      return link ? [{ row, reason: link.reason, alone: all.length === 1 }] : [];
    });
  };

  return {
    organizationLinks: {
      load: (account: AccountJson) => organizationLinks.load(account),
      clearAll: () => void organizationLinks.clearAll(),
    },
    accountLinks: { load: accountLinksOf, clearAll() {} },
  };
}

/** `Account.organization`, `Account.organizationLinks`. */
export const Account: Pick<AccountResolvers, "organization" | "organizationLinks"> = {
  organization: async (account, _, { loaders }) => onlyOne(await loaders.organizationLinks.load(account)),
  organizationLinks: async (account, _, { loaders }) =>
    (await loaders.organizationLinks.load(account)).map(({ row, reason }) => ({ organization: row, reason })),
};

/** `Organization.account`, `Organization.accountLinks`. */
export const Organization: Pick<OrganizationResolvers, "account" | "accountLinks"> = {
  account: async (organization, _, { loaders }) =>
    onlyOne((await loaders.accountLinks.load(organization)).filter(({ alone }) => alone)),
  accountLinks: async (organization, _, { loaders }) =>
    (await loaders.accountLinks.load(organization)).map(({ row, reason }) => ({ account: row, reason })),
};
