import { testNowMs } from "../../support/clock.ts";
import type { TestGateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import type { Noun } from "../nouns.ts";

/** One way to name an account or contact whose custom properties are meant. */
export interface PropertyKey {
  readonly name: string;
  /** As `AccountLookup` or `ContactLookup`. */
  readonly key: Readonly<Partial<Record<"id" | "domain" | "email" | "sourceSpecificId", string>>>;
  /** As `AccountOrContactLookup`. */
  readonly of: Readonly<Record<string, PropertyKey["key"]>>;
  /** Path and decoded query that it leads to. */
  readonly target: string;
}

const { accounts, contacts } = createSandboxData(testNowMs).assembly;

/** Every way to name one object. */
export function keysOf({ field, id, path, row, sourceSpecificIds }: Noun): readonly PropertyKey[] {
  const rows = row === "accounts" ? accounts : contacts;
  const domain = rows.find((one) => one.id === id)?.domain ?? "";
  const sourceSpecificId = sourceSpecificIds[0] ?? "";
  const target = `/add_props${path}`;
  const ways = [
    { name: "id", key: { id }, target: `${target}/${id}` },
    {
      name: row === "accounts" ? "domain" : "e-mail address",
      key: row === "accounts" ? { domain } : { email: domain },
      target: `${target}/${encodeURIComponent(domain)}`,
    },
    {
      name: "source specific id",
      key: { sourceSpecificId },
      target: `${target}?source_specific_id=${sourceSpecificId}`,
    },
  ];
  return ways.map((way) => ({ ...way, of: { [field]: way.key } }));
}

/** The properties that an object starts with. */
export const storedOf = ({ sandbox }: TestGateway, { id, row }: Noun): Readonly<Record<string, unknown>> => ({
  ...sandbox.data.assembly[row].find((one) => one.id === id)?.additional_properties,
});

/** The properties of an object as `Query.additionalProperties` gives them. */
export async function propertiesOf(
  { query }: TestGateway,
  of: PropertyKey["of"],
): Promise<Readonly<Record<string, unknown>> | null> {
  const data = await query("query ($of: AccountOrContactLookup!) { additionalProperties(of: $of) }", { of });
  return data.additionalProperties;
}
