import { pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { kind } from "../ids.ts";
import { byObjectId } from "../lists/by-object-id.ts";
import { linkedList } from "../lists/linked-list.ts";
import { ofOrganization } from "../lists/of-owner.ts";
import { type ServicesQuery, services } from "./endpoints.ts";

/** Ids of services. */
export const serviceKind = kind("Service");

/** All services but archived ones. */
export const allServices = linkedList(
  "services",
  sliceRead(services.list, (query: ServicesQuery) => ({ query })),
);

/** Services by id, archived ones included. */
export const serviceById = byObjectId(
  allServices,
  pointRead(services.get, (service_id) => ({ service_id })),
);

/** Listed services by the organization that owns them. */
export const servicesOfOrganization = ofOrganization(allServices, (organization) =>
  sliceRead(services.list, (page) => ({ query: { organization, ...page } })),
);
