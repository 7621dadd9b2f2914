import { GatewayError } from "../../errors.ts";
import type { Clock } from "../clock.ts";
import { type Headers, routeOf } from "../endpoint.ts";
import { isSendable } from "../exchange.ts";
import type { LogInTurns } from "../log-in-turns.ts";
import { deadlinePassed, type Operation, within } from "../operation.ts";
import { liveRequest, type PreparedRequest } from "../prepared-request.ts";
import type { Outcome, Stage } from "../send.ts";
import type { LogIn, UpstreamDefinition } from "../upstream.ts";

/**
 * Sends requests with the headers of the system's credential, which is renewed once if it is refused.
 * @param by.logIn makes a call that carries only the headers it is given.
 * @param by.logIns the turns to log in. @default no other process logs in
 */
export const authorise =
  (
    { credential, name }: Pick<UpstreamDefinition, "credential" | "name">,
    { logIn, logIns }: { readonly logIn: LogIn; readonly logIns: LogInTurns | undefined },
    clock: Clock,
  ): Stage =>
  (next) => {
    const credentialFor = ({ endpoint, stats }: PreparedRequest, operation: Operation): Promise<Headers> => {
      const headers = credential.headers(logIn, logIns);
      const late = () => deadlinePassed(name, routeOf(endpoint), { attempts: stats.attempts });
      // A log-in has its own time. Those who wait for a read heed their deadlines themselves.
      return endpoint.effect === "read" ? headers : within(operation, clock, headers, late);
    };
    const sendWithCredential = async (request: PreparedRequest, operation: Operation): Promise<Outcome> => {
      const headers = await credentialFor(request, operation);
      const outcome = await next(carrying(headers, request), operation);
      if (!("error" in outcome)) return outcome;
      const { status } = outcome.error.facts;
      const isRefused = status === 401 || status === 403;
      if (!isRefused || !credential.renew?.(headers, status) || !isSendable(request.body)) return outcome;
      return next(carrying(await credentialFor(request, operation), request), operation);
    };
    return (request, operation) => sendWithCredential(request, operation).catch(notLoggedIn);
  };

/** Sends requests that carry only the headers that are given, as those do that get a credential. */
export const withHeaders =
  (headers: Headers): Stage =>
  (next) =>
  (request, operation) =>
    next(carrying(headers, request), operation);

function carrying(credential: Headers, request: PreparedRequest): PreparedRequest {
  const { body, endpoint, last, repeatable, stats } = request;
  return liveRequest(() => request.url, { body, credential, endpoint, last, repeatable, stats });
}

/** Without a credential nothing was sent, and the log-in was tried as often as it may be. */
function notLoggedIn(error: unknown): Outcome {
  if (error instanceof GatewayError) return { error, retryClass: "final" };
  throw error;
}
