export * from "../generated/client/graphql.ts";
export type { ErrorCode, GatewayErrorCode, RequestErrorCode } from "../generated/error-codes.ts";
export { type Answer, dataOf } from "./answer.ts";
export type { ClientHeaders } from "./client-headers.ts";
export type { ClientClock } from "./clock.ts";
export {
  type ClientSettings,
  createTributaryClient,
  type RunArguments,
  type RunOptions,
  type TributaryClient,
} from "./create-client.ts";
export {
  type AnswerError,
  type ErrorExtensions,
  isRetryable,
  NoAnswerError,
  OperationError,
  type Reconciliation,
  reconcile,
} from "./errors.ts";
export type { Freshness } from "./freshness.ts";
export { clientScalars } from "./scalars.ts";
export type { TypedDocument } from "./typed-document.ts";
