import type { AccountJson } from "../assembly/account/endpoints.ts";
import { useOf } from "../estimate/field-cost.ts";
import { atMost } from "../estimate/range.ts";
import { field } from "../fields/field.ts";
import { onlyMatch } from "../fields/join.ts";
import type { AccountResolvers, AccountServedByArgs } from "../generated/resolvers.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { Join } from "../resolving/noun.ts";
import { pageRequest } from "../resolving/pagination.ts";
import { organizationLinks } from "./account-organization.ts";
import { servingConnection, servingPeople } from "./serving-people.ts";

/** The people of Assembled who serve an account of Assembly, by the users of its organization of Web1on1. */
export const accountPerson: Join = {
  loaders: { servingPeople },
  resolvers: {
    Account: {
      servedBy: field(
        (args: AccountServedByArgs) => ({
          uses: [useOf(organizationLinks), useOf(servingPeople, atMost(1))],
          cardinality: atMost(pageRequest(args).first),
        }),
        async (account: AccountJson, args: AccountServedByArgs, { of }: OperationContext) => {
          const request = pageRequest(args);
          const organization = onlyMatch(await of(organizationLinks).load(account));
          return organization && servingConnection(request, await of(servingPeople).load(organization.id));
        },
      ),
    } satisfies AccountResolvers,
  },
};
