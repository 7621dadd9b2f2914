import { type ErrorCode, type ErrorFacts, GatewayError } from "../../../../src/errors.ts";
import { newCallStats } from "../../../../src/rest/call-stats.ts";
import type { LooseEndpoint } from "../../../../src/rest/endpoint.ts";
import type { Operation } from "../../../../src/rest/operation.ts";
import type { PreparedRequest } from "../../../../src/rest/prepared-request.ts";
import type { Outcome, RetryClass, Send } from "../../../../src/rest/send.ts";
import { fixedCredential, type UpstreamDefinition } from "../../../../src/rest/upstream.ts";
import type { TestClock } from "../../../support/clock.ts";
import { pathParameters, things } from "../../engine.ts";

/** The system that a single stage sends to. */
export const system: UpstreamDefinition = {
  name: "things",
  title: "Things",
  limitText: "as many as you like",
  baseUrl: "http://things.test/v1",
  urlSetting: "THINGS_URL",
  pathParameters,
  api: { things },
  limits: [],
  callsInferred: true,
  credential: fixedCredential({}),
};

/** A request as the first stage gets it. @param endpoint that takes no body. @default `GET /things/{id}` */
export const prepared = (endpoint: unknown = things.get): PreparedRequest => ({
  endpoint: endpoint as LooseEndpoint,
  url: new URL("http://things.test/v1/things/1"),
  body: undefined,
  repeatable: true,
  last: undefined,
  stats: newCallStats(),
});

/** An operation whose client can leave. @param deadlineMs from now. */
export function operationOf(clock: TestClock, deadlineMs = 10_000): Operation & { leave(): void } {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    deadlineAtMs: clock.nowMs() + deadlineMs,
    leave: () => controller.abort(),
  };
}

/** The outcome of an attempt that succeeded. */
export const answered: Outcome = { answer: { value: "answered", digest: undefined } };

/** The outcome of an attempt that failed. */
export const failed = (code: ErrorCode, retryClass: RetryClass, facts: ErrorFacts = {}): Outcome => ({
  error: new GatewayError(code, "It failed.", facts),
  retryClass,
});

/** The way of sending behind a stage: it counts attempts, and gives outcomes one after the other, the last one for ever. */
export interface Behind {
  readonly send: Send;
  /** The requests that it got. */
  readonly sent: readonly PreparedRequest[];
}

/** Makes a way of sending out of the outcomes that it gives. */
export function behind(...outcomes: readonly [Outcome, ...Outcome[]]): Behind {
  const sent: PreparedRequest[] = [];
  return {
    sent,
    async send(request) {
      request.stats.attempts += 1;
      sent.push(request);
      return outcomes[Math.min(sent.length, outcomes.length) - 1] ?? outcomes[0];
    },
  };
}
