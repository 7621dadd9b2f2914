import type { SystemAddress } from "../config/configurable-system.ts";

/** A setting of a system that its fields go by. */
export interface SystemSetting<Value> {
  /** Name of the system. */
  readonly system: string;
  /** Reads it among the facts that the system's settings were made into. */
  read(address: SystemAddress): Value;
}
