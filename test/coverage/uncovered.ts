import { isObjectType } from "graphql";
import { readScope, type Scope, writeScope } from "../../src/auth/scopes.ts";
import { fullModel, systemsByEndpoint } from "../../src/graphql/model.ts";
import { requiredScopesOf } from "../../src/graphql/required-scopes.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";
import { sharedSchema } from "../support/schema.ts";

const systemOf = systemsByEndpoint(fullModel);

/** The scope that a field takes at least, since it uses an endpoint. */
function scopeFor(coordinate: string, endpoint: AnyEndpoint): Scope {
  // Ids of what was written are told by the write scope, although one is read that the write did not answer.
  const isOfWrite = coordinate.startsWith("Mutation.") || coordinate.endsWith("Payload.ownerId");
  return (isOfWrite ? writeScope : readScope)(systemOf(endpoint));
}

/** A type whose fields ask each system only if the client may read it, as `test/joins/customer.test.ts` has it. */
const asFarAsAllowed = "Customer360";

/** Endpoints of fields, by `Type.field`, of whose system the field does not take the scope. */
export const uncovered = (fields: ReadonlyMap<string, ReadonlySet<AnyEndpoint>>): string[] =>
  [...fields].flatMap(([coordinate, endpoints]) => {
    const [name = "", fieldName = ""] = coordinate.split(".");
    if (name === asFarAsAllowed) return [];
    const type = sharedSchema().getType(name);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    // Objects of several types take one scope or another, and are refused by their type.
    const taken = (field && requiredScopesOf(field))?.flat() ?? [];
    return [...endpoints].flatMap((endpoint) =>
      taken.includes(scopeFor(coordinate, endpoint))
        ? []
        : `${coordinate}: ${endpoint.method} ${endpoint.path}`,
    );
  });
