import { write } from "../../fields/write.ts";
import type {
  MutationCreateServiceArgs,
  MutationDeleteServiceArgs,
  MutationResolvers,
  MutationUpdateServiceArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { updateMerged, usesOfMerges } from "../merging/merged-update.ts";
import { services } from "./endpoints.ts";
import { newService, serviceChanges } from "./input.ts";
import { serviceKind } from "./loaders.ts";

/** Writes of services. */
export const Mutation = {
  createService: write(
    ({ input }: MutationCreateServiceArgs) => ({ endpoint: services.create, body: newService(input) }),
    async ({ endpoint, body }, { call }) => {
      const service = await call(endpoint, { body });
      return { serviceId: toGlobalId(serviceKind, service.id), service };
    },
  ),
  updateService: write(
    ({ id, input }: MutationUpdateServiceArgs) => {
      const service_id = sourceIdOf(serviceKind, id);
      const { body, merges } = serviceChanges(input);
      const uses = usesOfMerges(merges, services.getToMerge);
      return { endpoint: services.update, service_id, body, merges, uses };
    },
    async ({ endpoint, service_id, body, merges }, context) => {
      const { call, freshCall } = context;
      const service = await updateMerged(
        {
          kind: serviceKind,
          sourceId: service_id,
          merges,
          read: () => freshCall(services.getToMerge, { service_id }),
          update: (merged) => call(endpoint, { service_id, body: { ...body, ...merged } }),
        },
        context,
      );
      return { serviceId: toGlobalId(serviceKind, service_id), service };
    },
  ),
  deleteService: write(
    ({ id }: MutationDeleteServiceArgs) => ({
      endpoint: services.delete,
      service_id: sourceIdOf(serviceKind, id),
    }),
    async ({ endpoint, service_id }, { call }) => {
      await call(endpoint, { service_id });
      return { deletedServiceId: toGlobalId(serviceKind, service_id) };
    },
  ),
} satisfies MutationResolvers;
