import type { authSettings } from "./auth-settings.ts";
import { entriesOf } from "./parsers.ts";
import type { Environment, ValuesOf } from "./setting.ts";

/** The tokens that are taken. */
export interface JwtConfig {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer publishes its keys. */
  readonly jwksUrl: string;
  /** Names of algorithms, none of which has a shared secret. */
  readonly algorithms: readonly string[];
}

/** How clients show who they are. Without a way to do so, every request is of one client that may do all. */
export interface AuthConfig {
  /** Path of the file with the clients that have keys. @default keys are not taken */
  readonly clientsFile?: string;
  /** @default tokens are not taken */
  readonly jwt?: JwtConfig;
}

const neededBy = {
  keys: ["CLIENTS_FILE"],
  jwt: ["JWT_ISSUER", "JWT_AUDIENCE", "JWT_JWKS_URL"],
} as const;

/** Whether clients have to show who they are. */
export const asksClients = ({ AUTH = "none" }: Environment): boolean =>
  entriesOf(AUTH).some((way) => way !== "none");

/** Settings that do not go together; a setting that is of no use says that another door was meant to be closed. */
export function authProblems(environment: Environment): string[] {
  const named = entriesOf(environment.AUTH ?? "none");
  const ofWays = Object.entries(neededBy).flatMap(([way, names]) =>
    names.flatMap((name) => {
      const isSet = environment[name] !== undefined;
      if (named.includes(way) === isSet) return [];
      return [
        isSet
          ? `${name} is set, but AUTH does not name ${way}; add ${way} to AUTH, or take ${name} away.`
          : `${name} is missing; AUTH names ${way}, which needs it.`,
      ];
    }),
  );
  return environment.ALLOW_UNAUTHENTICATED === undefined ? ofWays : [...ofWays, gone];
}

const gone =
  "ALLOW_UNAUTHENTICATED is not known any more. Take it away, and set AUTH to keys or jwt, so that clients show who they are.";

/** @param values of settings that have no problem. */
export function authConfig(values: ValuesOf<typeof authSettings>): AuthConfig {
  const {
    AUTH,
    CLIENTS_FILE,
    JWT_ALGORITHMS,
    JWT_AUDIENCE = "",
    JWT_ISSUER = "",
    JWT_JWKS_URL = "",
  } = values;
  return {
    ...(AUTH.includes("keys") && CLIENTS_FILE !== undefined && { clientsFile: CLIENTS_FILE }),
    ...(AUTH.includes("jwt") && {
      jwt: { issuer: JWT_ISSUER, audience: JWT_AUDIENCE, jwksUrl: JWT_JWKS_URL, algorithms: JWT_ALGORITHMS },
    }),
  };
}
