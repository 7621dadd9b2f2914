import { contactCases, showcase, ticketCases } from "../../../src/sandbox/data/showcase.ts";
import type { NounExamples } from "../../support/examples.ts";

/** Interactions, which can only be written. */
export const examples: NounExamples = {
  arguments: () => ({
    Mutation: {
      createInteraction: [
        `(input: { query: "Why?", user: { id: "${contactCases.email.contactId}" }, company: { sourceSpecificId: "${showcase.account.sourceSpecificId}" } })`,
      ],
      replyToInteraction: [
        `{ id: "${ticketCases.email.ticketId}" }`,
        `{ sourceSpecificId: "${ticketCases.api.sourceSpecificId}" }`,
      ].map((by) => `(input: { interaction: ${by}, content: "Because.", user: { id: "a" } })`),
    },
  }),
};
