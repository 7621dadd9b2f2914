import type { CreateUserInput, UpdateUserInput } from "../../generated/resolvers.ts";
import { notNull, omitUndefined } from "../../resolving/input.ts";
import { mergePatch } from "../merging/merge-patch.ts";
import { patchesOf } from "../merging/merged-update.ts";
import type { Changed } from "../object-writes.ts";
import { organizationReference } from "../organization/look-up.ts";

const plainFields = (input: CreateUserInput | UpdateUserInput) => ({
  givenName: input.givenName,
  additionalName: input.additionalName,
  familyName: input.familyName,
  displayName: input.displayName,
  phone: input.phone,
  avatar: input.avatar,
  password: notNull(input.password, "password"),
  role: notNull(input.role, "role"),
  status: notNull(input.status, "status"),
});

/**
 * A user to create: the body, less the organization that it names.
 * @throws BAD_USER_INPUT for null where there must be a value, and for an id or domain that cannot be one.
 */
export const newUser = (input: CreateUserInput) => ({
  named: { organization: input.organization ? organizationReference(input.organization) : undefined },
  body: {
    email: input.email,
    ...omitUndefined({
      ...plainFields(input),
      settings: input.settings ? mergePatch({}, input.settings) : undefined,
      meta: input.meta ?? undefined,
    }),
  },
});

/**
 * Changes to a user: the body, less the organization that it names and the fields that are merged into what is stored.
 * @throws BAD_USER_INPUT for null where nothing can be cleared, and for an id or domain that cannot be one.
 */
export function userChanges(input: UpdateUserInput) {
  const organization = notNull(input.organization, "organization");
  return {
    named: { organization: organization && organizationReference(organization) },
    body: omitUndefined({ ...plainFields(input), email: notNull(input.email, "email") }),
    merges: patchesOf({
      settings: notNull(input.settings, "settings"),
      meta: notNull(input.meta, "meta"),
    }),
  };
}

/** Whether changes may take access away from the user itself: its log-in, its rights or its place. */
export const changesAccess = ({ body, named }: Changed): boolean =>
  [body.email, body.password, body.role, named.organization].some((value) => value !== undefined) ||
  (body.status !== undefined && body.status !== "active");
