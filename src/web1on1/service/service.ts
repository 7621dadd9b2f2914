import { useOf } from "../../estimate/field-cost.ts";
import { anyNumber, atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { byId } from "../../fields/look-up.ts";
import { neverNull } from "../../fields/never-null.ts";
import { deletedPayload, payload } from "../../fields/payload.ts";
import type {
  OrganizationResolvers,
  QueryResolvers,
  QueryServicesArgs,
  ServiceResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { KeysOf } from "../../lists/indexed-rows.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { textIn } from "../../rest/row-values.ts";
import { listField, sortParameter } from "../lists/list-query.ts";
import type { OrganizationJson } from "../organization/endpoints.ts";
import { organizationKind } from "../organization/loaders.ts";
import { organizationRef } from "../organization/look-up.ts";
import { type ServiceJson, services } from "./endpoints.ts";
import { allServices, serviceById, serviceKind, servicesOfOrganization } from "./loaders.ts";
import { Mutation } from "./writes.ts";

const Query = {
  service: byId(serviceKind, serviceById),
  services: listField(allServices, ({ filter, sort }: QueryServicesArgs) => ({
    organization: optionalSourceIdOf(organizationKind, filter?.organization),
    type: filter?.type ?? undefined,
    status: filter?.status ?? undefined,
    sort: sortParameter(sort),
  })),
} satisfies QueryResolvers;

const Service = {
  ...identity(serviceKind),
  organization: organizationRef(({ organization }: ServiceJson) => organization),
} satisfies ServiceResolvers;

/** Rows that nothing tells apart: neither are they a service, nor do they tell whose they are. */
const unidentified: KeysOf<ServiceJson> = ({ id }) => (textIn(id) === undefined ? [""] : []);

const Organization = {
  services: neverNull(
    field(
      { uses: [useOf(servicesOfOrganization)], cardinality: anyNumber },
      async ({ id }: OrganizationJson, _args: unknown, { of }: OperationContext) => {
        const owned = await of(servicesOfOrganization).load(id);
        // It is left out with an error: what may be the organization's must not be missing in silence.
        const row = of(allServices).seen(unidentified, "");
        return row ? [...owned.filter((each) => each !== row), row] : owned;
      },
    ),
  ),
} satisfies OrganizationResolvers;

/** Services: connections of the chat system to the outside. */
export const service: Noun = {
  endpoints: { services },
  loaders: { allServices, serviceById, servicesOfOrganization },
  nodes: [{ kind: serviceKind, loader: serviceById }],
  resolvers: {
    Query,
    Mutation,
    Service,
    Organization,
    // The update answers the service, as a rule.
    UpdateServicePayload: payload("service", serviceKind, serviceById, atMost(1)),
    DeleteServicePayload: deletedPayload("service", serviceKind, serviceById),
  },
};
