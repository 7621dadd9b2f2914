import { authSettings } from "./auth-settings.ts";
import type { ConfigurableSystem } from "./configurable-system.ts";
import { gatewaySettings } from "./gateway-settings.ts";
import { limitSettings } from "./limit-settings.ts";
import { observationSettings } from "./observation-settings.ts";
import { operationSettings } from "./operation-settings.ts";
import { replicaSettings } from "./replica-settings.ts";
import type { Setting } from "./setting.ts";
import { subgraphSettings } from "./subgraph-settings.ts";

/** The settings that belong together, under the title that help gives them. */
export interface SettingSection {
  readonly title: string;
  readonly settings: readonly Setting[];
}

const ownSections = (systems: readonly ConfigurableSystem[]) => {
  const names = systems.map(({ name }) => name);
  return {
    Gateway: gatewaySettings(names),
    Clients: authSettings,
    Operations: operationSettings,
    Federation: subgraphSettings,
    Limits: limitSettings,
    Replicas: replicaSettings,
    Observation: observationSettings(names),
  };
};

/** The settings of the gateway itself. */
export const ownSettings = (systems: readonly ConfigurableSystem[]) =>
  Object.values(ownSections(systems)).flat();

/** Every environment variable that the gateway reads; help and `.env.example` are printed from it. */
export const settingSections = (systems: readonly ConfigurableSystem[]): readonly SettingSection[] => [
  ...Object.entries(ownSections(systems)).map(([title, settings]) => ({ title, settings })),
  ...systems,
];
