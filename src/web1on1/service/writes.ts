import type {
  MutationCreateServiceArgs,
  MutationResolvers,
  MutationUpdateServiceArgs,
} from "../../generated/resolvers.ts";
import { objectWrites } from "../object-writes.ts";
import { services } from "./endpoints.ts";
import { newService, serviceChanges } from "./input.ts";
import { serviceKind } from "./loaders.ts";

const writes = objectWrites({ name: "service", kind: serviceKind, parameter: "service_id" });

/** Creates, changes and archives services. */
export const Mutation = {
  createService: writes.create(services.create, ({ input }: MutationCreateServiceArgs) => ({
    body: newService(input),
  })),
  updateService: writes.update(services, ({ input }: MutationUpdateServiceArgs) => serviceChanges(input)),
  deleteService: writes.delete(services.delete),
} satisfies MutationResolvers;
