import type { GraphQLResolveInfo } from "graphql";
import { contactsField, contactsOfLoaded, contactsUse } from "../assembly/contact/contacts-field.ts";
import type { Facts } from "../estimate/facts.ts";
import { type FieldCost, type LoaderUse, useOf } from "../estimate/field-cost.ts";
import { atMost, exactly } from "../estimate/range.ts";
import { field } from "../fields/field.ts";
import { neverNull } from "../fields/never-null.ts";
import type {
  Customer360ContactsArgs,
  Customer360PeopleArgs,
  Customer360Resolvers,
  Customer360UsersArgs,
  QueryCustomer360Args,
  QueryResolvers,
} from "../generated/resolvers.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { Join } from "../resolving/noun.ts";
import { type PageArguments, pageRequest } from "../resolving/pagination.ts";
import { usersField, usersUse } from "../web1on1/user/users-field.ts";
import { organizationLinks } from "./account-organization.ts";
import { type CustomerKey, checkedCustomerKey, customerKey } from "./customer-key.ts";
import { type CustomerWays, findFirst, usesOfWays, waysFrom } from "./customer-ways.ts";
import { identityOf } from "./links.ts";
import { servingConnection, servingPeople } from "./serving-people.ts";

/**
 * The cost of a field of a customer: that of the ways to a record, and of what is read of it.
 * @param ways to the record.
 * @param more uses, where the record is found. @default none
 */
const costOf =
  <Args>(ways: (all: CustomerWays) => readonly LoaderUse[], more: (args: Args) => FieldCost = () => ({})) =>
  (args: Args, known: Facts): FieldCost => {
    const key = customerKey.of(known);
    const { uses = [], ...others } = more(args);
    const found = uses.map((use) => ({ ...use, keys: atMost(use.keys.most) }));
    return { ...others, uses: [...(key ? ways(waysFrom(key)) : []), ...found] };
  };

const toAccounts = ({ accounts }: CustomerWays) => usesOfWays(accounts);
const toOrganizations = ({ organizations }: CustomerWays) => usesOfWays(organizations);

const accountOf = (key: CustomerKey, context: OperationContext) => findFirst(waysFrom(key).accounts, context);
const organizationOf = (key: CustomerKey, context: OperationContext) =>
  findFirst(waysFrom(key).organizations, context);

/** The cost of a page of what is read of a record. */
const pageOf =
  (use: LoaderUse, tells?: Facts) =>
  (args: PageArguments): FieldCost => ({
    uses: [use],
    cardinality: atMost(pageRequest(args).first),
    ...(tells && { tells }),
  });

const Customer360 = {
  account: field(costOf(toAccounts), (key: CustomerKey, _args: unknown, context: OperationContext) =>
    accountOf(key, context),
  ),
  organization: field(
    costOf(toOrganizations),
    (key: CustomerKey, _args: unknown, context: OperationContext) => organizationOf(key, context),
  ),
  linkReason: field(
    costOf(
      (ways) => [...toAccounts(ways), ...toOrganizations(ways)],
      () => ({ uses: [useOf(organizationLinks)] }),
    ),
    async (key: CustomerKey, _args: unknown, context: OperationContext) => {
      const [account, organization] = await Promise.all([
        accountOf(key, context),
        organizationOf(key, context),
      ]);
      if (!account || !organization) return null;
      const links = await context.of(organizationLinks).load(account);
      return links.find(({ row }) => identityOf(row) === identityOf(organization))?.reason ?? null;
    },
  ),
  contacts: field(
    costOf(toAccounts, pageOf(contactsUse, contactsOfLoaded)),
    async (key: CustomerKey, args: Customer360ContactsArgs, context: OperationContext) => {
      const account = await accountOf(key, context);
      return account && contactsField(account, args, context);
    },
  ),
  users: field(
    costOf(toOrganizations, pageOf(usersUse)),
    async (key: CustomerKey, args: Customer360UsersArgs, context: OperationContext) => {
      const organization = await organizationOf(key, context);
      return organization && usersField(organization, args, context);
    },
  ),
  people: field(
    costOf(toOrganizations, pageOf(useOf(servingPeople))),
    async (key: CustomerKey, args: Customer360PeopleArgs, context: OperationContext) => {
      const request = pageRequest(args);
      const organization = await organizationOf(key, context);
      return (
        organization && servingConnection(request, await context.of(servingPeople).load(organization.id))
      );
    },
  ),
} satisfies Customer360Resolvers;

/** A customer as all three systems know it: each field finds its own record, so that a system that fails empties its own part. */
export const customer: Join = {
  loaders: {},
  resolvers: {
    Query: {
      customer360: neverNull(
        field(
          ({ by }: QueryCustomer360Args) => ({
            cardinality: exactly(1),
            tells: customerKey.is(checkedCustomerKey(by)),
          }),
          (
            _: unknown,
            { by }: QueryCustomer360Args,
            { access }: OperationContext,
            { schema }: GraphQLResolveInfo,
          ): CustomerKey => {
            const key = checkedCustomerKey(by);
            const type = "id" in key ? schema.getType(key.by) : undefined;
            // Only the record itself leads on from its id.
            if (type) access.demand(type);
            return key;
          },
        ),
      ),
    } satisfies QueryResolvers,
    Customer360,
  },
};
