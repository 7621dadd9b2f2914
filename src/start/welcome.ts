/** Where a gateway answers, and what is behind it. */
export interface Welcome {
  /** Its origin. */
  readonly address: string;
  /** Where each system is, or that it is emulated, by title. */
  readonly systems: Readonly<Record<string, string>>;
  /** Whether clients have to show who they are. */
  readonly asksClients: boolean;
  /** Whether browsers get GraphiQL. */
  readonly hasGraphiql: boolean;
}

/** The text that a start on a terminal ends with: where the gateway answers, over what, and how to ask it. */
export function welcome({ address, asksClients, hasGraphiql, systems }: Welcome): string {
  const graphiql = hasGraphiql ? `${address}/graphql` : "closed; INTROSPECTION=true opens it";
  const credential = asksClients ? " -H 'authorization: Bearer …'" : "";
  const rows = Object.entries({ ...systems, GraphiQL: graphiql });
  return `
Tributary answers at ${address}/graphql

${rows.map(([name, text]) => `  ${name.padEnd(10)} ${text}\n`).join("")}  Example    curl -s ${address}/graphql -H 'content-type: application/json'${credential} \\
               -d '{"query":"{ account(by: {domain: \\"acme.example\\"}) { name organization { name users(first: 3) { nodes { displayName person { firstName site { name } } } } } } }"}'

`;
}
