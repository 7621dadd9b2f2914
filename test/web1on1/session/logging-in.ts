import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import type { SandboxSettings } from "../../support/sandbox.ts";
import { sandboxCredentials } from "../../support/sandbox.ts";

const { email, password } = sandboxCredentials.web1on1;

/** Lives of tokens are counted in hours. */
export const hourMs = 3_600_000;

/**
 * A gateway that logs in to Web1on1, instead of showing a bot token that never ends. It keeps no answers: every read
 * has to show its token.
 */
export const loggingIn = (
  sandbox: Partial<SandboxSettings> = {},
  secret: string = password,
  { refreshBy = "GET", limits }: { readonly refreshBy?: "GET" | "POST"; readonly limits?: boolean } = {},
): TestGateway =>
  gateway({
    sandbox,
    parts: { reads: { keeps: false }, ...(limits !== undefined && { limits }) },
    addresses: {
      web1on1: {
        baseUrl: "http://web1on1.test/v2",
        credentials: { email, password: secret, refreshBy },
      },
    },
  });

/** As `loggingIn`, over systems whose clocks can be set apart from the gateway's. */
export function withClocksApart(choices: NonNullable<SandboxSettings["choices"]> = {}) {
  let aheadMs = 0;
  let nowMs = () => testNowMs;
  const made = loggingIn({ choices, nowMs: () => nowMs() + aheadMs });
  nowMs = made.clock.nowMs;
  return {
    made,
    setUpstreamAhead: (ms: number) => {
      aheadMs = ms;
    },
  };
}

/** A query that costs one read. */
export const me = "{ viewer { sourceId } }";
/** Its answer. */
export const viewer = { viewer: { sourceId: showcase.gatewayUserId } };
/** The read that it costs. */
export const read = "web1on1 GET /users/me";
/** The call that trades e-mail address and password for tokens. */
export const logIn = "web1on1 POST /auth/token";
/** The call that exchanges tokens for new ones. */
export const refresh = "web1on1 GET /auth/token";

/** The call that exchanges tokens for new ones by POST: a log-in by its route. */
export const refreshByPost = logIn;

/** Queries of different users, so that no two share a read. */
export const operations = ({ sandbox }: TestGateway, count: number): string[] =>
  sandbox.data.web1on1.users.slice(0, count).map(({ id }) => `{ user(by: { id: "${id}" }) { sourceId } }`);

/** The codes of the errors of an answer. */
export const codes = ({
  errors,
}: {
  readonly errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
}) => errors.map(({ extensions }) => extensions.code);
