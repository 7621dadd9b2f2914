/**
 * The text that a start ends with: where the gateway answers, and how to ask it.
 * @param address its origin.
 * @param options.asksClients whether clients have to show who they are.
 * @param options.hasGraphiql whether browsers get GraphiQL.
 */
export function welcome(
  address: string,
  { asksClients, hasGraphiql }: { readonly asksClients: boolean; readonly hasGraphiql: boolean },
): string {
  const graphiql = hasGraphiql ? `${address}/graphql` : "closed; INTROSPECTION=true opens it";
  const credential = asksClients ? " -H 'authorization: Bearer …'" : "";
  return `
Tributary answers at ${address}/graphql

  GraphiQL   ${graphiql}
  Example    curl -s ${address}/graphql -H 'content-type: application/json'${credential} \\
               -d '{"query":"{ account(by: {domain: \\"acme.example\\"}) { name organization { name users(first: 3) { nodes { displayName person { firstName site { name } } } } } } }"}'

`;
}
