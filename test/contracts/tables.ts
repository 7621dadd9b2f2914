import { assembledApi } from "../../src/assembled/api.ts";
import { assemblyApi } from "../../src/assembly/api.ts";
import type { AnyEndpoint, Api } from "../../src/rest/endpoint.ts";
import { web1on1Api } from "../../src/web1on1/api.ts";
import { assembled } from "./assembled.ts";
import { assembly } from "./assembly.ts";
import type { DocumentedEndpoint } from "./contract.ts";
import { web1on1 } from "./web1on1.ts";

/** A system's endpoints as it documents them, beside those that the gateway calls. */
export interface Table {
  readonly api: Api;
  readonly documented: readonly DocumentedEndpoint[];
  /** Nouns and verbs of the documents that the schema does not offer yet. */
  readonly notOffered: RegExp;
  /** Rows that read a documented route in a second way. */
  readonly secondWays: readonly string[];
  /** Rows of the documents that are reached another way, and which way that is. */
  readonly namedAlternatives: Readonly<Record<string, string>>;
}

/** The three systems. */
export const tables = {
  assembly: {
    api: assemblyApi,
    documented: assembly,
    notOffered: /^$/,
    secondWays: [],
    namedAlternatives: {
      "accounts.deleteBySourceSpecificId": "accounts.delete by id after a look-up",
      "contacts.deleteBySourceSpecificId": "contacts.delete by id after a look-up",
    },
  },
  assembled: {
    api: assembledApi,
    documented: assembled,
    notOffered:
      /^(agentStates|eventChanges|conversations|forecast|qaScores|reports|requirement|timeOff|shiftPatterns|activityTypes\.(create|delete)|(queues|sites|teams|skills)\.(create|update|delete))/,
    secondWays: [],
    namedAlternatives: {},
  },
  web1on1: {
    api: web1on1Api,
    documented: web1on1,
    notOffered:
      /^(orgGroup|bots|botInstances|services|form|organization(Categories|Workflows)|organizations\.(uploadLogo|deleteLogo)|users\.(uploadAvatar|deleteAvatar|removeOrganization)|auth\.refreshTokenPost)/,
    secondWays: ["users.getToMerge", "organizations.getToMerge"],
    namedAlternatives: {
      "auth.createToken": "the log-in with a password",
      "auth.refreshToken": "the renewal of a token",
    },
  },
} satisfies Readonly<Record<string, Table>>;

/** A route as both sides can write it: argument names aside, with the query key that tells one route from another. */
const route = (method: string, path: string, key: string | undefined): string =>
  `${method} ${path.split("?")[0]?.replace(/\{\w+\}/g, "{}")}${key ? `?${key}` : ""}`;

/** The route of a row of ours. */
export const routeOfRow = ({ method, path }: AnyEndpoint): string =>
  route(method, path, /\?(\w+)=\{/.exec(path)?.[1]);

/** The route of a documented endpoint. */
export const documentedRoute = ({ method, path, required }: DocumentedEndpoint): string =>
  route(
    method,
    path,
    required.find((name) => name.endsWith("source_specific_id")),
  );
