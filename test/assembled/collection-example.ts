import type { SandboxData } from "../../src/sandbox/data/sandbox-data.ts";
import { idsOf, type NodeExample } from "../support/examples.ts";
import { unknownUuid } from "./keys.ts";

type Collection =
  | "activityTypes"
  | "requirementTypes"
  | "roles"
  | "shiftPatterns"
  | "queues"
  | "sites"
  | "teams"
  | "skills";

/**
 * A type whose rows come whole in one call.
 * @param asked ids that operations ask for. @default none
 */
export const collectionNode = (
  type: string,
  rows: Collection,
  list: string,
  asked: NodeExample["asked"] = () => [],
): NodeExample => ({
  system: "assembled",
  type,
  listed: ({ assembled }: SandboxData) => idsOf(assembled[rows]),
  asked,
  list,
  pageSize: Number.POSITIVE_INFINITY,
  unknownId: unknownUuid,
});
