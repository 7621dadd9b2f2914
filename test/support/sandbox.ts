import { assembledCredentials } from "../../src/sandbox/assembled/credentials.ts";
import {
  type AssembledEmulatorOptions,
  createAssembledEmulator,
} from "../../src/sandbox/assembled/emulator.ts";
import { assemblyCredentials } from "../../src/sandbox/assembly/credentials.ts";
import { createAssemblyEmulator } from "../../src/sandbox/assembly/emulator.ts";
import type { AssemblyOptions } from "../../src/sandbox/assembly/options.ts";
import type { SandboxData } from "../../src/sandbox/data/sandbox-data.ts";
import type { DataSizes } from "../../src/sandbox/data/sizes.ts";
import type { Emulator, EmulatorSettings } from "../../src/sandbox/emulator.ts";
import { type Listening, listen } from "../../src/sandbox/http.ts";
import { web1on1Credentials } from "../../src/sandbox/web1on1/credentials.ts";
import { basePath, createWeb1on1Emulator } from "../../src/sandbox/web1on1/emulator.ts";
import type { Web1on1Options } from "../../src/sandbox/web1on1/options.ts";
import { createSandboxData } from "./sandbox-data.ts";

export { realTime } from "../../src/sandbox/real-time.ts";

/** The emulated systems whose data is made together. */
export type SystemName = keyof SandboxData;

/** The credentials that open each system. */
export const sandboxCredentials = {
  assembly: assemblyCredentials,
  assembled: assembledCredentials,
  web1on1: web1on1Credentials,
};

/** The parts that a sandbox is made from. */
export interface SandboxSettings extends EmulatorSettings {
  readonly sizes?: Partial<DataSizes>;
  /** Choices that the documents of the systems leave open, system by system. */
  readonly choices?: {
    readonly assembly?: Partial<AssemblyOptions>;
    readonly assembled?: AssembledEmulatorOptions;
    readonly web1on1?: Web1on1Options;
  };
}

/** The three systems over one set of data, without sockets. */
export interface Sandbox extends Readonly<Record<SystemName, Emulator>> {
  readonly credentials: typeof sandboxCredentials;
  /** The records that the systems started with; writes do not show here. */
  readonly data: SandboxData;
}

/** A sandbox that listens. */
export interface RunningSandbox {
  readonly sandbox: Sandbox;
  /** Base URLs of the systems that were asked for, as the gateway is configured with them. */
  readonly urls: Readonly<Partial<Record<SystemName, string>>>;
  close(): Promise<void>;
}

/** The path of each base URL. */
const basePaths: Readonly<Record<SystemName, string>> = { assembly: "", assembled: "", web1on1: basePath };

/** Makes the three systems, anchored to the day on which it is called. */
export function createSandbox(settings: SandboxSettings): Sandbox {
  const { sizes, choices, ...emulator } = settings;
  const data = createSandboxData(emulator.nowMs(), sizes);
  return {
    assembly: createAssemblyEmulator(data.assembly, emulator, choices?.assembly),
    assembled: createAssembledEmulator(data.assembled, emulator, choices?.assembled),
    web1on1: createWeb1on1Emulator(data.web1on1, emulator, choices?.web1on1),
    credentials: sandboxCredentials,
    data,
  };
}

/** Makes a sandbox and lets some of its systems listen, on free ports unless told which. */
export async function startSandbox(
  systems: readonly SystemName[],
  settings: SandboxSettings & {
    /** @default 127.0.0.1 */
    readonly host?: string;
    readonly ports?: Readonly<Partial<Record<SystemName, number>>>;
  },
): Promise<RunningSandbox> {
  const { host = "127.0.0.1", ports = {}, ...rest } = settings;
  const sandbox = createSandbox(rest);
  const listening: Listening[] = [];
  const close = async () => {
    await Promise.all(listening.map((server) => server.close()));
  };
  const urls: Partial<Record<SystemName, string>> = {};
  try {
    for (const system of systems) {
      const server = await listen(sandbox[system], { host, port: ports[system] ?? 0 });
      listening.push(server);
      urls[system] = server.url + basePaths[system];
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { sandbox, urls, close };
}
