import type { AdditionalPropertiesJson } from "../account/endpoints.ts";

/**
 * Custom properties as a map, whichever of the two forms they came in. An entry of a list that has no name is left out;
 * any text is a name, `__proto__` included, and of entries with the same one the last holds.
 */
export function toPropertyMap(properties: AdditionalPropertiesJson): Readonly<Record<string, unknown>> {
  if (!isList(properties)) return properties;
  return Object.fromEntries(properties.filter(isNamed).map(({ name, value = null }) => [name, value]));
}

const isList = (
  properties: AdditionalPropertiesJson,
): properties is Extract<AdditionalPropertiesJson, readonly unknown[]> => Array.isArray(properties);

const isNamed = (entry: { readonly name?: unknown } | null | undefined): boolean =>
  typeof entry?.name === "string";
