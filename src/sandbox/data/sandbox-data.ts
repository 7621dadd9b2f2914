import type { AssembledData } from "./assembled/stored.ts";
import type { AssemblyData } from "./assembly/stored.ts";
import type { Web1on1Data } from "./web1on1/stored.ts";

/** The records that the three systems start with. */
export interface SandboxData {
  readonly assembly: AssemblyData;
  readonly assembled: AssembledData;
  readonly web1on1: Web1on1Data;
}
