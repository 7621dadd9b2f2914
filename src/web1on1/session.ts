import { GatewayError } from "../errors.ts";
import type { Clock } from "../rest/clock.ts";
import type { Headers } from "../rest/endpoint.ts";
import type { Credential, LogIn } from "../rest/upstream.ts";
import { auth, type TokenJson } from "./api/token.ts";

/** What a log-in takes. */
export interface LogInFacts {
  readonly email: string;
  readonly password: string;
}

interface Tokens {
  readonly headers: Headers;
  readonly refreshToken: string | undefined;
  readonly expiresAtMs: number;
}

type Phase =
  | { readonly name: "loggedOut" }
  | { readonly name: "loggedIn"; readonly tokens: Tokens }
  /** One request for new tokens is on its way; all who need them wait for it. */
  | { readonly name: "renewing"; readonly tokens: Promise<Tokens> }
  /** The log-in was refused; asking again and again would lock the account. */
  | { readonly name: "refused"; readonly error: GatewayError; readonly untilMs: number };

const hourMs = 3_600_000;
/** An access token lives 24 hours (web1on1-v2.txt:73); used where the answer does not say. */
const tokenLifeMs = 24 * hourMs;
/** New tokens are fetched this long before the old ones end, while they still authorise the refresh. */
const refreshAheadMs = hourMs;
const refusedHoldMs = 30_000;

/** A log-in that renews itself: one request at a time, before expiry or when the token is refused. */
export function createSession(facts: LogInFacts, clock: Clock): Credential {
  let phase: Phase = { name: "loggedOut" };

  const readTokens = ({ token, refreshToken, expiresAt }: TokenJson): Tokens => {
    const statedMs = Date.parse(expiresAt ?? "");
    return {
      headers: { authorization: `Bearer ${token}` },
      refreshToken,
      expiresAtMs: Number.isNaN(statedMs) ? clock.nowMs() + tokenLifeMs : statedMs,
    };
  };

  const fetchTokens = async (logIn: LogIn, old: Tokens | undefined): Promise<Tokens> => {
    if (old?.refreshToken && clock.nowMs() < old.expiresAtMs) {
      const query = { refreshToken: old.refreshToken };
      const refreshed = await logIn(old.headers)(auth.refreshToken, { query }).catch(refusedAsUndefined);
      if (refreshed) return readTokens(refreshed);
    }
    return readTokens(await logIn({})(auth.createToken, { body: facts }));
  };

  const renewTokens = (logIn: LogIn, old: Tokens | undefined): Promise<Tokens> => {
    const tokens = fetchTokens(logIn, old).then(
      (renewed) => {
        phase = { name: "loggedIn", tokens: renewed };
        return renewed;
      },
      (error: unknown) => {
        phase =
          error instanceof GatewayError && isRefusal(error)
            ? { name: "refused", error, untilMs: clock.nowMs() + refusedHoldMs }
            : { name: "loggedOut" };
        throw error;
      },
    );
    phase = { name: "renewing", tokens };
    return tokens;
  };

  return {
    async headers(logIn) {
      const now = clock.nowMs();
      if (phase.name === "renewing") return (await phase.tokens).headers;
      if (phase.name === "refused" && now < phase.untilMs) throw phase.error;
      const tokens = phase.name === "loggedIn" ? phase.tokens : undefined;
      if (tokens && now < tokens.expiresAtMs - refreshAheadMs) return tokens.headers;
      return (await renewTokens(logIn, tokens)).headers;
    },
    renew(refused, status) {
      // Somebody else may have renewed in the meantime.
      if (phase.name !== "loggedIn" || phase.tokens.headers !== refused) return true;
      // A 403 before expiry is about rights, not about the token.
      if (status === 403 && clock.nowMs() < phase.tokens.expiresAtMs) return false;
      phase = { name: "loggedOut" };
      return true;
    },
  };
}

const isRefusal = ({ facts }: GatewayError): boolean =>
  facts.status !== undefined && facts.status >= 400 && facts.status < 500 && facts.status !== 429;

/** A refused refresh is followed by a log-in; any other failure is the caller's. */
function refusedAsUndefined(error: unknown): undefined {
  if (error instanceof GatewayError && isRefusal(error)) return undefined;
  throw error;
}
