import { GatewayError } from "../../errors.ts";
import type { MutationResolvers } from "../../generated/resolvers.ts";
import { filesOf } from "../../uploads/upload.ts";
import { interactions } from "./endpoints.ts";
import { newInteraction, newReply } from "./input.ts";

const megabyte = 1024 * 1024;
const imageLimits = { mostBytes: 4 * megabyte, images: true } as const;
const fileLimits = { mostBytes: 32 * megabyte };

/** Writes of interactions. */
export const Mutation: Pick<MutationResolvers, "createInteraction" | "replyToInteraction"> = {
  createInteraction: async (_, { input }, { call }) => {
    const interaction = newInteraction(input);
    const sourceSpecificId = interaction.source_specific_id;
    const files = input.images?.length ? filesOf(input.images, imageLimits) : undefined;
    const ticketNumber = await call
      .assembly(interactions.create, { body: { ...interaction, files } })
      .catch((error: unknown) => {
        throw isOutcomeUnknown(error) ? mayBeSentAgain(error, sourceSpecificId) : error;
      });
    return { sourceSpecificId, ticketNumber };
  },
  replyToInteraction: async (_, { input }, { call }) => {
    const { query, body } = newReply(input);
    const files = input.files?.length ? filesOf(input.files, fileLimits) : undefined;
    const id = await call
      .assembly(interactions.reply, { query, body: { ...body, files } })
      .catch((error: unknown) => {
        throw isOutcomeUnknown(error) ? cannotBeRead(error) : error;
      });
    return { id };
  },
};

const isOutcomeUnknown = (error: unknown): error is GatewayError =>
  error instanceof GatewayError && error.code === "UPSTREAM_OUTCOME_UNKNOWN";

const mayBeSentAgain = ({ code, facts }: GatewayError, sourceSpecificId: string): GatewayError =>
  new GatewayError(
    code,
    `The ticket was sent to Assembly, but whether it was created is not known; send it again with sourceSpecificId ${JSON.stringify(sourceSpecificId)}, which cannot create a second one.`,
    { ...facts, sourceSpecificId },
  );

const cannotBeRead = ({ code, facts }: GatewayError): GatewayError =>
  new GatewayError(
    code,
    "The reply was sent to Assembly, but whether it was written is not known, and replies cannot be read here; look at the ticket in Assembly before sending it again.",
    facts,
  );
