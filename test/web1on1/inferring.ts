import { gateway, type TestGateway, web1on1Address } from "../support/gateway.ts";

/** A gateway that calls routes of Web1on1 that no document shows, over a sandbox that answers them. */
export const inferringGateway = (options: Parameters<typeof gateway>[0] = {}): TestGateway =>
  gateway({
    ...options,
    sandbox: { choices: { web1on1: { servesInferred: true } } },
    addresses: { web1on1: { ...web1on1Address, callsInferred: true } },
  });
