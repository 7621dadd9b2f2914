import type { Config } from "./config/config.ts";
import { realTime, type SystemName, startSandbox } from "./sandbox/sandbox.ts";
import type { SystemAddresses } from "./systems.ts";

/** Where the systems are once those to be emulated run. */
export interface Sandboxed {
  readonly addresses: SystemAddresses;
  readonly emulated: readonly SystemName[];
  closeSandbox(): Promise<void>;
}

/** Starts emulators for the systems that are configured so, on loopback. */
export async function addSandbox(config: Config): Promise<Sandboxed> {
  const { assembly, assembled, web1on1 } = config;
  const emulated = (["assembly", "assembled", "web1on1"] as const).filter(
    (system) => config[system].mode === "sandbox",
  );
  const { sandbox, urls, close } = await startSandbox(emulated, realTime);
  const { credentials } = sandbox;
  const urlOf = (system: SystemName) => urls[system] ?? "";
  return {
    addresses: {
      assembly:
        assembly.mode === "real"
          ? assembly
          : { baseUrl: urlOf("assembly"), apiKey: credentials.assembly.apiKey },
      assembled:
        assembled.mode === "real"
          ? assembled
          : {
              baseUrl: urlOf("assembled"),
              apiKey: credentials.assembled.apiKey,
              apiVersion: "2024-05-22",
            },
      web1on1:
        web1on1.mode === "real"
          ? web1on1
          : { baseUrl: urlOf("web1on1"), credentials: { token: credentials.web1on1.token } },
    },
    emulated,
    closeSandbox: close,
  };
}
