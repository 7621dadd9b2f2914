import type { ConfigurableSystem, SystemAddress } from "../config/configurable-system.ts";
import type { Environment } from "../config/setting.ts";
import type { Call } from "../rest/call.ts";
import type { Clock } from "../rest/clock.ts";
import type { Api } from "../rest/endpoint.ts";
import type { UpstreamDefinition } from "../rest/upstream.ts";
import type { Noun } from "./noun.ts";

/** Where the systems are, and what opens each, by name. */
export type SystemAddresses = Readonly<Record<string, SystemAddress>>;

/** The part of an upstream that its system states; the rest follows from the system. */
export type UpstreamFacts = Omit<UpstreamDefinition, "name" | "title" | "api">;

/** An emulator that listens. */
export interface RunningEmulator {
  /** Settings that lead the gateway to it: its URL, and what opens it. */
  readonly settings: Environment;
  /** Settings that open it as well. @default none */
  readonly alternatives?: Environment;
  close(): Promise<void>;
}

/** An emulator of a system, as the gateway starts it. */
export interface SystemEmulator {
  /** Starts one on a loopback address. */
  start(options: {
    /** Milliseconds since 1970; its made-up data is laid around that day. */
    readonly nowMs: number;
    /** @default a free one */
    readonly port?: number;
  }): Promise<RunningEmulator>;
}

/** Everything that is particular to one system, its nouns aside. */
export interface SystemFacts<Address extends SystemAddress = SystemAddress>
  extends ConfigurableSystem<Address> {
  upstream(address: Address, clock: Clock): UpstreamFacts;
  /** Loads its emulator, which nothing else does: neither code nor data of it is read where the system is real. */
  emulator(): Promise<SystemEmulator>;
}

/** One system: everything that is particular to it. */
export interface System extends SystemFacts {
  readonly nouns: readonly Noun[];
  /** Values of its enums upstream, by type of the schema. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Makes one cheap read that takes the credential, to see whether it is good. */
  probe(call: Call): Promise<unknown>;
  /** SDL beside the files of `schema/<name>/`. @default none */
  readonly typeDefs?: string;
}

/** Every endpoint of some nouns, by the names that `invalidates` knows them by. */
export const apiOf = (nouns: readonly Pick<Noun, "endpoints">[]): Api =>
  Object.assign({}, ...nouns.map(({ endpoints }) => endpoints));

/** Makes a system's upstream, as the engine calls it. */
export const upstreamOf = (
  system: Omit<System, "enums" | "probe" | "typeDefs">,
  address: SystemAddress,
  clock: Clock,
): UpstreamDefinition => ({
  name: system.name,
  title: system.title,
  api: apiOf(system.nouns),
  ...system.upstream(address, clock),
});
