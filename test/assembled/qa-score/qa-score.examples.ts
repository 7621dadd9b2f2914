import type { NounExamples } from "../../support/examples.ts";

const score = `{ agentEmail: "a@helpdesk.example", ticketCreatedAt: "2026-03-03T09:00:00Z", score: 85, importedId: "t-1" }`;

/** Scores. */
export const examples: NounExamples = {
  arguments: () => ({ Mutation: { createQaScores: [`(input: { qaScores: [${score}] })`] } }),
};
