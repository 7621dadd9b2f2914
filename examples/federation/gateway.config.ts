/** Headers that Tributary gives a meaning to; Hive Gateway passes none on by itself. */
const passedOn = ["authorization", "cache-control", "x-request-id", "apollo-require-preflight"];

/** The settings that Hive Gateway needs to be a router in front of Tributary. */
export const gatewayConfig = {
  supergraph: "examples/federation/supergraph.graphql",
  port: 4002,
  host: "127.0.0.1",
  // Without it requests that bring files are answered 415.
  multipart: true,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }: { readonly request: Request }) =>
      Object.fromEntries(
        passedOn.flatMap((name) => {
          const value = request.headers.get(name);
          return value === null ? [] : [[name, value]];
        }),
      ),
  },
};
