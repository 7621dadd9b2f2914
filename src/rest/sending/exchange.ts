import { GatewayError } from "../../errors.ts";
import type { TransportResponse } from "../exchange.ts";
import { readAnswer } from "../message/decode.ts";
import type { Placement } from "../message/placement.ts";
import { deadlinePassed, type Operation } from "../operation.ts";
import type { Answer, PreparedRequest } from "../prepared-request.ts";
import type { EngineParts, UpstreamDefinition } from "../upstream.ts";
import { outcomeOf } from "./outcome.ts";
import type { Attempt, SendInTime } from "./timed.ts";

/** The parts that an exchange of request and answer takes. */
export interface ExchangeParts extends Pick<EngineParts, "clock" | "tracedSystems" | "transport"> {
  readonly placement: Placement;
}

/** Sends a request through the transport and reads its answer. */
export function exchange(definition: UpstreamDefinition, parts: ExchangeParts): SendInTime {
  const { clock, placement, tracedSystems, transport } = parts;
  const isTraced = tracedSystems?.includes(definition.name) ?? false;

  const send = (
    { body, credential, endpoint, url }: PreparedRequest,
    { traceparent }: Operation,
    { timeout: { signal }, upload }: Attempt,
  ): Promise<TransportResponse> => {
    const content = body && "content" in body ? body.content : upload?.chunks;
    const headers = {
      accept: "application/json",
      // A cap on the body that counts compressed bytes is no cap.
      "accept-encoding": "identity",
      ...(body && { "content-type": body.contentType }),
      ...(isTraced && traceparent !== undefined && { traceparent }),
      ...definition.headers,
      ...credential,
    };
    const { method } = endpoint;
    return transport({ method, url, headers, signal, ...(content !== undefined && { body: content }) });
  };

  /** Does not look at the end of the attempt: the race leaves it behind, and what it does later has no effect. */
  const answerTo = async (
    request: PreparedRequest,
    operation: Operation,
    attempt: Attempt,
  ): Promise<Answer> => {
    const { route, timeout, upload } = attempt;
    // The operation may have ended in the moment between its permission and this.
    if (timeout.signal.aborted) throw deadlinePassed(definition.name, route);
    request.stats.attempts += 1;
    const response = await send(request, operation, attempt);
    attempt.response = response;
    const facts = { dateMs: clock.dateMs(), placement };
    const answer = await readAnswer(definition, request, response, facts);
    if (upload && upload.stage !== "answer") throw answeredTooEarly(definition, route, response.status);
    return answer;
  };

  return (request, operation, attempt) =>
    attempt.timeout.race(answerTo(request, operation, attempt)).then(
      (answer) => ({ answer }),
      (error: unknown) => outcomeOf(definition, request, attempt, error),
    );
}

/** The error for an upstream that answered before it had all files: it acted on a part of them at most. */
const answeredTooEarly = ({ name, title }: UpstreamDefinition, route: string, status: number): GatewayError =>
  new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    `${route} of ${title} answered ${status} before it had all of the files.`,
    { system: name, endpoint: route, status },
  );
