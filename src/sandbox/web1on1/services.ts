import type { services as endpoints } from "../../web1on1/service/endpoints.ts";
import type { StoredService } from "../data/web1on1/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import type { Store } from "../store.ts";
import type { WireRow } from "./list-query.ts";
import { ownedObjects } from "./owned-objects.ts";
import { storedParams } from "./service-params.ts";
import type { SharedParts } from "./shared-parts.ts";
import { listOf, objectOf, oneOf, text, type Writable } from "./write-body.ts";

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
  shared: SharedParts & { readonly services: Store<StoredService> },
  { serviceRows = "full" }: ServiceOptions,
): VerbHandlers<typeof endpoints> {
  const { services } = shared;
  const owned = ownedObjects(
    {
      rows: services,
      title: "service",
      path: "/services",
      scopes: { list: "admin", get: "admin" },
      hiddenStatuses: ["pendingArchive", "archived"],
      writable,
    },
    shared,
  );
  const get: VerbHandlers<typeof endpoints>["get"] = (request) =>
    owned.get(request, request.params.service_id);
  return {
    list: (request) => {
      const reply = owned.list(request);
      return { ...reply, body: (reply.body as readonly WireRow[]).map(shownBy(serviceRows)) };
    },
    create: (request) =>
      owned.create(request, ({ name = "", type = "webhook", params, ...fields }, set) => ({
        status: "queued",
        ...fields,
        name,
        type,
        params: storedParams(type, params, true),
        ...set,
      })),
    get,
    getToMerge: get,
    update: (request) =>
      owned.update(request, request.params.service_id, {
        change: (sent, { type }) => ({
          ...sent,
          ...(sent.params && { params: storedParams(sent.type ?? type, sent.params, false) }),
        }),
      }),
    delete: (request) =>
      owned.delete(request, request.params.service_id, ({ id }) => {
        services.update(id, { status: "pendingArchive", updatedAt: new Date(request.nowMs).toISOString() });
      }),
  };
}

/** A row as the list shows it, by its place on the page. */
const shownBy =
  (rows: NonNullable<ServiceOptions["serviceRows"]>) =>
  (row: WireRow, place: number): WireRow => {
    const isThin = rows === "thin" || (rows === "mixed" && place % 2 === 0);
    return isThin ? { type: row.type, params: row.params } : row;
  };
