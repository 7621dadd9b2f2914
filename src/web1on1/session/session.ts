import { type ErrorFacts, GatewayError } from "../../errors.ts";
import type { Noun } from "../../resolving/noun.ts";
import type { Clock } from "../../rest/clock.ts";
import type { Headers } from "../../rest/endpoint.ts";
import type { LogInRefusal, LogInTurns } from "../../rest/log-in-turns.ts";
import type { Credential, LogIn } from "../../rest/upstream.ts";
import { auth, type TokenJson } from "./endpoints.ts";

/** Sessions: the engine logs in by them, and they offer no field. */
export const session: Noun = { endpoints: { auth }, resolvers: {} };

/** The facts of a log-in with a password. */
export interface LogInFacts {
  readonly email: string;
  readonly password: string;
  /** The way to exchange tokens: GET is the documented one, POST that of the vendor's SDK. */
  readonly refreshBy: "GET" | "POST";
}

interface Tokens {
  readonly headers: Headers;
  readonly refreshToken: string | undefined;
  readonly expiresAtMs: number;
  /** From then on the next call fetches new ones first. */
  readonly renewAtMs: number;
}

type Phase =
  | { readonly name: "loggedOut" }
  /** Also with an ended access token, whose refresh token may still be exchanged. */
  | { readonly name: "loggedIn"; readonly tokens: Tokens }
  /** A 403 came for a token that looks good: the next call tries to get another one. */
  | { readonly name: "doubted"; readonly tokens: Tokens }
  /** One request for new tokens is on its way; all who need them wait for it. */
  | { readonly name: "renewing"; readonly tokens: Promise<Tokens> }
  /** The log-in was refused, and no token is good; asking again and again would lock the account. */
  | { readonly name: "refused"; readonly refusal: Refusal; readonly untilMs: number };

/** An error as plain facts: kept itself, it would hold the operation that met it. */
type Refusal = Pick<GatewayError, "code" | "facts" | "message">;

const hourMs = 3_600_000;
/** An access token lives 24 hours (web1on1-v2.txt:16). */
const tokenLifeMs = 24 * hourMs;
/** New tokens are fetched this long before the old ones end, while they still authorise the refresh. */
const refreshAheadMs = hourMs;
/** Nothing is asked again so soon after it failed. */
const holdMs = 30_000;
/**
 * A 403 is mostly about rights, but some servers also give it to a token that was ended early, and only a log-in tells
 * the two apart. One a minute is far from a storm, and an ended token is never shown for longer than that.
 */
const doubtEveryMs = 60_000;

/** A log-in that renews itself: one request at a time, before expiry or when the token is refused. */
export function createSession(facts: LogInFacts, clock: Clock): Credential {
  let phase: Phase = { name: "loggedOut" };
  /** Until then a 403 is taken to be about rights, since new tokens were asked for not long ago. */
  let trustedUntilMs = Number.NEGATIVE_INFINITY;

  const afterFailure = (error: unknown, old: Tokens | undefined, forMs: number): Phase => {
    const now = clock.nowMs();
    // Renewal comes early so that it may fail, and a doubt may be wrong: the old token is good still.
    if (old && now < old.expiresAtMs)
      return { name: "loggedIn", tokens: { ...old, renewAtMs: Math.max(old.renewAtMs, now + holdMs) } };
    if (isRefusal(error)) {
      const { code, facts, message } = error;
      return { name: "refused", refusal: { code, facts, message }, untilMs: now + forMs };
    }
    return old ? { name: "loggedIn", tokens: old } : { name: "loggedOut" };
  };

  const renewTokens = (
    { logIn, turns }: { readonly logIn: LogIn; readonly turns: LogInTurns | undefined },
    old: Tokens | undefined,
    isDoubted: boolean,
  ): Promise<Tokens> => {
    const isGood = old !== undefined && !isDoubted && clock.nowMs() < old.expiresAtMs;
    trustedUntilMs = clock.nowMs() + doubtEveryMs;
    let refusedForMs = holdMs;
    const askForTokens = (refused?: LogInRefusal): Promise<TokenJson> => {
      refusedForMs = refused?.forMs ?? holdMs;
      return newTokens(facts, logIn, { old, isGood, refused });
    };
    const tokens = (turns ? inTurn(turns, askForTokens) : askForTokens()).then(
      (answered) => {
        const renewed = readTokens(answered, clock);
        phase = { name: "loggedIn", tokens: renewed };
        return renewed;
      },
      (error: unknown) => {
        phase = afterFailure(error, old, refusedForMs);
        if (phase.name === "loggedIn" && clock.nowMs() < phase.tokens.expiresAtMs) return phase.tokens;
        throw error;
      },
    );
    phase = { name: "renewing", tokens };
    return tokens;
  };

  return {
    identity: facts.email,
    async headers(logIn, turns) {
      const now = clock.nowMs();
      if (phase.name === "renewing") return (await phase.tokens).headers;
      if (phase.name === "refused" && now < phase.untilMs) {
        const { code, facts, message } = phase.refusal;
        throw new GatewayError(code, message, facts);
      }
      if (phase.name === "loggedIn" && now < phase.tokens.renewAtMs) return phase.tokens.headers;
      const tokens = "tokens" in phase ? phase.tokens : undefined;
      return (await renewTokens({ logIn, turns }, tokens, phase.name === "doubted")).headers;
    },
    renew(refused, status) {
      // Another call may have renewed in the meantime.
      if (phase.name !== "loggedIn" || phase.tokens.headers !== refused) return true;
      const { tokens } = phase;
      const now = clock.nowMs();
      if (status === 403 && now < tokens.expiresAtMs) {
        if (now < trustedUntilMs) return false;
        phase = { name: "doubted", tokens };
        return true;
      }
      phase = { name: "loggedIn", tokens: { ...tokens, expiresAtMs: now, renewAtMs: now } };
      return true;
    },
  };
}

function readTokens({ token, refreshToken, expiresAt }: TokenJson, clock: Clock): Tokens {
  const now = clock.nowMs();
  const statedLifeMs = Date.parse(expiresAt ?? "") - clock.dateMs();
  // Clocks differ: a life that is over already, or longer than documented, says nothing of the token.
  const lifeMs = statedLifeMs > 0 ? Math.min(statedLifeMs, tokenLifeMs) : tokenLifeMs;
  return {
    headers: { authorization: `Bearer ${token}` },
    refreshToken,
    expiresAtMs: now + lifeMs,
    // A short life must not make every call a renewal.
    renewAtMs: now + lifeMs - Math.min(refreshAheadMs, lifeMs / 2),
  };
}

/** Asks for new tokens while no other process does, and tells the others of a refusal. */
async function inTurn(
  turns: LogInTurns,
  askForTokens: (refused: LogInRefusal | undefined) => Promise<TokenJson>,
): Promise<TokenJson> {
  const turn = await turns.take();
  let refused: LogInRefusal | undefined;
  try {
    return await askForTokens(turn.refused);
  } catch (error) {
    const { status } = isRefusal(error) ? error.facts : {};
    if (status !== undefined && !turn.refused) refused = { status, forMs: holdMs };
    throw error;
  } finally {
    await turn.end(refused);
  }
}

/**
 * New tokens: by an exchange of old ones where that may succeed, or else by a log-in.
 * @param from.isGood whether the old access token has not ended, beyond doubt.
 * @param from.refused the refusal of a log-in by another process, which is not tried again so soon.
 */
async function newTokens(
  facts: LogInFacts,
  logIn: LogIn,
  {
    isGood,
    old,
    refused,
  }: {
    readonly isGood: boolean;
    readonly old: Tokens | undefined;
    readonly refused: LogInRefusal | undefined;
  },
): Promise<TokenJson> {
  const refreshed = await exchange(facts, logIn, old, isGood)?.catch(refusedAsUndefined);
  if (refreshed) return refreshed;
  if (refused) throw logInRefused({ system: "web1on1", status: refused.status, attempts: 0 });
  const { email, password } = facts;
  return logIn({})(auth.createToken, { body: { email, password } }).catch(throwLogInFailure);
}

/** Exchanges old tokens; undefined where there is nothing that could be exchanged. */
function exchange(
  { email, refreshBy }: LogInFacts,
  logIn: LogIn,
  old: Tokens | undefined,
  isGood: boolean,
): Promise<TokenJson> | undefined {
  const refreshToken = old?.refreshToken;
  if (!old || !refreshToken) return undefined;
  if (refreshBy === "POST") {
    return logIn({})(auth.refreshTokenPost, { body: { clientId: email, refreshToken } });
  }
  // The old access token has to authorise it.
  return isGood ? logIn(old.headers)(auth.refreshToken, { query: { refreshToken } }) : undefined;
}

function isRefusal(error: unknown): error is GatewayError {
  const status = error instanceof GatewayError ? error.facts.status : undefined;
  return status !== undefined && status >= 400 && status < 500 && status !== 429;
}

/** A refused refresh is followed by a log-in; any other failure is the caller's. */
function refusedAsUndefined(error: unknown): undefined {
  if (isRefusal(error)) return undefined;
  throw error;
}

/** Whatever status refuses a log-in, it is not about the object that was asked for: a 404 must not pass for absence. */
function throwLogInFailure(error: unknown): never {
  throw isRefusal(error) ? logInRefused(error.facts) : error;
}

const logInRefused = (facts: ErrorFacts): GatewayError =>
  new GatewayError(
    "UPSTREAM_AUTH",
    `Web1on1 answered the gateway's log-in with ${facts.status}: it does not accept its e-mail address and password.`,
    facts,
  );
