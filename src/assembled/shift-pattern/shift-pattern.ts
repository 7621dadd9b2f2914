import { useOf } from "../../estimate/field-cost.ts";
import { anyNumber } from "../../estimate/range.ts";
import { all, byId } from "../../fields/look-up.ts";
import { page } from "../../fields/page.ts";
import { ref } from "../../fields/reference.ts";
import type {
  QueryResolvers,
  ShiftPatternPeopleArgs,
  ShiftPatternResolvers,
  ShiftTimeResolvers,
} from "../../generated/resolvers.ts";
import { loadExisting } from "../../loaders/promise-or-value.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { pageOfNoRows, pageRequest } from "../../resolving/pagination.ts";
import { connectionOfAll } from "../../resolving/whole-page.ts";
import { textIn } from "../../rest/row-values.ts";
import type { PersonJson } from "../person/endpoints.ts";
import { agentKind, personByAgentId } from "../person/loaders.ts";
import { type ShiftPatternJson, shiftPatterns } from "./endpoints.ts";
import {
  agentIdsOf,
  allShiftPatterns,
  shiftPatternByAgentId,
  shiftPatternById,
  shiftPatternKind,
} from "./loaders.ts";
import { Mutation, payloads } from "./writes.ts";

const Query = {
  shiftPattern: byId(shiftPatternKind, shiftPatternById),
  shiftPatterns: all(shiftPatternById, allShiftPatterns),
} satisfies QueryResolvers;

const ShiftPattern = {
  ...identity(shiftPatternKind),
  // An empty text stands for none of these.
  description: ({ description }) => description || null,
  authorEmail: ({ user_email }) => user_email || null,
  // A text of digits is read as a number where it is answered.
  excludedDurationSeconds: ({ excluded_duration_seconds: seconds }) =>
    seconds === "" ? null : (seconds as number | null),
  assignedCount: (pattern) => pattern.assigned_agent_count ?? agentIdsOf(pattern).length,
  people: page(
    useOf(personByAgentId, anyNumber),
    async (pattern: ShiftPatternJson, args: ShiftPatternPeopleArgs, { of }) => {
      const request = pageRequest(args);
      if (request.first === 0) return pageOfNoRows<PersonJson>(request);
      const all = await loadExisting(of(personByAgentId), agentIdsOf(pattern));
      return connectionOfAll(request, { all, idOf: ({ id }: PersonJson) => id });
    },
  ),
} satisfies ShiftPatternResolvers;

const ShiftTime = { dayOfWeek: ({ day_of_week }) => textIn(day_of_week) } satisfies ShiftTimeResolvers;

const Person = {
  shiftPattern: ref(agentKind, shiftPatternByAgentId, ({ agent_id }: PersonJson) => agent_id),
};

/** Weekly plans of working hours, which agents are put on. */
export const shiftPattern: Noun = {
  endpoints: { shiftPatterns },
  loaders: { allShiftPatterns, shiftPatternById, shiftPatternByAgentId },
  nodes: [{ kind: shiftPatternKind, loader: shiftPatternById }],
  resolvers: { Query, Mutation, ShiftPattern, ShiftTime, Person, ...payloads },
};
