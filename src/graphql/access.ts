import type { Client } from "../auth/client.ts";
import { areEnough, type RequiredScopes } from "../auth/required-scopes.ts";
import { readScope, type Scope, systemOf, writeScope } from "../auth/scopes.ts";
import { GatewayError } from "../errors.ts";
import { requiredScopesOf, type SchemaPart } from "./required-scopes.ts";

/** The part of the schema, and of the systems behind it, that a client may use. */
export interface Access {
  /** The scopes that hold now. */
  readonly scopes: ReadonlySet<Scope>;
  /** Whether the client may have a field, or the objects of a type. What states no scopes is for no client. */
  permits(part: SchemaPart): boolean;
  /** @throws FORBIDDEN for what it does not permit. */
  demand(part: SchemaPart): void;
  /** Whether the client may read or write a system, so that it may be told of its calls. @param system by its name. */
  permitsSystem(system: string): boolean;
  /** Whether errors of writes may tell the client what a system holds. @param system by its name. */
  mayRead(system: string): boolean;
}

/**
 * Makes the access of a client.
 * @param isReadOnly whether the gateway writes for no client.
 */
export function createAccess({ scopes: own }: Pick<Client, "scopes">, isReadOnly: boolean): Access {
  const scopes = isReadOnly ? new Set([...own].filter((scope) => !isWrite(scope))) : own;
  const permits = (part: SchemaPart): boolean => {
    const required = requiredScopesOf(part);
    return required !== undefined && areEnough(scopes, required);
  };
  return {
    scopes,
    permits,
    demand(part) {
      if (permits(part)) return;
      const required = requiredScopesOf(part) ?? [];
      throw isReadOnly && areEnough(own, required) ? readOnly() : lacking(required, scopes);
    },
    permitsSystem: (system) => scopes.has(readScope(system)) || scopes.has(writeScope(system)),
    mayRead: (system) => scopes.has(readScope(system)),
  };
}

const isWrite = (scope: Scope): boolean => scope === writeScope(systemOf(scope));

const readOnly = (): GatewayError =>
  new GatewayError("FORBIDDEN", "The gateway is read-only at the moment; nothing is written.");

/** Names the scopes that are missing, and the system if they are all of one. */
function lacking(required: RequiredScopes, scopes: ReadonlySet<Scope>): GatewayError {
  const missing = required.map((list) => list.filter((scope) => !scopes.has(scope)));
  const named = missing.map((list) => list.join(" and ")).join(" or ");
  const [system, ...others] = new Set(missing.flat().map(systemOf));
  return new GatewayError(
    "FORBIDDEN",
    `This takes the scope ${named}, which the client does not have.`,
    system !== undefined && others.length === 0 ? { system } : {},
  );
}
