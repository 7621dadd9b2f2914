import type { AssembledLoaders } from "../assembled/loaders.ts";
import type { AssemblyLoaders } from "../assembly/loaders.ts";
import type { Web1on1Loaders } from "../web1on1/loaders.ts";
import { accountOrganizationLoaders } from "./account-organization.ts";
import { contactUserLoaders } from "./contact-user.ts";
import { personUserLoaders } from "./person-user.ts";

/** All loaders that join two systems, for one operation. */
export type JoinLoaders = ReturnType<typeof createJoinLoaders>;

/** Makes the loaders of one operation on top of those of the systems. */
export function createJoinLoaders(loaders: AssemblyLoaders & AssembledLoaders & Web1on1Loaders) {
  return {
    ...accountOrganizationLoaders(loaders),
    ...personUserLoaders(loaders),
    ...contactUserLoaders(loaders),
  };
}
