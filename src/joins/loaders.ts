import { type AssembledLoaders, assembledLoaders } from "../assembled/loaders.ts";
import { type AssemblyLoaders, assemblyLoaders } from "../assembly/loaders.ts";
import { createMemo, createScope, type Forgetful, lazyMembers, type MadeOf } from "../loaders/definition.ts";
import type { ListSizes } from "../loaders/paged-list.ts";
import type { Call } from "../rest/call.ts";
import { type Web1on1Loaders, web1on1Loaders } from "../web1on1/loaders.ts";
import { accountOrganizationLoaders } from "./account-organization.ts";
import { contactUserLoaders } from "./contact-user.ts";
import { personUserLoaders } from "./person-user.ts";

const joinLoaders = { ...accountOrganizationLoaders, ...personUserLoaders, ...contactUserLoaders };

/** All loaders as they are declared, by system and name; those of joins stand by themselves. */
export const loaderDefinitions = {
  assembly: assemblyLoaders,
  assembled: assembledLoaders,
  web1on1: web1on1Loaders,
  joins: joinLoaders,
};

/** All loaders of one operation. */
export type Loaders = AssemblyLoaders & AssembledLoaders & Web1on1Loaders & MadeOf<typeof joinLoaders>;

type OfSystems<Value> = { readonly [System in "assembly" | "assembled" | "web1on1"]: Value };

const createMembers = lazyMembers(loaderDefinitions);

/** Makes the loaders of one operation, each when it is first used; `clearAll` makes them forget. */
export function createLoaders(
  call: OfSystems<Call>,
  sizes: OfSystems<ListSizes>,
): Forgetful & { readonly loaders: Loaders } {
  const scopes = {
    assembly: createScope(call.assembly, sizes.assembly),
    assembled: createScope(call.assembled, sizes.assembled),
    web1on1: createScope(call.web1on1, sizes.web1on1),
    joins: createMemo((): Loaders => loaders),
  };
  const loaders = createMembers(scopes) as Loaders;
  return {
    loaders,
    clearAll() {
      for (const scope of Object.values(scopes)) scope.clearAll();
    },
  };
}
