import { badInput } from "../../errors.ts";
import { omitUndefined } from "../../resolving/input.ts";
import type { PropertiesBody, PropertyNamesBody } from "./endpoints.ts";

/**
 * The body that creates or updates custom properties.
 * @throws BAD_USER_INPUT for a map of nothing and for a blank name.
 */
export function propertiesBody(properties: PropertiesBody): PropertiesBody {
  // A variable that is left out leaves a name without a value, which JSON does not send.
  const sent = omitUndefined(properties);
  checkNames(Object.keys(sent), "properties");
  return sent;
}

/**
 * The body that deletes custom properties.
 * @throws BAD_USER_INPUT for a list of nothing and for a blank name.
 */
export function namesBody(names: readonly string[]): PropertyNamesBody {
  checkNames(names, "names");
  return { properties: [...new Set(names)] };
}

const isBlank = (name: string): boolean => !/[^\s\p{Cf}]/u.test(name);

function checkNames(names: readonly string[], argument: string): void {
  if (names.length === 0) throw badInput(`${argument} is empty; it must hold at least one property.`);
  if (names.some(isBlank)) throw badInput(`${argument} holds a blank name; every property needs one.`);
}
