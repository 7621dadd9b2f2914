import { callsOf } from "../../estimate/field-cost.ts";
import { exactly } from "../../estimate/range.ts";
import { bulkPayload } from "../../fields/bulk-payload.ts";
import { ref } from "../../fields/reference.ts";
import { writeInParts } from "../../fields/write-in-parts.ts";
import type {
  MutationResolvers,
  MutationSetRequirementsArgs,
  QueryResolvers,
  RequirementResolvers,
} from "../../generated/resolvers.ts";
import type { Noun } from "../../resolving/noun.ts";
import { requirementTypeById, requirementTypeKind } from "../requirement-type/requirement-type.ts";
import { partsOf } from "../spans.ts";
import { windowPage } from "../window-page.ts";
import { type RequirementJson, requirements } from "./endpoints.ts";
import { requirementBodies, requirementSelection } from "./input.ts";
import { idOf, longestPart, readRequirements } from "./window-read.ts";

const Query = {
  requirements: windowPage({
    selectionOf: requirementSelection,
    usesOf: (selection) =>
      selection.types?.length === 0
        ? []
        : [callsOf(requirements.list, exactly(partsOf(selection, longestPart).length))],
    read: readRequirements,
    idOf,
  }),
} satisfies QueryResolvers;

const Mutation = {
  setRequirements: writeInParts(
    ({ input }: MutationSetRequirementsArgs) => ({
      endpoint: requirements.create,
      parts: requirementBodies(input.requirements).map((body) => ({ body, inputCount: 1 })),
    }),
    (body, call) => call(requirements.create, { body }),
  ),
} satisfies MutationResolvers;

const Requirement = {
  type: ref(requirementTypeKind, requirementTypeById, ({ requirement_type_id: id }: RequirementJson) => id),
} satisfies RequirementResolvers;

/** Agents that are required, interval by interval. */
export const requirement: Noun = {
  endpoints: { requirements },
  resolvers: { Query, Mutation, Requirement, SetRequirementsPayload: bulkPayload("parts") },
};
