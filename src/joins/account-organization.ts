import DataLoader from "dataloader";
import { byCompanyHost, companyHost } from "../assembly/account/company-hosts.ts";
import type { AccountJson } from "../assembly/account/endpoints.ts";
import { allAccounts } from "../assembly/account/loaders.ts";
import { joinFields, type Link, type LinkLoader } from "../fields/join.ts";
import type { AccountResolvers, OrganizationResolvers } from "../generated/resolvers.ts";
import type { KeysOf } from "../lists/indexed-rows.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import { indexLoader } from "../loaders/many-by-field.ts";
import {
  mapAllPromiseOrValue,
  mapPromiseOrValue,
  type PromiseOrValue,
  settle,
} from "../loaders/promise-or-value.ts";
import { asking } from "../loaders/strategies/asking.ts";
import { comparableHost, emailHost } from "../resolving/host.ts";
import type { Join } from "../resolving/noun.ts";
import { keysIn } from "../rest/row-values.ts";
import { isLiving } from "../web1on1/living.ts";
import type { OrganizationJson } from "../web1on1/organization/endpoints.ts";
import { allOrganizations, organizationById, organizationsByHost } from "../web1on1/organization/loaders.ts";
import { isFreeMailHost } from "./free-mail.ts";
import { bestMatches, distinct, identityOf, objectIdsAmong, readCandidates } from "./links.ts";

/** Why an account and an organization are taken for the same company, best first. */
export type AccountOrganizationReason = "SOURCE_ID" | "WEBSITE" | "EMAIL_DOMAIN";

const byPossibleId: KeysOf<AccountJson> = ({ source_specific_ids }) =>
  objectIdsAmong(Array.isArray(source_specific_ids) ? source_specific_ids : []);

const companyEmailHost = ({ email }: OrganizationJson): string | undefined => {
  const host = emailHost(email);
  return host && !isFreeMailHost(host) ? host : undefined;
};

const byEmailHost: KeysOf<OrganizationJson> = (organization) => keysIn(companyEmailHost(organization));

type Links = readonly Link<OrganizationJson, AccountOrganizationReason>[];

/** Finds the organizations of accounts. */
type OrganizationLinks = LinkLoader<AccountJson, OrganizationJson, AccountOrganizationReason>;

/** Loads the organizations of accounts. */
export const organizationLinks: LoaderDefinition<OrganizationLinks> = {
  access: asking([
    // An account may carry any number of ids.
    { access: organizationById.access, keysPerKey: { least: 0, most: Number.POSITIVE_INFINITY } },
    { access: organizationsByHost.access, keysPerKey: { least: 0, most: 1 } },
  ]),
  create({ of }) {
    const loaders = {
      allOrganizations: of(allOrganizations),
      organizationById: of(organizationById),
      organizationsByHost: of(organizationsByHost),
    };
    const organizationsByEmailHost = indexLoader(loaders.allOrganizations, byEmailHost);

    const byHost = (host: string): PromiseOrValue<Links> =>
      mapPromiseOrValue(loaders.organizationsByHost.load(host), (found) => {
        const byWebsite = bestMatches(found, "WEBSITE", isLiving);
        if (byWebsite.length > 0) return byWebsite;
        return mapPromiseOrValue(organizationsByEmailHost.load(host), (others) =>
          bestMatches(others, "EMAIL_DOMAIN", isLiving),
        );
      });

    const linksOf = (account: AccountJson): PromiseOrValue<Links> =>
      mapPromiseOrValue(
        readCandidates(byPossibleId(account).map((id) => loaders.organizationById.load(id))),
        (byId) => {
          if (byId.rows.length > 0) return bestMatches(byId.rows, "SOURCE_ID", isLiving);
          // Customers match by id only.
          const host = companyHost(account);
          return mapPromiseOrValue(host === undefined ? [] : byHost(host), (links) =>
            links.length > 0 ? links : byId.orRefused(),
          );
        },
      );

    const loader = new DataLoader<AccountJson, Links, unknown>(
      async (accounts) => {
        // An account that can match only by host needs the list of organizations; then ids are found in it, too.
        if (accounts.some((account) => byPossibleId(account).length === 0 && companyHost(account))) {
          await loaders.allOrganizations.all();
        }
        return settle(accounts.map(async (account) => linksOf(account)));
      },
      { cacheKeyFn: identityOf },
    );
    return {
      load(account) {
        loaders.allOrganizations.readFresh();
        return loaders.allOrganizations.isComplete() ? linksOf(account) : loader.load(account);
      },
      clearAll: () => void loader.clearAll(),
    };
  },
};

/** An account that has an organization among its links. */
interface AccountLink extends Link<AccountJson, AccountOrganizationReason> {
  /** Whether the account has no other. */
  readonly alone: boolean;
}

/** Finds the accounts that have an organization among their links, which only they can say. */
type AccountLinks = LinkLoader<OrganizationJson, AccountJson, AccountOrganizationReason, AccountLink>;

/** Loads the accounts of organizations. */
export const accountLinks: LoaderDefinition<AccountLinks> = {
  access: asking(
    [{ access: organizationLinks.access, keysPerKey: { least: 0, most: Number.POSITIVE_INFINITY } }],
    allAccounts.access,
  ),
  ahead: [allAccounts],
  create({ of }) {
    const loaders = {
      allAccounts: of(allAccounts),
      organizationLinks: of(organizationLinks),
    };
    const accountsByPossibleId = indexLoader(loaders.allAccounts, byPossibleId);
    const accountsByHost = indexLoader(loaders.allAccounts, byCompanyHost);
    return {
      load(organization) {
        const hosts = [comparableHost(organization.url), companyEmailHost(organization)];
        const linkOf = (row: AccountJson): PromiseOrValue<AccountLink | null> =>
          mapPromiseOrValue(loaders.organizationLinks.load(row), (links) => {
            const link = links.find((one) => identityOf(one.row) === identityOf(organization));
            return link ? { row, reason: link.reason, alone: links.length === 1 } : null;
          });
        const matching = [
          ...objectIdsAmong([organization.id]).map((id) => accountsByPossibleId.load(id)),
          ...hosts.flatMap(keysIn).map((host) => accountsByHost.load(host)),
        ];
        return mapAllPromiseOrValue(matching, (accounts) =>
          mapPromiseOrValue(readCandidates(distinct(accounts.flat()).map(linkOf)), (found) =>
            found.rows.length > 0 ? found.rows : found.orRefused(),
          ),
        );
      },
      clearAll() {},
    };
  },
};

/** Accounts of Assembly and organizations of Web1on1 that are the same company. */
export const accountOrganization: Join = {
  loaders: { organizationLinks, accountLinks },
  resolvers: {
    Account: joinFields("organization", organizationLinks) satisfies AccountResolvers,
    Organization: joinFields("account", accountLinks, (links) =>
      links.filter(({ alone }) => alone),
    ) satisfies OrganizationResolvers,
  },
};
