import { readFileSync } from "node:fs";
import type { Environment, Setting } from "./setting.ts";

/** The environment with secrets in it that came in files, beside what is wrong with these. */
export interface SecretsRead {
  readonly environment: Environment;
  /** Sentences that name settings, and hold neither values nor what a file holds. */
  readonly problems: readonly string[];
}

/** The setting that gives the path of a file with a secret, as Docker and Kubernetes mount them. */
export const fileSettingOf = (name: string): string => `${name}_FILE`;

/** Stands for a secret that could not be read, so that it is not told to be missing as well. */
const unread = "unread";

/** Reads the secrets that are given by the paths of files. One line end at the end of a file is no part of its secret. */
export function readSecretFiles(settings: readonly Setting[], environment: Environment): SecretsRead {
  const secrets: Record<string, string> = {};
  const problems: string[] = [];
  for (const { name, secret } of settings) {
    const path = secret && environment[fileSettingOf(name)];
    if (!path) continue;
    const text = textOf(path);
    const problem = problemWith(text, environment[name]);
    if (problem) problems.push(`${fileSettingOf(name)} ${problem.replace("NAME", name)}.`);
    secrets[name] = problem ? unread : (text ?? unread);
  }
  return { environment: { ...environment, ...secrets }, problems };
}

function problemWith(text: string | undefined, given: string | undefined): string | undefined {
  if (given !== undefined) return "and NAME are both set; take one of them away";
  if (text === undefined) return "names a file that cannot be read";
  return /\S/.test(text) ? undefined : "names a file that is empty";
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").replace(/\r?\n$/, "");
  } catch {
    return undefined;
  }
}
