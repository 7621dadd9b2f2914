import { callsOf, type FieldCosts } from "../../estimate/field-cost.ts";
import type {
  MutationCreateInteractionArgs,
  MutationReplyToInteractionArgs,
} from "../../generated/resolvers.ts";
import { interactions } from "../interaction/endpoints.ts";
import { newInteraction, newReply } from "../interaction/input.ts";

/** What writes of interactions cost. */
export const interactionFieldCosts: FieldCosts = {
  "Mutation.createInteraction": ({ input }: MutationCreateInteractionArgs) => {
    newInteraction(input);
    return { uses: [callsOf(interactions.create)] };
  },
  "Mutation.replyToInteraction": ({ input }: MutationReplyToInteractionArgs) => {
    newReply(input);
    return { uses: [callsOf(interactions.reply)] };
  },
};
