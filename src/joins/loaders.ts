import { type AssemblyLoaders, assemblyLoaders } from "../assembly/loaders.ts";
import type { Definition, Forgetful, LoaderOf } from "../loaders/definition.ts";

/** All loaders of one operation that are found by name. */
export type Loaders = AssemblyLoaders & AssembledLoaders;

/** Loaders by name. */
export function namedLoaders(of: LoaderOf): Loaders {
  const target = {};
  for (const [name, definition] of Object.entries({ ...assemblyLoaders, ...assembledLoaders })) {
    Object.defineProperty(target, name, {
      enumerable: true,
      get: () => of(definition as Definition<Forgetful>),
    });
  }
  return target as Loaders;
}
