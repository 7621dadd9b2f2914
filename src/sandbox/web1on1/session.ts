import type { auth as endpoints } from "../../web1on1/session/endpoints.ts";
import type { StoredUser } from "../data/web1on1/stored.ts";
import type { EmulatedRequest, HandlerRequest, Reply, VerbHandlers } from "../emulator.ts";
import { plantedSecret } from "../planted-secret.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import { scopeText } from "./access.ts";
import { isObject } from "./write-body.ts";

/** How a token is held against its bearer. */
export interface SessionOptions {
  /** Status for an expired token: the vendor's SDK expects 401, its pages promise 403. @default 401 */
  readonly expiredStatus?: 401 | 403;
}

/** Tokens and who holds them. */
export interface Session {
  /** The user that a request acts for; refuses a request without a good token. */
  callerOf(request: Pick<HandlerRequest<string>, "headers" | "nowMs">): StoredUser;
  /** Whether a request is let in without a token: log-in alone is. */
  isOpen(request: EmulatedRequest): boolean;
  readonly handlers: VerbHandlers<typeof endpoints>;
}

interface Grant {
  readonly kind: "access_token" | "refresh_token";
  readonly userId: string;
  readonly expiresAtMs: number;
}

const hourMs = 3_600_000;
/** Life of an access token: web1on1-v2.txt:16. */
const accessTokenMs = 24 * hourMs;
/** Life of a refresh token: a month (web1on1-v2.txt:53), which is not said to be longer than 30 days. */
const refreshTokenMs = 30 * 24 * hourMs;

/**
 * Starts without log-ins. Tokens for other systems (web1on1-v2.txt:8) are fields of their users, have the rights of
 * these and never expire.
 */
export function createSession(
  users: Store<StoredUser>,
  { expiredStatus = 401 }: SessionOptions,
  basePath: string,
): Session {
  const grants = new Map<string, Grant>();
  let issued = 0;

  const callerOf: Session["callerOf"] = ({ headers, nowMs }) => {
    const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
    if (token === undefined) throw new Refusal(401, "no authorization token was found");
    return ownerOf(token) ?? holderOf(token, "access_token", nowMs);
  };

  const ownerOf = (apiToken: string): StoredUser | undefined =>
    users.all().find((user) => user.status !== "archived" && user.apiToken === apiToken);

  const holderOf = (token: string, kind: Grant["kind"], nowMs: number): StoredUser => {
    const grant = grants.get(token);
    // A refresh token is no bearer, and the other way round.
    if (grant?.kind !== kind) throw new Refusal(401, "invalid token");
    if (nowMs >= grant.expiresAtMs) throw new Refusal(expiredStatus, "jwt expired");
    const user = users.get(grant.userId);
    if (user === undefined || user.status === "archived") throw new Refusal(401, "invalid token");
    return user;
  };

  const issue = (user: StoredUser, kind: Grant["kind"], nowMs: number, lifeMs: number): string => {
    const expiresAtMs = nowMs + lifeMs;
    issued += 1;
    const claims = {
      _id: user.id,
      organization: user.organization,
      scope: scopeText(user),
      grant_type: kind,
      iat: Math.floor(nowMs / 1000),
      exp: Math.floor(expiresAtMs / 1000),
    };
    const token = `${base64Url({ typ: "JWT", alg: "HS256" })}.${base64Url(claims)}.${plantedSecret(kind, issued)}`;
    grants.set(token, { kind, userId: user.id, expiresAtMs });
    return token;
  };

  const tokenReply = (status: number, user: StoredUser, nowMs: number): Reply => ({
    status,
    body: {
      tokenType: "Bearer",
      token: issue(user, "access_token", nowMs, accessTokenMs),
      refreshToken: issue(user, "refresh_token", nowMs, refreshTokenMs),
      user: user.id,
      organization: user.organization,
      expiresAt: new Date(nowMs + accessTokenMs).toISOString(),
      scope: scopeText(user),
    },
  });

  const isOfAddress = ({ email }: StoredUser, text: string): boolean =>
    email.toLowerCase() === text.toLowerCase();

  const logIn = ({ email, password }: Readonly<Record<string, unknown>>, nowMs: number): Reply => {
    if (typeof email !== "string" || typeof password !== "string" || password === "") {
      throw new Refusal(400, "email and password are required");
    }
    const user = users
      .all()
      .find((row) => isOfAddress(row, email) && row.password === password && row.status !== "archived");
    if (user === undefined) throw new Refusal(401, "wrong email or password");
    users.update(user.id, { lastLogin: new Date(nowMs).toISOString() });
    return tokenReply(201, user, nowMs);
  };

  /** As the vendor's SDK asks for it: the refresh token is enough, for as long as it lives. */
  const refreshByPost = (
    { clientId, refreshToken }: Readonly<Record<string, unknown>>,
    nowMs: number,
  ): Reply => {
    if (typeof clientId !== "string" || typeof refreshToken !== "string") {
      throw new Refusal(400, "clientId and refreshToken are required");
    }
    const user = holderOf(refreshToken, "refresh_token", nowMs);
    if (!isOfAddress(user, clientId)) throw new Refusal(401, "invalid token");
    grants.delete(refreshToken);
    return tokenReply(200, user, nowMs);
  };

  /** One route for both, told apart by the body. */
  const postToken = ({ body, nowMs }: Pick<HandlerRequest<string>, "body" | "nowMs">): Reply => {
    const fields = isObject(body) ? body : {};
    return "refreshToken" in fields ? refreshByPost(fields, nowMs) : logIn(fields, nowMs);
  };

  return {
    callerOf,
    isOpen: ({ method, target }) => method === "POST" && target.split("?", 1)[0] === `${basePath}/auth/token`,
    handlers: {
      createToken: postToken,
      refreshTokenPost: postToken,
      // The bearer has to be good still: refreshing comes before expiry, after it comes a new log-in
      // (web1on1-v2.txt:16). The old access token, which others may have just sent, lives out its day.
      refreshToken: (request) => {
        const given = request.query.get("refreshToken");
        if (!given) throw new Refusal(400, "refreshToken is required");
        const user = holderOf(given, "refresh_token", request.nowMs);
        if (user.id !== callerOf(request).id) throw new Refusal(401, "invalid token");
        grants.delete(given);
        return tokenReply(200, user, request.nowMs);
      },
    },
  };
}

const base64Url = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
