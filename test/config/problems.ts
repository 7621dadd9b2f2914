import { expect } from "vitest";
import { ConfigError, readConfig as readConfigOf } from "../../src/config/config.ts";
import type { Environment } from "../../src/config/setting.ts";
import { systems } from "../../src/systems.ts";

/** Reads an environment for the three systems. */
export const readConfig = (env: Environment) => readConfigOf(env, systems);

/** The problems of an environment; they repeat neither a secret nor the path of one, which tests plant. */
export function problemsOf(env: Environment): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.message).not.toContain("planted");
    return error.problems;
  }
  return [];
}
