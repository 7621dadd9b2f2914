import { useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { isSelected } from "../../estimate/selected-fields.ts";
import { payload } from "../../fields/payload.ts";
import { write } from "../../fields/write.ts";
import type {
  MutationAssignShiftPatternArgs,
  MutationCreateShiftPatternArgs,
  MutationDeleteShiftPatternArgs,
  MutationResolvers,
  MutationUnassignShiftPatternArgs,
  MutationUpdateShiftPatternArgs,
  PersonLookup,
} from "../../generated/resolvers.ts";
import type { LoaderOf } from "../../lists/loader-definition.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { checkFilled } from "../../resolving/input.ts";
import { absent, explainRejection } from "../explain-rejection.ts";
import { allPeople } from "../person/loaders.ts";
import {
  agentOf,
  agentUses,
  isAgent,
  type PersonReference,
  personIdOf,
  personIdUses,
  personReference,
  unreadAgents,
} from "../person/look-up.ts";
import { readMade } from "../read-made.ts";
import { shiftPatterns } from "./endpoints.ts";
import { newShiftPattern, shiftPatternChanges } from "./input.ts";
import { allShiftPatterns, shiftPatternById, shiftPatternKind } from "./loaders.ts";
import { idByName, rejectionReason } from "./names.ts";

/** Writes of shift patterns. */
export const Mutation = {
  createShiftPattern: write(
    ({ input }: MutationCreateShiftPatternArgs) => {
      const author = personReference(input.author);
      return {
        endpoint: shiftPatterns.create,
        author,
        pattern: newShiftPattern(input),
        uses: [...personIdUses([author]), useOf(allShiftPatterns, atMost(1))],
      };
    },
    async ({ endpoint, author, pattern }, { call, of }) => {
      const body = { ...pattern, user_id: await personIdOf(of, author) };
      const created = await explainRejection(call(endpoint, { body }), () => rejectionReason(of, body));
      const id = created?.id ?? (await readMade(idByName(of, pattern.name), endpoint, "shift pattern"));
      return { shiftPatternId: toGlobalId(shiftPatternKind, id) };
    },
  ),
  updateShiftPattern: write(
    ({ id, input }: MutationUpdateShiftPatternArgs) => {
      const author = personReference(input.author);
      return {
        endpoint: shiftPatterns.update,
        id: sourceIdOf(shiftPatternKind, id),
        author,
        changes: shiftPatternChanges(input),
        uses: personIdUses([author]),
      };
    },
    async ({ endpoint, id, author, changes }, { call, of }) => {
      const body = { ...changes, user_id: await personIdOf(of, author) };
      await explainRejection(call(endpoint, { id, body }), () => rejectionReason(of, body, id));
      return { shiftPatternId: toGlobalId(shiftPatternKind, id) };
    },
  ),
  deleteShiftPattern: write(
    ({ id }: MutationDeleteShiftPatternArgs) => ({
      endpoint: shiftPatterns.delete,
      id: sourceIdOf(shiftPatternKind, id),
    }),
    async ({ endpoint, id }, { call }) => {
      await call(endpoint, { id });
      return { deletedShiftPatternId: toGlobalId(shiftPatternKind, id) };
    },
  ),
  assignShiftPattern: write(
    ({ id, people }: MutationAssignShiftPatternArgs) => ({
      endpoint: shiftPatterns.assign,
      id: sourceIdOf(shiftPatternKind, id),
      ...agentReferences(people),
    }),
    async ({ endpoint, id, references }, { access, call, of }, info) => {
      // All people of the pattern are found in the roster, which may as well show those who are named.
      const isRosterRead = isSelected(info, ["shiftPattern", "people"], access) && !references.every(isAgent);
      if (isRosterRead)
        void of(allPeople)
          .readNext()
          .catch(() => {});
      const agents = await agentsBehind(of, references);
      await explainRejection(
        call(endpoint, { body: { shift_pattern_id: id, agent_ids: idsOf(agents) } }),
        () =>
          absent(of, [{ name: "shift pattern", ids: [id], loader: shiftPatternById }, unreadAgents(agents)]),
      );
      return { shiftPatternId: toGlobalId(shiftPatternKind, id) };
    },
  ),
  unassignShiftPattern: write(
    ({ people }: MutationUnassignShiftPatternArgs) => ({
      endpoint: shiftPatterns.unassign,
      ...agentReferences(people),
    }),
    async ({ endpoint, references }, { call, of }) => {
      const agents = await agentsBehind(of, references);
      const agentIds = idsOf(agents);
      await explainRejection(call(endpoint, { body: { agent_ids: agentIds } }), () =>
        absent(of, [unreadAgents(agents)]),
      );
      return { agentIds };
    },
  ),
} satisfies MutationResolvers;

// No document shows what writes answer, so the pattern is read when it is selected.
const writtenPattern = payload("shiftPattern", shiftPatternKind, shiftPatternById);

/** The objects in payloads, by type. */
export const payloads = {
  CreateShiftPatternPayload: writtenPattern,
  UpdateShiftPatternPayload: writtenPattern,
  AssignShiftPatternPayload: writtenPattern,
};

function agentReferences(people: readonly PersonLookup[]) {
  checkFilled(people, "people");
  const references = people.map(personReference);
  return { references, uses: agentUses(references) };
}

const agentsBehind = (of: LoaderOf, references: readonly PersonReference[]) =>
  Promise.all(references.map((reference) => agentOf(of, reference)));

const idsOf = (agents: readonly { readonly agentId: string }[]): string[] => [
  ...new Set(agents.map(({ agentId }) => agentId)),
];
