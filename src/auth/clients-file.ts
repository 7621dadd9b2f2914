import { z } from "zod";
import { ConfigError } from "../config/config.ts";
import { anonymousName, type Client, createClient } from "./client.ts";
import { scopesOf } from "./scopes.ts";

/** A client with the digests of its keys: one, or two while it changes from one to the other. */
export interface KeyedClient {
  readonly client: Client;
  /** SHA-256 of each key, in hexadecimal. */
  readonly digests: readonly string[];
}

/** In log, metrics and audit the name of a client with a token has a `:` in it, which none of these may. */
const namePattern = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;
const digestPattern = /^[0-9a-f]{64}$/;

const text = z.string("must be a text");
const wholeNumber = z.int("must be a whole number").min(1, "must be above 0");

/** The form of the file; messages complete a sentence that begins with the place. */
const fileOf = (systems: readonly string[]) => {
  const limits = z.strictObject(
    {
      operationsPerSecond: wholeNumber.exactOptional(),
      callsPerSecond: z
        .partialRecord(z.enum(systems), wholeNumber, "must be an object")
        .transform((rates) => rates as Readonly<Record<string, number>>)
        .exactOptional(),
      filesAtOnce: wholeNumber.exactOptional(),
    },
    "must be an object",
  );
  const client = z.strictObject(
    {
      name: text
        .regex(namePattern, "must be 1 to 64 of a-z, 0-9, ., _ and -, with a letter or digit at each end")
        .refine((name) => name !== anonymousName, "is the name of clients that show nothing"),
      sha256: z
        .array(text.regex(digestPattern, "must be 64 digits of 0-9 and a-f"), "must be a list")
        .refine(({ length }) => length === 1 || length === 2, "must hold one digest or two"),
      scopes: z.array(z.enum(scopesOf(systems), "is no scope that there is"), "must be a list"),
      limits: limits.exactOptional(),
    },
    "must be an object",
  );
  return z.strictObject({ clients: z.array(client, "must be a list") }, "must be an object");
};

/**
 * Reads the text of a file with clients.
 * @param systems by name; scopes and limits are of these.
 * @throws ConfigError with all problems by their place. No value stands in any.
 */
export function readClients(json: string, systems: readonly string[]): readonly KeyedClient[] {
  const read = fileOf(systems).safeParse(parsed(json));
  if (!read.success) throw new ConfigError(read.error.issues.flatMap(problemsOf));
  const { clients } = read.data;
  const problems = [
    ...repeated(clients.map(({ name }, index) => [name, `clients[${index}].name`])),
    ...repeated(
      clients.flatMap(({ sha256 }, index) =>
        sha256.map((digest, at): [string, string] => [digest, `clients[${index}].sha256[${at}]`]),
      ),
    ),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return clients.map(({ name, sha256, scopes, limits }) => ({
    client: createClient(name, scopes, limits),
    digests: sha256,
  }));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ConfigError(["CLIENTS_FILE is not JSON."]);
  }
}

function problemsOf(issue: z.core.$ZodIssue): string[] {
  const place = placeOf(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `CLIENTS_FILE: ${placeOf([...issue.path, key])} is not known.`);
  }
  return [`CLIENTS_FILE: ${place} ${issue.message}.`];
}

/** A path as code would write it. A name that is none of the format's may be a key that was put in a wrong place. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((before, part) => {
    if (typeof part === "number") return `${before}[${part}]`;
    const name = /^[A-Za-z0-9]{1,32}$/.test(String(part)) ? String(part) : "a member";
    return before === "" ? name : `${before}.${name}`;
  }, "") || "the whole";

/** @param places of values; what two have in common is told by the place of the later one. */
function repeated(places: readonly (readonly [value: string, place: string])[]): string[] {
  const first = new Map<string, string>();
  return places.flatMap(([value, place]) => {
    const earlier = first.get(value);
    if (earlier !== undefined) return [`CLIENTS_FILE: ${place} is that of ${earlier}, too.`];
    first.set(value, place);
    return [];
  });
}
