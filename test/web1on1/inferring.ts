import { gateway, type TestGateway } from "../support/gateway.ts";
import { sandboxCredentials } from "../support/sandbox.ts";

/** A gateway that calls routes of Web1on1 that no document shows, over a sandbox that answers them. */
export const inferringGateway = (options: Parameters<typeof gateway>[0] = {}): TestGateway =>
  gateway({
    ...options,
    sandbox: { choices: { web1on1: { servesInferred: true } } },
    addresses: {
      web1on1: {
        baseUrl: "http://web1on1.test/v2",
        credentials: { token: sandboxCredentials.web1on1.token },
        callsInferred: true,
      },
    },
  });
