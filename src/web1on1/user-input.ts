import type { CreateUserInput, UpdateUserInput } from "../generated/resolvers.ts";
import { given, notNull } from "../input.ts";
import type { UserBody, UserJson } from "./api/user.ts";
import { mergePatch } from "./merge-patch.ts";

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

/** The body that creates a user, less its organization. */
export const newUser = (input: CreateUserInput) => ({
  email: input.email,
  ...given({
    ...plainFields(input),
    settings: input.settings ? mergePatch({}, input.settings) : undefined,
    meta: input.meta ?? undefined,
  }),
});

/**
 * The body that changes a user, less the organization.
 * @param stored the user as it is now; needed when settings or meta are changed.
 * @throws BAD_USER_INPUT for null where nothing can be cleared.
 */
export function userChanges(input: UpdateUserInput, stored: UserJson | undefined): UserBody {
  notNull(input.organization, "organization");
  const settings = notNull(input.settings, "settings");
  const meta = notNull(input.meta, "meta");
  return given({
    ...plainFields(input),
    email: notNull(input.email, "email"),
    settings: settings && mergePatch(stored?.settings, settings),
    meta: meta && mergePatch(stored?.meta, meta),
  });
}
