import type { services as endpoints } from "../../web1on1/service/endpoints.ts";
import type { StoredOrganization, StoredService, StoredUser } from "../data/web1on1/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import type { Access } from "./access.ts";
import { listReply, selected, type WireRow } from "./list-query.ts";
import { storedParams } from "./service-params.ts";
import type { Session } from "./session.ts";
import { createFields, listOf, objectOf, oneOf, text, updateFields, type Writable } from "./write-body.ts";

/** How much the list shows of its rows: those of the example have a type and parameters alone (web1on1-v2.txt:8583). */
export interface ServiceOptions {
  /** `mixed` shows every other row in full. @default full */
  readonly serviceRows?: "full" | "mixed" | "thin";
}

const types = ["smartsupp", "intercom", "smooch", "twilio", "mailgun", "messenger", "api", "webhook", "gbm"];

/** The fields that a service can be written with: web1on1-v2.txt:8446-8460. */
const writable: Writable = {
  checks: {
    organization: text,
    name: text,
    description: text,
    type: oneOf(...types),
    status: oneOf("queued", "active", "disabled", "pendingArchive", "archived"),
    touchpoints: listOf(text),
    params: objectOf(),
    smoochId: text,
    smoochAppId: text,
    startDate: text,
    endDate: text,
    meta: objectOf(),
  },
  required: ["name", "params"],
  kept: ["organization", "type", "status"],
};

/** Handlers of `/services`. */
export function serviceHandlers(
  stores: {
    readonly services: Store<StoredService>;
    readonly organizations: Store<StoredOrganization>;
    readonly access: Access;
    readonly callerOf: Session["callerOf"];
    readonly basePath: string;
  },
  { serviceRows = "full" }: ServiceOptions,
): VerbHandlers<typeof endpoints> {
  const { services, organizations, access, callerOf, basePath } = stores;

  const found = (caller: StoredUser, id: string): StoredService => {
    const service = services.get(id.toLowerCase());
    if (service === undefined) throw new Refusal(404, "service not found");
    if (!access.reaches(caller, service.organization)) throw new Refusal(403, "outside your organization");
    return service;
  };

  const checkOrganization = (caller: StoredUser, { organization }: Partial<StoredService>): void => {
    if (organization === undefined) return;
    if (organizations.get(organization) === undefined) throw new Refusal(400, "unknown organization");
    if (!access.reaches(caller, organization)) throw new Refusal(403, "the organization is outside your own");
  };

  /** A caller who may administer services. */
  const administrator = (request: Parameters<Session["callerOf"]>[0]): StoredUser => {
    const caller = callerOf(request);
    access.require(caller, "admin");
    return caller;
  };

  const getReply: VerbHandlers<typeof endpoints>["get"] = (request) => {
    const service = found(administrator(request), request.params.service_id);
    return { status: 200, body: selected(wireService(service), request.query) };
  };

  return {
    list: (request) => {
      const caller = administrator(request);
      const rows = services
        .all()
        .filter(({ organization }) => access.reaches(caller, organization))
        .map(wireService);
      const reply = listReply(rows, request.query, {
        path: `${basePath}/services`,
        hiddenStatuses: ["pendingArchive", "archived"],
      });
      return { ...reply, body: (reply.body as readonly WireRow[]).map(shownBy(serviceRows)) };
    },
    create: (request) => {
      const caller = administrator(request);
      const fields: Partial<StoredService> = createFields(request.body, writable);
      checkOrganization(caller, fields);
      const made = newService(fields, caller, new Date(request.nowMs).toISOString());
      const service = services.insert((id) => ({ ...made, id }));
      return {
        status: 201,
        headers: { location: `/services/${service.id}` },
        body: wireService(service),
      };
    },
    get: getReply,
    getToMerge: getReply,
    update: (request) => {
      const caller = administrator(request);
      const service = found(caller, request.params.service_id);
      const fields: Partial<StoredService> = updateFields(request.body, writable);
      checkOrganization(caller, fields);
      const { params } = fields;
      const updated = services.update(service.id, {
        ...fields,
        ...(params && { params: storedParams(fields.type ?? service.type, params, false) }),
        updatedAt: new Date(request.nowMs).toISOString(),
      });
      return { status: 200, body: wireService(updated ?? service) };
    },
    delete: (request) => {
      const { id } = found(administrator(request), request.params.service_id);
      services.update(id, { status: "pendingArchive", updatedAt: new Date(request.nowMs).toISOString() });
      return { status: 204 };
    },
  };
}

/** A new service with its defaults, less its id. */
function newService(
  fields: Partial<StoredService>,
  { organization }: StoredUser,
  now: string,
): Omit<StoredService, "id"> {
  const { name = "", type = "webhook" } = fields;
  const params = storedParams(type, fields.params, true);
  return { status: "queued", organization, ...fields, name, type, params, createdAt: now, updatedAt: now };
}

/** A row as the list shows it, by its place on the page. */
const shownBy =
  (rows: NonNullable<ServiceOptions["serviceRows"]>) =>
  (row: WireRow, place: number): WireRow => {
    const isThin = rows === "thin" || (rows === "mixed" && place % 2 === 0);
    return isThin ? { type: row.type, params: row.params } : row;
  };

/** A service as the upstream answers it, parameters in clear; what is unset is left out. */
function wireService(service: StoredService): WireRow {
  return Object.fromEntries(Object.entries(service).filter(([, value]) => value !== undefined));
}
