import type { assemblyApi } from "../../assembly/api/index.ts";
import type { Handlers } from "../emulator.ts";
import { propertiesJson } from "./customer-fields.ts";
import type { AssemblyOptions } from "./options.ts";
import { type AssemblyState, found } from "./state.ts";

/** Handlers of the rows about custom properties. */
export function additionalPropertyHandlers(
  { accounts, contacts }: AssemblyState,
  options: AssemblyOptions,
): Handlers<typeof assemblyApi>["additionalProperties"] {
  const answer = (row: Parameters<typeof propertiesOf>[0]) => ({
    status: 200,
    body: propertiesOf(row, options),
  });
  return {
    getForAccount: ({ params }) => answer(found(accounts.get(params.id), "account")),
    getForContact: ({ params }) => answer(found(contacts.get(params.id), "contact")),
  };
}

function propertiesOf(
  row: { readonly id: string; readonly additional_properties?: Parameters<typeof propertiesJson>[0] },
  options: AssemblyOptions,
) {
  return { id: row.id, additional_properties: propertiesJson(row.additional_properties, options) };
}
