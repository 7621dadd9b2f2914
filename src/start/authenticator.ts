import { type Authenticator, createAuthenticator } from "../auth/authenticator.ts";
import type { AuthConfig } from "../config/auth-config.ts";
import type { Log } from "../log.ts";
import type { Clock } from "../rest/clock.ts";
import type { Transport } from "../rest/exchange.ts";
import { systems } from "../systems.ts";
import type { OnStop } from "./on-stop.ts";

/**
 * Makes the authenticator where the configuration names a way to tell clients from one another; it reads its file again on
 * SIGHUP.
 */
export function startAuthenticator(
  auth: AuthConfig,
  { clock, log, transport }: { readonly clock: Clock; readonly log: Log; readonly transport: Transport },
  onStop: OnStop,
): Authenticator | undefined {
  if (!auth.clientsFile && !auth.jwt) return undefined;
  const names = systems.map(({ name }) => name);
  const authenticator = createAuthenticator(auth, { clock, transport, systems: names, note: log.note });
  process.on("SIGHUP", authenticator.reload);
  onStop(async () => void process.off("SIGHUP", authenticator.reload));
  return authenticator;
}
