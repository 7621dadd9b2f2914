import { NotSent } from "../exchange.ts";

/** The part that an operator has to mend before any call can succeed. */
export type OperatorsPart = "certificate" | "name";

/** Certificates that Node does not accept (its documentation of `tls`, "X509 certificate error codes"). */
const certificateCodes: ReadonlySet<string> = new Set([
  "CERT_CHAIN_TOO_LONG",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REJECTED",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "CRL_HAS_EXPIRED",
  "CRL_NOT_YET_VALID",
  "CRL_SIGNATURE_FAILURE",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERROR_IN_CERT_NOT_AFTER_FIELD",
  "ERROR_IN_CERT_NOT_BEFORE_FIELD",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "PATH_LENGTH_EXCEEDED",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
  "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
  "UNABLE_TO_GET_CRL",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** Names that do not exist. `EAI_AGAIN`, a resolver that does not answer, passes by itself. */
const nameCodes: ReadonlySet<string> = new Set(["ENODATA", "ENOTFOUND"]);

const connectionCodes: ReadonlySet<string> = new Set([
  "EADDRNOTAVAIL",
  "EAI_AGAIN",
  "EAI_FAIL",
  "ECONNABORTED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "EMFILE",
  "ENETDOWN",
  "ENETUNREACH",
  "ENFILE",
  "EPIPE",
  "EPROTO",
  "ETIMEDOUT",
]);

/** Codes that OpenSSL and Node's HTTP parser make of lists of their own, which hold nothing of what was sent. */
const madeCodes = /^(ERR_SSL|HPE)_[A-Z0-9_]{1,60}$/;

/**
 * Why a connection failed, as a code that may be shown to operators.
 * @returns undefined for whatever is not on the list: messages and codes of others may hold anything.
 */
export function causeOf(error: unknown): string | undefined {
  const cause = error instanceof NotSent ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (typeof code !== "string") return undefined;
  const isKnown = connectionCodes.has(code) || operatorsPart(code) !== undefined || madeCodes.test(code);
  return isKnown ? code : undefined;
}

/** The part that the operator has to mend, if the cause does not pass by itself. */
export function operatorsPart(cause: string | undefined): OperatorsPart | undefined {
  if (cause === undefined) return undefined;
  if (nameCodes.has(cause)) return "name";
  return certificateCodes.has(cause) ? "certificate" : undefined;
}
