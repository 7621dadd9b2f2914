/** A right of a client: to read or to write a system, or to ask for the schema. */
export type Scope = `${string}:read` | `${string}:write` | typeof introspectScope;

/** The right to ask for the schema by introspection, and to open GraphiQL where it is closed to others. */
export const introspectScope = "schema:introspect";

/** The right to read all that a system knows. @param system its name in lower case. */
export const readScope = (system: string): Scope => `${system}:read`;

/** The right to run the mutations of a system. @param system its name in lower case. */
export const writeScope = (system: string): Scope => `${system}:write`;

/** The system that a scope is about, by its name; `schema` for the schema. */
export const systemOf = (scope: Scope): string => scope.slice(0, scope.lastIndexOf(":"));

/** Every right that there is, for the systems of these names. */
export const scopesOf = (systems: readonly string[]): readonly Scope[] => [
  ...systems.flatMap((system) => [readScope(system), writeScope(system)]),
  introspectScope,
];
