import type { qaScores as endpoints, QaScoreBody } from "../../assembled/qa-score/endpoints.ts";
import type { VerbHandlers } from "../emulator.ts";
import { bulkOf, filledOf, numberOf, objectOf, optional, secondsOf, textOf } from "./fields.ts";
import type { AssembledState } from "./state.ts";

/** Answers the route of scores (assembled-v0.txt:2132-2162): a batch is taken whole or not at all, and twice makes two. */
export function createQaScoreHandlers(state: AssembledState): VerbHandlers<typeof endpoints> {
  const scoreOf = (item: unknown): QaScoreBody => {
    const fields = objectOf(item, "scores");
    return {
      agent_email: filledOf(fields.agent_email, "agent_email"),
      ticket_created_at: secondsOf(fields.ticket_created_at, "ticket_created_at"),
      score: numberOf(fields.score, "score"),
      imported_id: filledOf(fields.imported_id, "imported_id"),
      ...optional(fields, "max_score", numberOf),
      ...optional(fields, "agent_platform_id", textOf),
      ...optional(fields, "agent_name", textOf),
      ...optional(fields, "grader", textOf),
      ...optional(fields, "graded_at", secondsOf),
    };
  };
  return {
    bulk: ({ body }) => {
      const scores = bulkOf(body, "scores").map(scoreOf);
      state.qaScores.push(...scores);
      return { status: 200 };
    },
  };
}
