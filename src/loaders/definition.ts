import type { ListSizes } from "../lists/statistics.ts";
import type { Call } from "../rest/call.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import type { AccessPath } from "./access.ts";

/** Anything that remembers what an operation has read, and forgets it after a write. */
export interface Forgetful {
  clearAll(): void;
}

/** A loader as it is declared, once for the process. */
export interface Definition<Made extends Forgetful> {
  /** The ways to its rows, among which the planner chooses. */
  readonly access: readonly AccessPath[];
  /** Makes it for one operation. */
  make(scope: Scope): Made;
}

/** Gives the loader of a definition, which is made when an operation first asks for it. */
export type LoaderOf = <Made extends Forgetful>(definition: Definition<Made>) => Made;

/** Gives a setting of a system. */
export type SettingOf = <Value>(setting: {
  readonly system: string;
  read(address: { readonly baseUrl: string; readonly [fact: string]: unknown }): Value;
}) => Value;

/** The parts that a loader is made from, for one operation. */
export interface Scope extends SystemParts {
  /** Any other loader of the operation, of whichever system. */
  readonly of: LoaderOf;
  readonly settingOf: SettingOf;
}

/** The parts that all loaders of one system are made from. */
export interface SystemParts {
  readonly call: Call;
  readonly sizes: ListSizes;
}

/** The loaders of one operation. */
export interface LoaderSet extends Forgetful {
  readonly of: LoaderOf;
}

/**
 * Makes the loaders of one operation, each when it is first asked for.
 * @param partsOf what belongs to the system of an endpoint.
 * @param settingOf gives the settings that loaders go by. @default there are none
 */
export function createLoaderSet(
  partsOf: (endpoint: AnyEndpoint) => SystemParts,
  settingOf: SettingOf = noSettings,
): LoaderSet {
  const made = new Map<object, Forgetful>();
  const of: LoaderOf = <Made extends Forgetful>(definition: Definition<Made>): Made => {
    const known = made.get(definition);
    if (known) return known as Made;
    const loader = definition.make({ ...partsOf(firstEndpoint(definition.access)), of, settingOf });
    made.set(definition, loader);
    return loader;
  };
  return {
    of,
    clearAll() {
      for (const loader of made.values()) loader.clearAll();
    },
  };
}

/**
 * An endpoint that a loader reads: all of them belong to one system, but for joins, which call nothing by themselves.
 * @throws Error for a loader without a way to its rows.
 */
function firstEndpoint(access: readonly AccessPath[]): AnyEndpoint {
  const [path] = access;
  if (!path) throw new Error("A loader has no way to its rows.");
  return path.kind === "through" ? firstEndpoint(path.access) : path.row;
}

/** Makes the scope of loaders of one system, for use without an operation of the gateway. */
export function createScope(call: Call, sizes: ListSizes): Scope & Forgetful {
  const parts = { call, sizes };
  return { ...parts, ...createLoaderSet(() => parts), settingOf: noSettings };
}

const noSettings: SettingOf = ({ system }) => {
  throw new Error(`There is no system ${system}.`);
};
