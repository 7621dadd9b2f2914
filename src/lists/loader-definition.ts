import type { Call } from "../rest/call.ts";
import type { AccessStrategy } from "./access-strategy.ts";
import type { ListStatistics } from "./statistics.ts";

/** Anything that remembers what an operation has read, and forgets it after a write. */
export interface Clearable {
  clearAll(): void;
}

/** Anything that can begin to read before it is asked for a row. */
export interface Ahead extends Clearable {
  /** Begins to read, as far as that takes no budget from calls that are needed for sure. */
  readAhead(): void;
}

/** A loader as it is declared, once for the process. */
export interface LoaderDefinition<Made extends Clearable> {
  /** How it gets its rows: the ways among which the planner chooses. */
  readonly access: AccessStrategy;
  /** Lists that it reads whatever it is asked for, so that this may begin before the first key is known. @default none */
  readonly ahead?: readonly LoaderDefinition<Ahead>[];
  /** Makes it for one operation. */
  create(scope: LoaderScope): Made;
}

/** Gives the loader of a definition, which is made when an operation first asks for it. */
export type LoaderOf = <Made extends Clearable>(definition: LoaderDefinition<Made>) => Made;

/** Gives a setting of a system. */
export type SettingOf = <Value>(setting: {
  readonly system: string;
  read(address: { readonly baseUrl: string; readonly [fact: string]: unknown }): Value;
}) => Value;

/** The parts that a loader is made from, for one operation. */
export interface LoaderScope extends SystemParts {
  /** Any other loader of the operation, of whichever system. */
  readonly of: LoaderOf;
  readonly settingOf: SettingOf;
}

/** The parts that all loaders of one system are made from. */
export interface SystemParts {
  readonly call: Call;
  readonly statistics: ListStatistics;
}
