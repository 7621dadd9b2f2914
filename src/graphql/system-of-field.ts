import type { FieldDefinitionNode } from "graphql";

/**
 * The system whose answer a field is part of, by the folder of `schema/` in which it is defined; undefined for fields
 * that belong to none.
 */
export function systemOfField(field: FieldDefinitionNode | null | undefined): string | undefined {
  const [, system] = /^(assembly|assembled|web1on1)\b/.exec(field?.loc?.source.name ?? "") ?? [];
  return system;
}
