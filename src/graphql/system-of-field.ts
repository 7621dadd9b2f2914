import type { FieldDefinitionNode } from "graphql";

/** Tells the system whose answer a field is part of; undefined for fields that belong to none. */
export type SystemOfField = (field: FieldDefinitionNode | null | undefined) => string | undefined;

/** Makes a `SystemOfField` that goes by the folder of `schema/` in which a field is defined, if it bears the name of a system. */
export function fieldSystems(systems: readonly { readonly name: string }[]): SystemOfField {
  const names = new Set(systems.map(({ name }) => name));
  return (field) => {
    const [folder = ""] = field?.loc?.source.name.split(/[/\\]/, 1) ?? [];
    return names.has(folder) ? folder : undefined;
  };
}
