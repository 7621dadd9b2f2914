import { assembled } from "./assembled/index.ts";
import { assembly } from "./assembly/index.ts";
import type { System } from "./resolving/system.ts";
import { web1on1 } from "./web1on1/index.ts";

/** Every system that the gateway joins, in the order in which help, settings and documents name them. */
export const systems: readonly System[] = [assembly, assembled, web1on1];
