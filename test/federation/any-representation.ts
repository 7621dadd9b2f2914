import fc from "fast-check";
import type { NodeExample } from "../support/examples.ts";
import { nodeExamples } from "../support/noun-examples.ts";
import type { Sandbox } from "../support/sandbox.ts";

/** A selection of a type that leads further. */
const below: Readonly<Record<string, string>> = {
  Account: "organization { name } tier { name }",
  Contact: "account { name }",
  Person: "site { name } user { displayName }",
  User: "organization { name } person { displayName }",
};

/** Selections of every entity, which lead to others where they can. */
export const selectionsOfAll = nodeExamples
  .map(({ type }) => `... on ${type} { id ${below[type] ?? ""} }`)
  .join(" ");

/** A representation by any key of any type: of objects that are there or not, some of them malformed. */
export function anyRepresentation({ data }: Sandbox): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const { accounts, contacts } = data.assembly;
  const ofNode = (one: NodeExample) =>
    fc
      .constantFrom(...one.listed(data), one.unknownId, "malformed id")
      .map((id) => ({ __typename: one.type, id: `gid://${one.system}/${one.type}/${id}` }));
  return fc.oneof(
    ...nodeExamples.map(ofNode),
    fc.constantFrom(...accounts).map(({ domain }) => ({ __typename: "Account", domain })),
    fc.constantFrom(...contacts).map(({ domain }) => ({ __typename: "Contact", email: domain })),
    fc.constantFrom(...data.assembled.people).map(({ email }) => ({ __typename: "Person", email })),
    fc
      .constantFrom(...data.web1on1.users.filter(({ email }) => email))
      .map(({ email }) => ({ __typename: "User", email })),
    fc.constant({ __typename: "Person", email: "nobody@nowhere.example" }),
  );
}
