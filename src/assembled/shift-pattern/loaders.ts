import type { KeysOf } from "../../lists/indexed-rows.ts";
import { sliceRead } from "../../lists/keyed-read.ts";
import { wholeCollection } from "../../lists/list.ts";
import { fromCollection } from "../../loaders/collection.ts";
import { oneByField } from "../../loaders/many-by-field.ts";
import { idIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { type ShiftPatternJson, shiftPatterns } from "./endpoints.ts";

/** Ids of shift patterns. */
export const shiftPatternKind = kind("ShiftPattern");

/**
 * All shift patterns. One is found in it, too: the read by id has a heading with another path than its siblings, and an
 * example that calls the list (assembled-v0.txt:2880-2888).
 */
export const allShiftPatterns = wholeCollection<ShiftPatternJson>(
  "shiftPatterns",
  sliceRead(shiftPatterns.list, () => ({})),
);

/** Shift patterns by id. */
export const shiftPatternById = fromCollection(allShiftPatterns);

/** Ids of the agents who are on a shift pattern. */
export const agentIdsOf: KeysOf<ShiftPatternJson> = ({ assigned_agent_ids: ids }) =>
  Array.isArray(ids) ? ids.flatMap((id) => idIn(id) ?? []) : [];

/** The shift pattern of an agent. */
export const shiftPatternByAgentId = oneByField(allShiftPatterns, agentIdsOf);
