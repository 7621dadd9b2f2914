import type { AccountJson } from "../assembly/account/endpoints.ts";
import { accountByDomain, accountById } from "../assembly/account/loaders.ts";
import { loadCompany } from "../assembly/contact/company.ts";
import type { ContactJson } from "../assembly/contact/endpoints.ts";
import { contactByEmail, contactById } from "../assembly/contact/loaders.ts";
import { accountIdOfContact } from "../assembly/contact/owners.ts";
import { GatewayError } from "../errors.ts";
import { type LoaderUse, useOf } from "../estimate/field-cost.ts";
import { atMost } from "../estimate/range.ts";
import { onlyMatch } from "../fields/join.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import type { PromiseOrValue } from "../loaders/promise-or-value.ts";
import type { ByIdLoader } from "../resolving/noun.ts";
import { readableReferenceIn } from "../resolving/referenced.ts";
import type { OrganizationJson } from "../web1on1/organization/endpoints.ts";
import { organizationById, organizationKind, organizationsByHost } from "../web1on1/organization/loaders.ts";
import { loadOrganization } from "../web1on1/organization/look-up.ts";
import { userByEmail } from "../web1on1/user/by-email.ts";
import type { UserJson } from "../web1on1/user/endpoints.ts";
import { userById } from "../web1on1/user/loaders.ts";
import { accountLinks, organizationLinks } from "./account-organization.ts";
import type { CustomerKey } from "./customer-key.ts";

type Loads = Pick<OperationContext, "of">;

/** One way from a key to a record. */
interface Way<Row> {
  /** Names of the systems that it reads. */
  readonly systems: readonly string[];
  readonly uses: readonly LoaderUse[];
  find(context: Loads): PromiseOrValue<Row | null>;
}

/** Ways to an account, and to an organization. */
export interface CustomerWays {
  readonly accounts: readonly Way<AccountJson>[];
  readonly organizations: readonly Way<OrganizationJson>[];
}

/** A way that begins at a record of one of the two systems, which leads to the other record. */
type Start = { readonly account: Way<AccountJson> } | { readonly organization: Way<OrganizationJson> };

/** The ways from a key, best first: records that the key names come before those of its host. */
export function waysFrom(key: CustomerKey): CustomerWays {
  const starts = startsFrom(key);
  return {
    accounts: starts.map((start) => ("account" in start ? start.account : toAccount(start.organization))),
    organizations: starts.map((start) =>
      "organization" in start ? start.organization : toOrganization(start.account),
    ),
  };
}

function startsFrom(key: CustomerKey): readonly Start[] {
  switch (key.by) {
    case "domain":
      return [{ account: inAssembly(accountByDomain, key.domain) }, ...ofHost(key.host)];
    case "email":
      return [
        { account: companyOf(inAssembly(contactByEmail, key.email)) },
        // A customer who stands alone has an address for a domain.
        { account: inAssembly(accountByDomain, key.email) },
        { organization: organizationOf(inWeb1on1(userByEmail, key.email)) },
        ...(key.host === undefined ? [] : [{ account: inAssembly(accountByDomain, key.host) }]),
        ...ofHost(key.host),
      ];
    case "Account":
      return [{ account: inAssembly(accountById, key.id) }];
    case "Contact":
      return [{ account: companyOf(inAssembly(contactById, key.id)) }];
    case "Organization":
      return [{ organization: inWeb1on1(organizationById, key.id) }];
    case "User":
      return [{ organization: organizationOf(inWeb1on1(userById, key.id)) }];
  }
}

const inAssembly = <Row>(loader: LoaderDefinition<ByIdLoader<Row>>, key: string): Way<Row> => ({
  systems: ["assembly"],
  uses: [{ ...useOf(loader), type: "Account" }],
  find: ({ of }) => of(loader).load(key),
});

const inWeb1on1 = <Row>(loader: LoaderDefinition<ByIdLoader<Row>>, key: string): Way<Row> => ({
  systems: ["web1on1"],
  uses: [{ ...useOf(loader), type: "Organization" }],
  find: ({ of }) => of(loader).load(key),
});

const ofHost = (host: string | undefined): readonly Start[] =>
  host === undefined
    ? []
    : [
        {
          organization: {
            systems: ["web1on1"],
            uses: [{ ...useOf(organizationsByHost), type: "Organization" }],
            find: (context) => loadOrganization({ host }, context),
          },
        },
      ];

/** The next step of a way: from what it found to another record. */
const onward = <From, To>(
  way: Way<From>,
  step: {
    readonly systems?: readonly string[];
    readonly uses: readonly LoaderUse[];
    find(row: From, context: Loads): PromiseOrValue<To | null>;
  },
): Way<To> => ({
  systems: [...new Set([...way.systems, ...(step.systems ?? [])])],
  uses: [...way.uses, ...step.uses],
  async find(context) {
    const row = await way.find(context);
    return row && step.find(row, context);
  },
});

const companyOf = (way: Way<ContactJson>): Way<AccountJson> =>
  onward(way, {
    uses: [useOf(accountIdOfContact, atMost(1)), useOf(accountById, atMost(1))],
    find: (contact, { of }) => loadCompany(of, contact),
  });

const organizationOf = (way: Way<UserJson>): Way<OrganizationJson> =>
  onward(way, {
    uses: [useOf(organizationById, atMost(1))],
    find({ organization }, { of }) {
      const id = readableReferenceIn(organizationKind, organization);
      return id === null ? null : of(organizationById).load(id);
    },
  });

const toAccount = (way: Way<OrganizationJson>): Way<AccountJson> =>
  onward(way, {
    systems: ["assembly"],
    uses: [useOf(accountLinks, atMost(1))],
    find: async (organization, { of }) =>
      onlyMatch((await of(accountLinks).load(organization)).filter(({ alone }) => alone)),
  });

const toOrganization = (way: Way<AccountJson>): Way<OrganizationJson> =>
  onward(way, {
    systems: ["web1on1"],
    uses: [useOf(organizationLinks, atMost(1))],
    find: async (account, { of }) => onlyMatch(await of(organizationLinks).load(account)),
  });

/** Uses by `findFirst`: the first way is surely taken, the others where those before them find nothing. */
export const usesOfWays = (ways: readonly Way<unknown>[]): LoaderUse[] =>
  ways.flatMap(({ uses }, place) =>
    place === 0 ? uses : uses.map((use) => ({ ...use, keys: atMost(use.keys.most) })),
  );

/**
 * The record that the first way finds that finds any. Systems that the client may not read are not asked, nor is one again that
 * has failed, unless it refused but a record: another way may do without it, and the failure stands where none finds anything.
 */
export async function findFirst<Row>(
  ways: readonly Way<Row>[],
  { access, of }: Pick<OperationContext, "access" | "of">,
): Promise<Row | null> {
  const failed = new Set<string | undefined>();
  let failure: GatewayError | undefined;
  for (const { find, systems } of ways) {
    if (!systems.every((system) => access.mayRead(system) && !failed.has(system))) continue;
    try {
      const row = await find({ of });
      if (row) return row;
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      if (error.code !== "FORBIDDEN") failed.add(error.facts.system);
      failure ??= error;
    }
  }
  if (failure) throw failure;
  return null;
}
