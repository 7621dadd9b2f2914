import type { AccessStrategy } from "../lists/access-strategy.ts";
import type {
  Clearable,
  LoaderDefinition,
  LoaderOf,
  LoaderScope,
  SettingOf,
  SystemParts,
} from "../lists/loader-definition.ts";
import type { ListStatistics } from "../lists/statistics.ts";
import type { Call } from "../rest/call.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { endpointsOf } from "./strategies/call-bounds.ts";

/** The loaders of one operation. */
export interface LoaderRegistry extends Clearable {
  readonly of: LoaderOf;
}

/**
 * Makes the loaders of one operation, each when it is first asked for.
 * @param partsOf what belongs to the system of an endpoint.
 * @param settingOf gives the settings that loaders go by. @default there are none
 */
export function createLoaderRegistry(
  partsOf: (endpoint: AnyEndpoint) => SystemParts,
  settingOf: SettingOf = noSettings,
): LoaderRegistry {
  const made = new Map<object, Clearable>();
  const of: LoaderOf = <Made extends Clearable>(definition: LoaderDefinition<Made>): Made => {
    const known = made.get(definition);
    if (known) return known as Made;
    const loader = definition.create({ of, settingOf, ...partsOf(firstEndpoint(definition.access)) });
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
function firstEndpoint(access: AccessStrategy): AnyEndpoint {
  const [endpoint] = endpointsOf(access);
  if (!endpoint) throw new Error("A loader has no way to its rows.");
  return endpoint;
}

/** Makes the scope of loaders of one system, for use without an operation of the gateway. */
export function createScope(call: Call, statistics: ListStatistics): LoaderScope & Clearable {
  const parts = { call, statistics };
  return Object.assign(
    { settingOf: noSettings },
    parts,
    createLoaderRegistry(() => parts),
  );
}

const noSettings: SettingOf = ({ system }) => {
  throw new Error(`There is no system ${system}.`);
};
