import { z } from "zod";
import { parseUrl } from "../parse-url.ts";
import { asSeen, hasUnseen } from "./env-text.ts";
import { settings } from "./settings.ts";

/** A system that is emulated inside the gateway. */
export interface Emulated {
  readonly mode: "sandbox";
}

/** Where the three systems are, and what opens them. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Origins whose pages may call the gateway; loopback origins when undefined. */
  readonly allowedOrigins: readonly string[] | undefined;
  /** Whether clients may be told of the calls behind their operations. */
  readonly mayExplain: boolean;
  /** Longest time between the signal to end and the last connection that is taken, in milliseconds. */
  readonly drainDelayMs: number;
  readonly assembly: Emulated | { readonly mode: "real"; readonly baseUrl: string; readonly apiKey: string };
  readonly assembled:
    | Emulated
    | {
        readonly mode: "real";
        readonly baseUrl: string;
        readonly apiKey: string;
        readonly apiVersion: string;
      };
  readonly web1on1:
    | Emulated
    | {
        readonly mode: "real";
        readonly baseUrl: string;
        readonly credentials:
          | { readonly token: string }
          | { readonly email: string; readonly password: string };
      };
}

/** The environment as the process has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Every reason why the gateway cannot start as it is configured; no value of a secret is in any. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration does not work:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

const defaultHost = "127.0.0.1";
const systemNames = ["assembly", "assembled", "web1on1"] as const;
const entriesOf = (list: string): string[] =>
  list
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
const commaList = z.string().transform(entriesOf);

/** The form of a browser's `Origin`: without a path, not even a slash. */
const isOrigin = (text: string): boolean => parseUrl(text)?.origin === text;

// Header values with line ends or blanks around them come from copied files, and fail later in obscure ways.
const credential = z
  .string()
  .regex(/^[\x21-\x7e]+$/, "holds characters that a header cannot carry")
  .optional();

const noBlanks = /^\S+$/;

const baseUrl = (byDefault: string) =>
  z
    .string()
    // A parser of URLs would drop them without a word.
    .regex(noBlanks, "must not hold blanks")
    .pipe(z.url({ protocol: /^https?$/, error: "is not a URL that begins with https:// or http://" }))
    .refine(
      // Checked even when it is no URL.
      (url) => !/[?#]/.test(url) && !parseUrl(url)?.username,
      "must not hold a query or credentials",
    )
    .refine((url) => {
      const parsed = parseUrl(url);
      return parsed?.protocol !== "http:" || isLoopback(parsed.hostname);
    }, "must begin with https://, as keys travel to it; http:// is for this machine only")
    .default(byDefault)
    .transform((url) => url.replace(/\/+$/, ""));

type SettingName = (typeof settings)[number]["settings"][number]["name"];
const names: readonly string[] = settings.flatMap(({ settings: ofSection }) =>
  ofSection.map(({ name }) => name),
);

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "is not a port")
    .default("4000")
    .transform(Number)
    .refine((port) => port < 65_536, "is not a port"),
  HOST: z.string().regex(noBlanks, "must not hold blanks").default(defaultHost),
  ALLOWED_ORIGINS: commaList
    .refine((origins) => origins.every(isOrigin), "names what is no origin, such as https://app.example.com")
    .optional(),
  ALLOW_UNAUTHENTICATED: z.enum(["true", "false"], "is neither true nor false").default("false"),
  EXPLAIN: z.enum(["true", "false"], "is neither true nor false").optional(),
  DRAIN_DELAY_MS: z
    .string()
    .regex(/^\d{1,6}$/, "is not a number of milliseconds below 1000000")
    .default("2000")
    .transform(Number),
  SANDBOX: commaList.pipe(z.array(z.enum(systemNames, "names an unknown system"))).optional(),
  ASSEMBLY_URL: baseUrl("https://api.wavelength.cx"),
  ASSEMBLY_API_KEY: credential,
  ASSEMBLED_URL: baseUrl("https://api.assembledhq.com"),
  ASSEMBLED_API_KEY: credential,
  ASSEMBLED_API_VERSION: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, "is not a version such as 2024-05-22")
    .default("2024-05-22"),
  WEB1ON1_URL: baseUrl("https://api.web1on1.chat/v2"),
  WEB1ON1_TOKEN: credential,
  WEB1ON1_EMAIL: z.string().regex(noBlanks, "must not hold blanks").optional(),
  WEB1ON1_PASSWORD: z.string().optional(),
} satisfies Record<SettingName, z.ZodType>);

type Settings = z.infer<typeof environment>;

/**
 * Reads the environment. An empty variable counts as absent.
 * @throws ConfigError with all problems at once.
 */
export function readConfig(env: Environment): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => /[^ ]/.test(value ?? "")));
  const read = environment.safeParse(filled);
  const issues = read.error?.issues ?? [];
  const problems = issues.map(({ path, message }) => `${String(path[0])} ${message}.`);
  const sound = names.filter((name) => !issues.some(({ path }) => path[0] === name));
  problems.push(...unreadable(filled, sound), ...missing(filled), ...exposed(filled), ...unchecked(filled));
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  const { PORT: port, HOST: host, ALLOWED_ORIGINS: allowedOrigins, EXPLAIN } = read.data;
  const mayExplain = EXPLAIN ? EXPLAIN === "true" : filled.NODE_ENV !== "production";
  const drainDelayMs = read.data.DRAIN_DELAY_MS;
  return { port, host, allowedOrigins, mayExplain, drainDelayMs, ...systemsOf(read.data) };
}

/** Settings whose name or value is not what it looks like, as they come from files that were copied or have a byte order mark. */
function unreadable(values: Environment, sound: readonly string[]): string[] {
  const disguised = Object.keys(values).filter(
    (name) => !names.includes(name) && names.includes(asSeen(name)),
  );
  return [
    ...disguised.map((name) => `${asSeen(name)} is set under a name with characters that cannot be seen.`),
    ...sound
      .filter((name) => hasUnseen(values[name] ?? ""))
      .map((name) => `${name} holds characters that cannot be seen.`),
  ];
}

/** Whether an address can be reached from this machine only. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/.test(host);

const given = (values: Environment) => ({
  assembly: values.ASSEMBLY_API_KEY !== undefined,
  assembled: values.ASSEMBLED_API_KEY !== undefined,
  web1on1: [values.WEB1ON1_TOKEN, values.WEB1ON1_EMAIL, values.WEB1ON1_PASSWORD].some(
    (value) => value !== undefined,
  ),
});

/** Any of them says that a real system is wanted, even one that is of no use alone. */
const ofSystems = settings.flatMap(({ title, settings: ofSection }) =>
  title === "Gateway" ? [] : ofSection.map(({ name }) => name),
);

/** Real and emulated data never mix by accident: a system without credentials must be named to be emulated. */
function missing(values: Environment): string[] {
  const has = given(values);
  if (ofSystems.every((name) => values[name] === undefined) && !values.SANDBOX) return [];
  const toEmulate = entriesOf(values.SANDBOX ?? "");
  const problems: string[] = [];
  const wants: Record<(typeof systemNames)[number], string | undefined> = {
    assembly: has.assembly ? undefined : "ASSEMBLY_API_KEY",
    assembled: has.assembled ? undefined : "ASSEMBLED_API_KEY",
    web1on1: wantsOfWeb1on1(values),
  };
  for (const system of systemNames) {
    const emulated = toEmulate.includes(system);
    if (emulated && has[system]) {
      problems.push(`SANDBOX names ${system}, which has credentials, too; take one of them away.`);
    } else if (!emulated && wants[system]) {
      problems.push(`${wants[system]} is missing; set it, or name ${system} in SANDBOX to emulate it.`);
    }
  }
  return problems;
}

/** Clients do not authenticate, so what they reach must be their own or made up. */
function exposed(values: Environment): string[] {
  const host = values.HOST ?? defaultHost;
  const anyReal = Object.values(given(values)).includes(true);
  if (!anyReal || isLoopback(host) || values.ALLOW_UNAUTHENTICATED === "true") return [];
  return [
    `HOST is ${host}, where anyone who reaches it could write to real systems. Set HOST to 127.0.0.1, or ALLOW_UNAUTHENTICATED to true.`,
  ];
}

/** Node reads this variable at every connection; a key must not go to a server that cannot show who it is. */
function unchecked(values: Environment): string[] {
  const anyReal = Object.values(given(values)).includes(true);
  if (!anyReal || values.NODE_TLS_REJECT_UNAUTHORIZED !== "0") return [];
  return [
    "NODE_TLS_REJECT_UNAUTHORIZED is 0, so that keys would go to servers whose certificates are not checked. Take it away; NODE_EXTRA_CA_CERTS adds a certificate authority of your own.",
  ];
}

function wantsOfWeb1on1({ WEB1ON1_TOKEN, WEB1ON1_EMAIL, WEB1ON1_PASSWORD }: Environment): string | undefined {
  if (WEB1ON1_TOKEN) return undefined;
  if (WEB1ON1_EMAIL) return WEB1ON1_PASSWORD ? undefined : "WEB1ON1_PASSWORD";
  return WEB1ON1_PASSWORD ? "WEB1ON1_EMAIL" : "WEB1ON1_TOKEN (or WEB1ON1_EMAIL and WEB1ON1_PASSWORD)";
}

function systemsOf(values: Settings): Pick<Config, "assembly" | "assembled" | "web1on1"> {
  const sandbox: Emulated = { mode: "sandbox" };
  const { ASSEMBLY_API_KEY, ASSEMBLED_API_KEY, WEB1ON1_TOKEN, WEB1ON1_EMAIL, WEB1ON1_PASSWORD } = values;
  const web1on1 = WEB1ON1_TOKEN
    ? { token: WEB1ON1_TOKEN }
    : WEB1ON1_EMAIL && WEB1ON1_PASSWORD && { email: WEB1ON1_EMAIL, password: WEB1ON1_PASSWORD };
  return {
    assembly: ASSEMBLY_API_KEY
      ? { mode: "real", baseUrl: values.ASSEMBLY_URL, apiKey: ASSEMBLY_API_KEY }
      : sandbox,
    assembled: ASSEMBLED_API_KEY
      ? {
          mode: "real",
          baseUrl: values.ASSEMBLED_URL,
          apiKey: ASSEMBLED_API_KEY,
          apiVersion: values.ASSEMBLED_API_VERSION,
        }
      : sandbox,
    web1on1: web1on1 ? { mode: "real", baseUrl: values.WEB1ON1_URL, credentials: web1on1 } : sandbox,
  };
}
