import { undocumentedValue } from "../../errors.ts";
import { isObject, textIn } from "../../rest/row-values.ts";
import type { OrganizationJson, ProfileFieldJson } from "./endpoints.ts";

/** Properties of a field (web1on1-v2.txt:1761-1766); an object without any of them groups fields, as the address does. */
const documented = ["label", "options", "enabled"];

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) &&
  !documented.some((name) => Object.hasOwn(value, name)) &&
  Object.values(value).some(isObject);

/**
 * Profile fields in the order in which they are stored, those of the address as `address.<name>`.
 * @throws UPSTREAM_INVALID_RESPONSE when they are no object.
 */
export function profileFieldsIn({ profileFields }: OrganizationJson): ProfileFieldJson[] | null {
  if (profileFields === null || profileFields === undefined) return null;
  // An object without names is a list to some languages.
  if (Array.isArray(profileFields) && profileFields.length === 0) return [];
  if (!isObject(profileFields)) throw undocumentedValue("web1on1");
  return Object.entries(profileFields).flatMap(([name, value]) =>
    isGroup(value)
      ? Object.entries(value).flatMap(([part, inner]) => fieldOf(`${name}.${part}`, inner))
      : fieldOf(name, value),
  );
}

function fieldOf(name: string, value: unknown): ProfileFieldJson[] {
  if (!isObject(value)) return value === null ? [] : [{ name, label: textIn(value) ?? null }];
  const { label, options, enabled } = value;
  // The text speaks of labels for several languages, of which it shows no shape.
  return [{ name, label: textIn(label) ?? null, options, enabled, definition: value }];
}
