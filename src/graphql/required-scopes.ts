import type { RequiredScopes } from "../auth/required-scopes.ts";

/** A field, or a type as its objects have it. */
export interface SchemaPart {
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The scopes that a part of the schema takes, as `deriveScopes` found them; undefined where it was never asked. */
export const requiredScopesOf = ({ extensions }: SchemaPart): RequiredScopes | undefined =>
  extensions.requiredScopes as RequiredScopes | undefined;

/**
 * Keeps the scopes that a part of the schema takes.
 * @param isShown whether the SDL shows them there, as the directive `@requiresScopes`.
 */
export function keepScopes(
  part: { extensions: SchemaPart["extensions"] },
  scopes: RequiredScopes,
  isShown: boolean,
): void {
  const directives = { requiresScopes: { scopes } };
  part.extensions = { ...part.extensions, requiredScopes: scopes, ...(isShown && { directives }) };
}
