import { directory } from "../../rest/cache-policy.ts";
import type { FileParts } from "../../rest/form.ts";
import { optionalRecord, requireRecord, requireRows, type StoredJson } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, PATCH, POST } from "../endpoints.ts";
import { type ListQuery, linkedPage } from "../lists/page-json.ts";
import { linkedRows } from "../lists/row-facts.ts";

/** Preferences of a chat user (web1on1-v2.txt:152-170). */
export interface UserSettingsJson {
  readonly timezone?: string;
  readonly timezoneSet?: boolean;
  readonly locale?: string;
  readonly localeSet?: boolean;
  readonly audioOnChat?: boolean;
  readonly audioOnMessage?: boolean;
  readonly notifyOnChat?: boolean;
  readonly notifyOnMessage?: boolean;
  readonly tabdotNotify?: boolean;
  readonly tabdotMessage?: boolean;
  readonly pushNotify?: boolean;
  readonly focusOnAccept?: boolean;
  readonly notifications?: readonly string[];
  readonly cannedResponses?: readonly string[];
}

/** A chat user as Web1on1 answers it, less `password` and `apiToken`. Unset fields are left out upstream. */
export interface UserJson {
  readonly id: string;
  readonly familyName?: string | null;
  readonly givenName?: string | null;
  readonly additionalName?: string | null;
  readonly displayName?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly avatar?: string | null;
  /** Id of the owner organization. */
  readonly organization?: string | null;
  readonly role?: string | null;
  readonly settings?: UserSettingsJson | null;
  readonly meta?: Readonly<Record<string, unknown>> | null;
  readonly status?: string | null;
  readonly lastLogin?: string | null;
  readonly createdAt?: string | null;
  readonly updatedAt?: string | null;
}

/** Membership of the calling user in one organization. */
export interface MembershipJson {
  /** Organization id. */
  readonly organization: string;
  readonly role?: string | null;
  readonly selected?: boolean | null;
}

/** Writable fields of a user; `settings` and `meta` replace what is stored. */
export interface UserBody {
  readonly familyName?: string | null;
  readonly givenName?: string | null;
  readonly additionalName?: string | null;
  readonly displayName?: string | null;
  readonly email?: string;
  readonly phone?: string | null;
  readonly password?: string;
  readonly avatar?: string | null;
  readonly organization?: string;
  readonly role?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly status?: string;
}

/** Filters of the user list. */
export interface UsersQuery extends ListQuery {
  readonly organization?: string | undefined;
  readonly email?: string | undefined;
  readonly role?: string | undefined;
  readonly status?: string | undefined;
}

/** Shows whether a user was written. */
const userOfEmail = "query ($email: EmailAddress!) { user(by: { email: $email }) { id } }";

/** Users: web1on1-v2.txt:129-1416. A bot is one of them, with the same id, so their writes may change bots. */
export const users = endpoints(
  {
    cache: directory,
    invalidates: ["users", "bots"],
    reconcile: userOfEmail,
    // The name that is shown is composed of the others where none is given (web1on1-v2.txt:140).
    rows: linkedRows(["organization"], ["displayName"]),
  },
  {
    list: GET("/users")
      .query<UsersQuery>()
      .returns(linkedPage<UserJson>),
    create: POST("/users")
      .adds("users")
      .body<UserBody & { readonly email: string }>()
      .returns(requireRecord<UserJson>),
    me: GET("/users/me").returns(requireRecord<UserJson>),
    myOrganizations: GET("/users/me/organizations").returns(
      (wire: { readonly organizations: readonly MembershipJson[] }) => requireRows(wire.organizations),
    ),
    get: GET("/users/{user_id}").returns(requireRecord<UserJson>),
    /** Numbers to the digit: only to be merged with a patch and sent back. */
    getToMerge: GET("/users/{user_id}")
      .cache("never")
      .exact()
      .whole()
      .returns(requireRecord<StoredJson>),
    update: PATCH("/users/{user_id}")
      .sets("users", "user_id")
      .body<UserBody>()
      .returns(optionalRecord<UserJson>),
    /** Archives: the user leaves the lists and still answers by id. */
    delete: DELETE("/users/{user_id}").removes("users", "user_id").returns<undefined>(),
    /** Takes the user out of the members of an organization (web1on1-v2.txt:1393). */
    removeOrganization: DELETE("/users/{user_id}/organizations/{organization_id}")
      .sets("users", "user_id", "organization", "organizations")
      .returns<undefined>(),
    /** Replaces the image, which the upstream resizes and crops (web1on1-v2.txt:1417). */
    uploadAvatar: POST("/users/{user_id}/avatar", "idempotent")
      .sets("users", "user_id", "avatar")
      .form<{ readonly file: FileParts }>()
      .returns(optionalRecord<UserJson>),
    /** web1on1-v2.txt:1668. */
    deleteAvatar: DELETE("/users/{user_id}/avatar").sets("users", "user_id", "avatar").returns<undefined>(),
  },
);
