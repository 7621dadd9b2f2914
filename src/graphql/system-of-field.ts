import type { ASTNode } from "graphql";

/** Tells the system that defines a field or type; undefined for those that belong to none. */
export type SystemOfField = (definition: Pick<ASTNode, "loc"> | null | undefined) => string | undefined;

/** Makes a `SystemOfField` that goes by the folder of `schema/` in which something is defined, if it bears the name of a system. */
export function fieldSystems(systems: readonly { readonly name: string }[]): SystemOfField {
  const names = new Set(systems.map(({ name }) => name));
  return (definition) => {
    const [folder = ""] = definition?.loc?.source.name.split(/[/\\]/, 1) ?? [];
    return names.has(folder) ? folder : undefined;
  };
}
