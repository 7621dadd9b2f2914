import type { organizations as endpoints } from "../../web1on1/organization/endpoints.ts";
import type { StoredOrganization, StoredUser } from "../data/web1on1/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { categories } from "./categories.ts";
import { logoIn } from "./image-form.ts";
import { listReply, selected, wireRow } from "./list-query.ts";
import type { SharedParts } from "./shared-parts.ts";
import {
  createFields,
  emailAddress,
  flag,
  listOf,
  objectOf,
  oneOf,
  text,
  updateFields,
  type Writable,
} from "./write-body.ts";

/** The fields that an organization can be written with: web1on1-v2.txt:1684-1712. */
const writable: Writable = {
  checks: {
    name: text,
    displayName: text,
    status: oneOf("queued", "active", "pendingArchive", "archived"),
    email: emailAddress,
    url: text,
    logo: text,
    country: text,
    locale: oneOf("en", "nl", "de", "fr"),
    timezone: text,
    industry: text,
    settings: objectOf({ routeOnReply: oneOf("accept", "assign", "route"), enableMail: flag }),
    aliases: listOf(objectOf()),
    categories,
    profileFields: objectOf(),
    stopwords: listOf(text),
    commands: listOf(text),
    tags: listOf(text),
    domainPrefix: text,
    domain: text,
    partners: listOf(objectOf()),
    whitelist: listOf(text),
    defaultRole: oneOf("guest", "agent"),
    dataRetention: objectOf({ unit: oneOf("month", "year") }),
    billingInfo: objectOf(),
    emailAs: emailAddress,
    meta: objectOf(),
  },
  required: [
    "name",
    "billingInfo",
    "billingInfo.billReceiver",
    "billingInfo.billSender",
    "billingInfo.stripeCustomerId",
    "billingInfo.currentPlan",
  ],
  kept: ["status", "locale", "defaultRole"],
};

/** On create alone an organization can be put under another one. */
const writableOnCreate: Writable = { ...writable, checks: { ...writable.checks, parent: text } };

const defaults = { status: "active", locale: "en", timezone: "Europe/Amsterdam", defaultRole: "guest" };
const defaultSettings = { routeOnReply: "accept", enableMail: true };
/** web1on1-v2.txt:1772-1785. */
const defaultBilling = {
  liveMode: true,
  moveToLive: false,
  daysUntilDue: 14,
  enableMecs: false,
  enableAmp: false,
  enableSepaDebitCosts: false,
};

/** Handlers of `/organizations`. */
export function organizationHandlers(
  shared: SharedParts & { readonly categoryId: () => string },
): VerbHandlers<typeof endpoints> {
  const { organizations, categoryId, access, callerOf, basePath } = shared;

  const checkParent = (caller: StoredUser, { parent }: Partial<StoredOrganization>): void => {
    if (parent) access.checkNamed(caller, parent);
  };

  /** New categories get their ids from the server. */
  const withCategoryIds = (fields: Partial<StoredOrganization>): Partial<StoredOrganization> =>
    fields.categories
      ? {
          ...fields,
          categories: fields.categories.map((slot) => (slot === null ? null : { id: categoryId(), ...slot })),
        }
      : fields;

  const getReply: VerbHandlers<typeof endpoints>["get"] = (request) => {
    const caller = callerOf(request);
    access.require(caller, "bot");
    const organization = access.organization(caller, request.params.organization_id);
    return { status: 200, body: selected(wireRow(organization), request.query) };
  };

  return {
    list: (request) => {
      const caller = callerOf(request);
      access.require(caller, "bot");
      const rows = organizations
        .all()
        .filter(({ id }) => access.reaches(caller, id))
        .map(wireRow);
      return listReply(rows, request.query, {
        path: `${basePath}/organizations`,
        hiddenStatuses: ["pendingArchive", "archived"],
      });
    },
    create: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const fields: Partial<StoredOrganization> = withCategoryIds(
        createFields(request.body, writableOnCreate),
      );
      checkParent(caller, fields);
      const now = new Date(request.nowMs).toISOString();
      const name = fields.name ?? "";
      const organization = organizations.insert((id) => ({
        ...defaults,
        displayName: name,
        // Who creates must be able to reach what they made.
        parent: caller.organization,
        ...fields,
        name,
        settings: { ...defaultSettings, ...fields.settings },
        ...(fields.dataRetention && { dataRetention: { unit: "month", ...fields.dataRetention } }),
        ...(fields.billingInfo && { billingInfo: { ...defaultBilling, ...fields.billingInfo } }),
        id,
        createdAt: now,
        updatedAt: now,
      }));
      return {
        status: 201,
        headers: { location: `/organizations/${organization.id}` },
        body: wireRow(organization),
      };
    },
    get: getReply,
    getToMerge: getReply,
    update: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const organization = access.organization(caller, request.params.organization_id);
      const updated = organizations.update(organization.id, {
        ...withCategoryIds(updateFields(request.body, writable)),
        updatedAt: new Date(request.nowMs).toISOString(),
      });
      return { status: 200, body: wireRow(updated ?? organization) };
    },
    delete: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      // web1on1-v2.txt:5746
      if (!access.isOfMaster(caller)) throw new Refusal(403, "reserved to the master organization");
      const { id } = access.organization(caller, request.params.organization_id);
      organizations.update(id, {
        status: "pendingArchive",
        updatedAt: new Date(request.nowMs).toISOString(),
      });
      return { status: 204 };
    },
    uploadLogo: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const organization = access.organization(caller, request.params.organization_id);
      const { sha256 } = logoIn(request.form);
      const updated = organizations.update(organization.id, {
        logo: `https://cdn.web1on1.example/logos/${organization.id}-${sha256.slice(0, 8)}.png`,
        updatedAt: new Date(request.nowMs).toISOString(),
      });
      return { status: 201, body: wireRow(updated ?? organization) };
    },
    deleteLogo: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const organization = access.organization(caller, request.params.organization_id);
      organizations.update(organization.id, { logo: null, updatedAt: new Date(request.nowMs).toISOString() });
      return { status: 204 };
    },
  };
}
