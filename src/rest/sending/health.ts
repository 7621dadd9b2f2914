import type { GatewayError } from "../../errors.ts";
import { isNotFound } from "../message/response.ts";
import type { UpstreamState } from "../upstream-client.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { isOutage } from "./failure.ts";

/** The end of an attempt, as far as it says something of the system's health. */
export interface HealthReport {
  readonly route: string;
  /** The error that it failed with; undefined when it succeeded. */
  readonly error: GatewayError | undefined;
  /** Why the connection failed, as a code for operators; undefined where it did not. */
  readonly cause: string | undefined;
  readonly wasAnswered: boolean;
}

/** Knowledge of a system's health from the attempts to call it. */
export interface Health {
  readonly state: UpstreamState;
  /** Why the last attempt failed, while the state is `failing`: the cause of the connection's failure, or the error's code. */
  readonly cause: string | undefined;
  /** Why the last connection failed; undefined if it did not. */
  readonly connectionCause: string | undefined;
  report(report: HealthReport): void;
}

/** Creates the knowledge of a system that was not called yet. It tells the breaker of failures. */
export function createHealth(breaker: Pick<CircuitBreaker, "answered" | "failed">): Health {
  const health: { -readonly [Fact in "cause" | "connectionCause" | "state"]: Health[Fact] } = {
    state: "untried",
    cause: undefined,
    connectionCause: undefined,
  };
  return {
    get state() {
      return health.state;
    },
    get cause() {
      return health.cause;
    },
    get connectionCause() {
      return health.connectionCause;
    },
    report({ route, error, cause, wasAnswered }) {
      const isFailing = error !== undefined && isOutage(error);
      health.connectionCause = cause;
      // What does not exist may do so at a wrong address as well.
      if (error?.code !== "NOT_FOUND") {
        health.state = isFailing ? "failing" : "answering";
        health.cause = isFailing ? (cause ?? error.code) : undefined;
      }
      // A refused credential or a wrong address is better told as that than as a system that does not answer.
      const isAnswer = error?.code === "UPSTREAM_AUTH" || isNotFound(error?.facts.status);
      if (isFailing && !isAnswer) breaker.failed(route, !wasAnswered);
      else breaker.answered();
    },
  };
}
