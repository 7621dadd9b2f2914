import type { users as endpoints } from "../../web1on1/user/endpoints.ts";
import type { StoredUser } from "../data/web1on1/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import { avatarIn } from "./image-form.ts";
import { listReply, selected, type WireRow } from "./list-query.ts";
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

/** The fields that a user can be written with: web1on1-v2.txt:286-437. */
const writable: Writable = {
  checks: {
    familyName: text,
    givenName: text,
    additionalName: text,
    displayName: text,
    email: emailAddress,
    phone: text,
    password: text,
    avatar: text,
    organization: text,
    role: oneOf("agent", "admin", "owner"),
    settings: objectOf({
      timezone: text,
      timezoneSet: flag,
      locale: oneOf("en", "nl", "de", "fr"),
      localeSet: flag,
      audioOnChat: flag,
      audioOnMessage: flag,
      notifyOnChat: flag,
      notifyOnMessage: flag,
      tabdotNotify: flag,
      tabdotMessage: flag,
      pushNotify: flag,
      focusOnAccept: flag,
      notifications: listOf(text),
      cannedResponses: listOf(text),
    }),
    meta: objectOf(),
    status: oneOf("queued", "invited", "active", "archived"),
  },
  required: ["email"],
  kept: ["password", "organization", "role", "status"],
};

/** The preferences of a new user: web1on1-v2.txt:158-169. */
const defaultSettings = {
  timezoneSet: false,
  locale: "en",
  localeSet: false,
  audioOnChat: true,
  audioOnMessage: false,
  notifyOnChat: false,
  notifyOnMessage: false,
  tabdotNotify: true,
  tabdotMessage: true,
  pushNotify: false,
  focusOnAccept: false,
};

/** Handlers of `/users`. */
export function userHandlers(
  shared: SharedParts & { readonly users: Store<StoredUser> },
): VerbHandlers<typeof endpoints> {
  const { users, access, callerOf, basePath } = shared;

  /** The user of a path, who may be `me`, when the caller may see them. */
  const found = (caller: StoredUser, userId: string): StoredUser => {
    const user = users.get(userId === "me" ? caller.id : userId.toLowerCase());
    if (user === undefined) throw new Refusal(404, "user not found");
    if (!access.reachesUser(caller, user)) throw new Refusal(403, "the user is outside your organization");
    return user;
  };

  const checkOrganization = (caller: StoredUser, { organization }: Partial<StoredUser>): void => {
    if (organization !== undefined) access.checkNamed(caller, organization);
  };

  // Archived users keep their address, because they can be restored.
  const checkEmail = ({ email }: Partial<StoredUser>, ownId?: string): void => {
    const taken = users
      .all()
      .some((user) => user.id !== ownId && user.email.toLowerCase() === email?.toLowerCase());
    if (taken) throw new Refusal(409, "a user with this email exists");
  };

  const getReply: VerbHandlers<typeof endpoints>["get"] = (request) => {
    const caller = callerOf(request);
    if (caller.id !== request.params.user_id.toLowerCase()) access.require(caller, "bot");
    return { status: 200, body: selected(wireUser(found(caller, request.params.user_id)), request.query) };
  };

  return {
    list: (request) => {
      const caller = callerOf(request);
      access.require(caller, "bot");
      const rows = users
        .all()
        .filter((user) => access.reachesUser(caller, user))
        .map(wireUser);
      return listReply(rows, request.query, {
        path: `${basePath}/users`,
        hiddenStatuses: ["archived"],
        fieldsOfFilter: { organization: ["organization", "organizations.organization"] },
      });
    },
    create: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const fields: Partial<StoredUser> = createFields(request.body, writable);
      checkOrganization(caller, fields);
      checkEmail(fields);
      const now = new Date(request.nowMs).toISOString();
      const organization = fields.organization ?? caller.organization;
      const user = users.insert((id) => ({
        role: "agent",
        status: "queued",
        password: "",
        apiToken: "",
        ...withDisplayName(fields),
        email: fields.email ?? "",
        organization,
        organizations: [organization],
        settings: { ...defaultSettings, ...fields.settings },
        id,
        createdAt: now,
        updatedAt: now,
      }));
      return { status: 201, headers: { location: `/users/${user.id}` }, body: wireUser(user) };
    },
    me: (request) => ({ status: 200, body: selected(wireUser(callerOf(request)), request.query) }),
    myOrganizations: (request) => {
      const caller = callerOf(request);
      return { status: 200, body: { id: caller.id, organizations: memberships(caller) } };
    },
    get: getReply,
    getToMerge: getReply,
    update: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const user = found(caller, request.params.user_id);
      const fields: Partial<StoredUser> = updateFields(request.body, writable);
      checkOrganization(caller, fields);
      if (fields.email !== user.email) checkEmail(fields, user.id);
      const cleared = "displayName" in fields && fields.displayName === undefined;
      const updated = users.update(user.id, {
        ...fields,
        ...(cleared && withDisplayName({ ...user, ...fields })),
        ...(fields.organization !== undefined && { organizations: moved(user, fields.organization) }),
        updatedAt: new Date(request.nowMs).toISOString(),
      });
      return { status: 200, body: wireUser(updated ?? user) };
    },
    delete: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const user = found(caller, request.params.user_id);
      users.update(user.id, { status: "archived", updatedAt: new Date(request.nowMs).toISOString() });
      return { status: 204 };
    },
    removeOrganization: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const user = found(caller, request.params.user_id);
      const organizationId = request.params.organization_id.toLowerCase();
      if (!user.organizations.includes(organizationId)) throw new Refusal(404, "the user is no member");
      users.update(user.id, {
        organizations: user.organizations.filter((id) => id !== organizationId),
        updatedAt: new Date(request.nowMs).toISOString(),
      });
      return { status: 204 };
    },
    uploadAvatar: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const user = found(caller, request.params.user_id);
      const { sha256 } = avatarIn(request.form);
      const updated = users.update(user.id, {
        avatar: `https://cdn.web1on1.example/avatars/${user.id}-${sha256.slice(0, 8)}.png`,
        updatedAt: new Date(request.nowMs).toISOString(),
      });
      return { status: 201, body: wireUser(updated ?? user) };
    },
    deleteAvatar: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const user = found(caller, request.params.user_id);
      users.update(user.id, { avatar: null, updatedAt: new Date(request.nowMs).toISOString() });
      return { status: 204 };
    },
  };
}

/** Rows as they are sent, by the stored row, which is never changed in place. */
const wireRows = new WeakMap<StoredUser, WireRow>();

/** A user as the upstream answers it, password and token in clear; what is unset is left out. */
function wireUser(user: StoredUser): WireRow {
  const known = wireRows.get(user) ?? newWireUser(user);
  wireRows.set(user, known);
  return known;
}

function newWireUser(user: StoredUser): WireRow {
  const row = { ...user, organizations: memberships(user) };
  return Object.fromEntries(
    Object.entries(row).filter(
      ([name, value]) => value !== undefined && !(["password", "apiToken"].includes(name) && value === ""),
    ),
  );
}

const memberships = ({ organization: owner, organizations, role }: StoredUser) =>
  organizations.map((organization) => ({ organization, role, selected: organization === owner }));

/** The composed name where none is given: web1on1-v2.txt:140. */
function withDisplayName(fields: Partial<StoredUser>): Partial<StoredUser> {
  const { givenName, additionalName, familyName } = fields;
  const composed = [givenName, additionalName, familyName].filter(Boolean).join(" ");
  return fields.displayName || composed === "" ? fields : { ...fields, displayName: composed };
}

/** Memberships of a user who changes owner: the new one in the place of the old one. */
function moved({ organization: old, organizations }: StoredUser, owner: string): string[] {
  return [owner, ...organizations.filter((id) => id !== old && id !== owner)];
}
