import type {
  MutationCreateInteractionArgs,
  MutationReplyToInteractionArgs,
} from "../../generated/resolvers.ts";
import { calls, type FieldCosts } from "../../plan/field-cost.ts";
import { interactions } from "../api/interaction.ts";
import { newInteraction, newReply } from "../interaction-input.ts";

/** What writes of interactions cost. */
export const interactionFieldCosts: FieldCosts = {
  "Mutation.createInteraction": ({ input }: MutationCreateInteractionArgs) => {
    newInteraction(input);
    return { asks: [calls(interactions.create)] };
  },
  "Mutation.replyToInteraction": ({ input }: MutationReplyToInteractionArgs) => {
    newReply(input);
    return { asks: [calls(interactions.reply)] };
  },
};
