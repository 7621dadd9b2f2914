/** A code that the gateway gives. */
export type GatewayErrorCode =
  /** An argument or variable cannot be used: a malformed id or e-mail, a window that ends before it starts or is too long, a page or list over its cap; or the answer would be too large. */
  | "BAD_USER_INPUT"
  /** A write names an object that does not exist. Reads answer null instead. */
  | "NOT_FOUND"
  /** A write collides with what is there: a taken domain, e-mail, external id or name of a shift pattern, an overlapping forecast total, an overlapping activity under `REFUSE`, a key that several people have, a category slot that another edit has changed, or no slot left for a category. */
  | "CONFLICT"
  /** The client has not the scope for it, the gateway's credential for the system may not do this, the system opens it to some accounts only, as Assembled does shift patterns, or the gateway refuses to do it to itself or to do it at all. */
  | "FORBIDDEN"
  /** The client did not say who it is, or not so that it can be believed; nothing was run. */
  | "UNAUTHENTICATED"
  /** The client's token cannot be verified for now, since the keys of its issuer cannot be fetched; nothing was run. */
  | "AUTHENTICATION_UNAVAILABLE"
  /** The client has sent more operations, calls or files than the gateway lets one client send at once. */
  | "RATE_LIMITED"
  /** The gateway has as much under way as it can do; nothing of the operation was run. */
  | "OVERLOADED"
  /** A request with the same `Idempotency-Key` is under way. */
  | "IDEMPOTENCY_IN_PROGRESS"
  /** The `Idempotency-Key` was sent before with another request. */
  | "IDEMPOTENCY_KEY_REUSED"
  /** A system refused the connection, broke it, or answered with a fault of its own. */
  | "UPSTREAM_UNAVAILABLE"
  /** A system did not answer within the time for one call or for the whole operation, or the operation was not finished by then. */
  | "UPSTREAM_TIMEOUT"
  /** The call would not fit the system's rate limit within the operation's deadline, so it was not sent, or the system answered 429. */
  | "UPSTREAM_RATE_LIMITED"
  /** A system did not accept the gateway's credentials. */
  | "UPSTREAM_AUTH"
  /** A system refused the request as invalid although it passed the gateway's own checks. */
  | "UPSTREAM_REJECTED"
  /** A system answered something that is not what it documents: no JSON, another shape or charset, too large, compressed, a redirect, or that a list does not exist. */
  | "UPSTREAM_INVALID_RESPONSE"
  /** A write that must not be sent twice was sent, and whether it took effect is not known. */
  | "UPSTREAM_OUTCOME_UNKNOWN"
  /** A fault of the gateway. */
  | "INTERNAL_SERVER_ERROR"
;
/** A code of a request that never reaches a field. */
export type RequestErrorCode =
  | "GRAPHQL_PARSE_FAILED"
  | "GRAPHQL_VALIDATION_FAILED"
  | "PERSISTED_QUERY_NOT_FOUND"
  | "PERSISTED_QUERY_NOT_SUPPORTED"
  | "OPERATION_RESOLUTION_FAILURE"
  | "BAD_REQUEST"
;
/** Every value of `extensions.code`. */
export type ErrorCode = GatewayErrorCode | RequestErrorCode;