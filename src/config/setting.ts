import type { ZodType } from "zod";

/** A setting as it was read, or what is wrong with its text: "is not a port". */
export type Parsed<Value> = { readonly value: Value } | { readonly problems: readonly string[] };

/** One environment variable that the gateway reads. */
export interface Setting<Value = unknown> {
  readonly name: string;
  /** Its purpose, as help and `.env.example` tell it. */
  readonly about: string;
  /** Text that stands in for one that is not set. @default none: the setting has no value */
  readonly byDefault?: string;
  /** Whether it opens something, so that it may come in a file (`secret-files.ts`). @default it does not */
  readonly secret?: boolean;
  /** Reads a text that is set. No problem repeats the text, which may be a secret. */
  readonly parse: (text: string) => Parsed<Value>;
}

/** Makes the `parse` of a setting from a schema of zod, whose messages complete a sentence that begins with the name. */
export const parsedBy =
  <Value>(schema: ZodType<Value>) =>
  (text: string): Parsed<Value> => {
    const read = schema.safeParse(text);
    return read.success
      ? { value: read.data }
      : { problems: read.error.issues.map(({ message }) => message) };
  };

/** Values of settings by name; without a default one may be undefined. */
export type ValuesOf<Settings extends readonly Setting[]> = {
  readonly [Entry in Settings[number] as Entry["name"]]:
    | (Entry extends Setting<infer Value> ? Value : never)
    | (Entry extends { readonly byDefault: string } ? never : undefined);
};

/** A list of settings that keeps their names and types. */
export const settingList = <const Settings extends readonly Setting[]>(settings: Settings): Settings =>
  settings;

/** The settings of an environment; names have values that are not empty. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Values by name, beside all problems by the name of the setting that has them. */
export interface ReadSettings<Values> {
  /** A setting with a problem has its text for its value; it must not be used but to see that it is set. */
  readonly values: Values;
  readonly problems: readonly { readonly name: string; readonly problem: string }[];
}

/** Reads settings, in their order. */
export function readSettings<const Settings extends readonly Setting[]>(
  settings: Settings,
  environment: Environment,
): ReadSettings<ValuesOf<Settings>> {
  const problems: { readonly name: string; readonly problem: string }[] = [];
  const values = settings.map(({ name, byDefault, parse }): [string, unknown] => {
    const text = environment[name] ?? byDefault;
    if (text === undefined) return [name, undefined];
    const parsed = parse(text);
    if ("value" in parsed) return [name, parsed.value];
    problems.push(...parsed.problems.map((problem) => ({ name, problem: `${name} ${problem}.` })));
    return [name, text];
  });
  return { values: Object.fromEntries(values) as ValuesOf<Settings>, problems };
}
