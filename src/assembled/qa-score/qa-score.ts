import { bulkPayload } from "../../fields/bulk-payload.ts";
import { partsOfAtMost, writeInParts } from "../../fields/write-in-parts.ts";
import type { MutationCreateQaScoresArgs, MutationResolvers } from "../../generated/resolvers.ts";
import type { Noun } from "../../resolving/noun.ts";
import { qaScores, qaScoresPerCall } from "./endpoints.ts";
import { newQaScores } from "./input.ts";

const Mutation = {
  createQaScores: writeInParts(
    ({ input }: MutationCreateQaScoresArgs) => ({
      endpoint: qaScores.bulk,
      parts: partsOfAtMost(newQaScores(input.qaScores), qaScoresPerCall, (scores) => ({ scores })),
    }),
    (body, call) => call(qaScores.bulk, { body }),
  ),
} satisfies MutationResolvers;

/** Grades of agents' work, which are handed over and never read. */
export const qaScore: Noun = {
  endpoints: { qaScores },
  resolvers: { Mutation, CreateQaScoresPayload: bulkPayload("parts") },
};
