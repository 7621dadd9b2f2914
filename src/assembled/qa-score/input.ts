import { badInput } from "../../errors.ts";
import type { QaScoreInput } from "../../generated/resolvers.ts";
import { nonBlank, omitUndefined, optionalText } from "../../resolving/input.ts";
import { toUnixSeconds } from "../../resolving/time.ts";
import type { QaScoreBody } from "./endpoints.ts";

/** The greatest possible score where none is named (assembled-v0.txt:2127). */
const defaultMaxScore = 100;

/**
 * Scores in the words of the upstream. One ticket may have several.
 * @throws BAD_USER_INPUT for none, for one that is below 0 or above its greatest, and a blank text.
 */
export function newQaScores(inputs: readonly QaScoreInput[]): QaScoreBody[] {
  if (inputs.length === 0) throw badInput("qaScores holds none.");
  return inputs.map((input, at) => newQaScore(input, `qaScores[${at}]`));
}

function newQaScore(input: QaScoreInput, place: string): QaScoreBody {
  const { score } = input;
  const maxScore = input.maxScore ?? defaultMaxScore;
  if (score < 0 || score > maxScore) {
    throw badInput(`${place}.score is ${score}; it must be from 0 to ${maxScore}.`);
  }
  return {
    agent_email: input.agentEmail,
    ticket_created_at: toUnixSeconds(input.ticketCreatedAt),
    score,
    imported_id: nonBlank(input.importedId, `${place}.importedId`),
    ...omitUndefined({
      max_score: input.maxScore ?? undefined,
      agent_platform_id: optionalText(input.agentPlatformId, `${place}.agentPlatformId`),
      agent_name: optionalText(input.agentName, `${place}.agentName`),
      grader: optionalText(input.grader, `${place}.grader`),
      graded_at: input.gradedAt ? toUnixSeconds(input.gradedAt) : undefined,
    }),
  };
}
