import { directory } from "../../rest/cache-policy.ts";
import type { FileParts } from "../../rest/form.ts";
import { optionalRecord, requireRecord, type StoredJson } from "../../rest/message/shape.ts";
import type { DoneWrite, KeptRead } from "../../rest/row-facts.ts";
import type { CategoryJson } from "../category/endpoints.ts";
import { DELETE, endpoints, GET, PATCH, POST } from "../endpoints.ts";
import { type ListQuery, linkedPage } from "../lists/page-json.ts";
import { linkedRows } from "../lists/row-facts.ts";
import { users } from "../user/endpoints.ts";
import { isOfAnother } from "./of-another.ts";

/** Who pays and on which plan, less the ids at the payment provider. */
export interface BillingInfoJson {
  readonly billReceiver?: string | null;
  readonly billSender?: string | null;
  readonly trialEndsOn?: string | null;
  readonly liveMode?: boolean | null;
  readonly moveToLive?: boolean | null;
  readonly daysUntilDue?: number | null;
  readonly enableMecs?: boolean | null;
  readonly enableAmp?: boolean | null;
  readonly enableSepaDebitCosts?: boolean | null;
  readonly version?: number | null;
  readonly currentPlan?: string | null;
}

/** Another organization that may see conversations. */
export interface PartnerJson {
  /** Organization id. */
  readonly organization?: string;
  readonly permission?: string;
}

/** A detail of the profiles of contacts, as an organization labels it (web1on1-v2.txt:1735-1766). */
export interface ProfileFieldJson {
  /** `givenName`, or `address.postalCode`. */
  readonly name: string;
  readonly label: string | null;
  readonly options?: unknown;
  readonly enabled?: unknown;
  /** All that is stored of it. */
  readonly definition?: Readonly<Record<string, unknown>>;
}

/** A chat organization as Web1on1 answers it, less the payment provider's ids. */
export interface OrganizationJson {
  readonly id: string;
  readonly name: string;
  readonly displayName?: string | null;
  readonly status?: string | null;
  readonly email?: string | null;
  readonly url?: string | null;
  readonly logo?: string | null;
  readonly country?: string | null;
  readonly locale?: string | null;
  readonly timezone?: string | null;
  readonly industry?: string | null;
  readonly settings?: { readonly routeOnReply?: string; readonly enableMail?: boolean } | null;
  readonly aliases?: readonly { readonly name?: string; readonly avatar?: string }[] | null;
  /** Up to ten slots; order matters and null is an empty slot. */
  readonly categories?: readonly (CategoryJson | null)[] | null;
  readonly profileFields?: Readonly<Record<string, unknown>> | null;
  readonly stopwords?: readonly string[] | null;
  readonly commands?: readonly string[] | null;
  readonly tags?: readonly string[] | null;
  readonly domainPrefix?: string | null;
  readonly domain?: string | null;
  readonly partners?: readonly PartnerJson[] | null;
  readonly whitelist?: readonly string[] | null;
  readonly defaultRole?: string | null;
  readonly dataRetention?: { readonly length?: number; readonly unit?: string } | null;
  readonly billingInfo?: BillingInfoJson | null;
  readonly emailAs?: string | null;
  readonly meta?: Readonly<Record<string, unknown>> | null;
  /** Id of the parent organization. */
  readonly parent?: string | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
}

/** Writable fields of an organization; nested objects and lists replace what is stored. */
export type OrganizationBody = Readonly<Record<string, unknown>>;

/** Filters of the organization list. */
export interface OrganizationsQuery extends ListQuery {
  readonly name?: string | undefined;
  readonly tags?: string | undefined;
  readonly status?: string | undefined;
  readonly parent?: string | undefined;
}

/** Shows whether an organization was created, whatever name it has: there is no filter for some of them. */
const newestOrganizations =
  "query { organizations(sort: { field: CREATED_AT, direction: DESCENDING }) { nodes { id name createdAt } } }";

/** Nouns whose objects may go with an organization: itself, and all that it owns. */
const nounsOfOrganization = [
  "organizations",
  "organizationCategories",
  "organizationWorkflows",
  "orgGroups",
  "orgGroupMembers",
  "users",
  "bots",
  "botInstances",
  "services",
  "forms",
  "formFields",
] as const;

/** Whether what is read of users stays as it is: all but the memberships, unless the organization may be archived. */
const isNoMembership = ({ path }: KeptRead, { body }: DoneWrite<OrganizationBody>): boolean =>
  path !== users.myOrganizations.path && !("status" in body);

/** Whether a read of what belongs to one organization is of another one, and the one that is written is not archived. */
const isElsewhere = (read: KeptRead, write: DoneWrite<OrganizationBody>): boolean =>
  isOfAnother(read, write) && !("status" in write.body);

/** Organizations: web1on1-v2.txt:1678-5753. */
export const organizations = endpoints(
  {
    cache: directory,
    // Memberships of the gateway are read with users.
    invalidates: ["organizations", "organizationCategories", "organizationWorkflows", "users"],
    reconcile: newestOrganizations,
    rows: linkedRows(["parent"]),
  },
  {
    list: GET("/organizations")
      .query<OrganizationsQuery>()
      .returns(linkedPage<OrganizationJson>),
    create: POST("/organizations")
      .body<OrganizationBody>()
      .adds("organizations")
      .spares("organizationCategories", isElsewhere)
      .spares("organizationWorkflows", isElsewhere)
      .spares("users", isNoMembership)
      .returns(requireRecord<OrganizationJson>),
    get: GET("/organizations/{organization_id}").returns(requireRecord<OrganizationJson>),
    /**
     * With the payment provider's ids, and numbers to the digit: only to be merged with a patch and sent back, never
     * cached or answered.
     */
    getToMerge: GET("/organizations/{organization_id}")
      .cache("never")
      .exact()
      .whole()
      .returns(requireRecord<StoredJson>),
    update: PATCH("/organizations/{organization_id}")
      .body<OrganizationBody>()
      .sets("organizations", "organization_id")
      .spares("organizationCategories", isElsewhere)
      .spares("organizationWorkflows", isElsewhere)
      .spares("users", isNoMembership)
      .returns(optionalRecord<OrganizationJson>),
    /** Reserved to callers of the master organization. */
    delete: DELETE("/organizations/{organization_id}")
      .invalidates(...nounsOfOrganization)
      .returns<undefined>(),
    /** Replaces the image, which the upstream resizes and crops (web1on1-v2.txt:5755). */
    uploadLogo: POST("/organizations/{organization_id}/logo", "idempotent")
      .invalidates("organizations")
      .sets("organizations", "organization_id", "logo")
      .form<{ readonly file: FileParts }>()
      .returns(optionalRecord<OrganizationJson>),
    /** web1on1-v2.txt:6532. */
    deleteLogo: DELETE("/organizations/{organization_id}/logo")
      .invalidates("organizations")
      .sets("organizations", "organization_id", "logo")
      .returns<undefined>(),
  },
);
