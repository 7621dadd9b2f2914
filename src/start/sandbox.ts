import type { Config } from "../config/config.ts";
import { readSettings } from "../config/setting.ts";
import type { System, SystemAddresses } from "../resolving/system.ts";
import type { OnStop } from "./on-stop.ts";

/** Where the systems are once those to be emulated run. */
export interface Sandboxed {
  readonly addresses: SystemAddresses;
  /** Names of those that are emulated. */
  readonly emulated: readonly string[];
}

/**
 * Starts emulators for the systems that are configured so, on loopback.
 * @param options.nowMs milliseconds since 1970; their data is laid around that day.
 */
export async function startSandbox(
  configs: Config["systems"],
  { nowMs, systems }: { readonly nowMs: number; readonly systems: readonly System[] },
  onStop: OnStop,
): Promise<Sandboxed> {
  const addresses: Record<string, SystemAddresses[string]> = {};
  const emulated: string[] = [];
  for (const system of systems) {
    const configured = configs[system.name];
    if (configured?.mode === "real") {
      addresses[system.name] = configured.address;
      continue;
    }
    const { start } = await system.emulator();
    const running = await start({ nowMs });
    onStop(running.close);
    addresses[system.name] = addressOf(system, running.settings);
    emulated.push(system.name);
  }
  return { addresses, emulated };
}

/** The address that the settings of an emulator lead to; what they leave out is as it is by default. */
function addressOf(system: System, settings: Readonly<Record<string, string | undefined>>) {
  const { values, problems } = readSettings(system.settings, settings);
  const configured = system.configure(values);
  if ("address" in configured && problems.length === 0) return configured.address;
  throw new Error(`The emulator of ${system.title} gives settings that do not lead to it.`);
}
