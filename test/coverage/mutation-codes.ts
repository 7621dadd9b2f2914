import { type GraphQLField, getNamedType, isObjectType } from "graphql";
import type { ErrorCode } from "../../src/errors.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";

/** The codes of failures that follow from what is known of the endpoints of a mutation. */
export function codesOf(endpoints: readonly AnyEndpoint[]): ErrorCode[] {
  const writes = endpoints.filter(({ effect }) => effect !== "read");
  const codes: readonly (readonly [ErrorCode, (write: AnyEndpoint) => boolean])[] = [
    ["CONFLICT", ({ conflictWhen }) => conflictWhen !== undefined],
    ["FORBIDDEN", ({ openTo }) => openTo !== undefined],
    ["NOT_FOUND", ({ path }) => path.includes("{")],
    ["UPSTREAM_OUTCOME_UNKNOWN", ({ effect }) => effect === "create" || effect === "conditional"],
  ];
  return codes.filter(([, follows]) => writes.some(follows)).map(([code]) => code);
}

/** Whether a mutation tells of failures in its payload, call by call. */
export function tellsParts({ type }: GraphQLField<unknown, unknown>): boolean {
  const payload = getNamedType(type);
  return isObjectType(payload) && "parts" in payload.getFields();
}
