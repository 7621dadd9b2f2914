import { createClient } from "../../src/auth/client.ts";
import type { Scope } from "../../src/auth/scopes.ts";

/** A client with these scopes, and no other. */
export const clientWith = (...scopes: readonly Scope[]) => createClient("tester", scopes);
