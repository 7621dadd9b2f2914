import { type AssemblyLoaders, assemblyLoaders } from "../assembly/loaders.ts";
import type { Definition, Forgetful, LoaderOf } from "../loaders/definition.ts";
import { type Web1on1Loaders, web1on1Loaders } from "../web1on1/loaders.ts";
import { accountOrganizationLoaders } from "./account-organization.ts";
import { contactUserLoaders } from "./contact-user.ts";
import { personUserLoaders } from "./person-user.ts";

const joinLoaders = { ...accountOrganizationLoaders, ...personUserLoaders, ...contactUserLoaders };

/** Loaders that resolvers know by name, by system; those of joins stand by themselves. */
export const loaderDefinitions = {
  assembly: assemblyLoaders,
  web1on1: web1on1Loaders,
  joins: joinLoaders,
};

type MadeOf<Named> = {
  readonly [Name in keyof Named]: Named[Name] extends Definition<infer Made> ? Made : never;
};

/** All loaders of one operation. */
export type Loaders = AssemblyLoaders & Web1on1Loaders & MadeOf<typeof joinLoaders>;

/** Loaders by name. */
export function namedLoaders(of: LoaderOf): Loaders {
  const all = Object.assign({}, ...Object.values(loaderDefinitions));
  const target = {};
  for (const [name, definition] of Object.entries(all)) {
    Object.defineProperty(target, name, {
      enumerable: true,
      get: () => of(definition as Definition<Forgetful>),
    });
  }
  return target as Loaders;
}
