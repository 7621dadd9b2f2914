import { Environment, type FetchFunction, Network, RecordSource, Store } from "relay-runtime";

/** A store of Relay over a gateway. An error beside data leaves its field null; one without data fails the operation. */
export function createEnvironment(gateway: string): Environment {
  const run: FetchFunction = async ({ text }, variables) => {
    const response = await fetch(gateway, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: text, variables }),
    });
    return response.json();
  };
  return new Environment({ network: Network.create(run), store: new Store(new RecordSource()) });
}
