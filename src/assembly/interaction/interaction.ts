import { GatewayError } from "../../errors.ts";
import { write } from "../../fields/write.ts";
import type {
  MutationCreateInteractionArgs,
  MutationReplyToInteractionArgs,
  MutationResolvers,
} from "../../generated/resolvers.ts";
import type { Noun } from "../../resolving/noun.ts";
import { type FileLimits, filesOf } from "../../uploads/upload.ts";
import { interactions } from "./endpoints.ts";
import { newInteraction, newReply } from "./input.ts";

const megabyte = 1024 * 1024;
const imageLimits: FileLimits = {
  mostBytes: 4 * megabyte,
  images: { types: ["image/jpeg", "image/png"] },
};
const fileLimits = { mostBytes: 32 * megabyte };

const Mutation = {
  createInteraction: write(
    ({ input }: MutationCreateInteractionArgs) => ({
      endpoint: interactions.create,
      body: newInteraction(input),
      images: input.images,
    }),
    async ({ endpoint, body, images }, { call }) => {
      const sourceSpecificId = body.source_specific_id;
      const files = images?.length ? filesOf(images, imageLimits) : undefined;
      const ticketNumber = await call(endpoint, { body: { ...body, files } }).catch((error: unknown) => {
        throw isOutcomeUnknown(error) ? mayBeSentAgain(error, sourceSpecificId) : error;
      });
      return { sourceSpecificId, ticketNumber };
    },
  ),
  replyToInteraction: write(
    ({ input }: MutationReplyToInteractionArgs) => ({
      endpoint: interactions.reply,
      ...newReply(input),
      files: input.files,
    }),
    async ({ endpoint, query, body, files: given }, { call }) => {
      const files = given?.length ? filesOf(given, fileLimits) : undefined;
      const replyId = await call(endpoint, { query, body: { ...body, files } }).catch((error: unknown) => {
        throw isOutcomeUnknown(error) ? cannotBeRead(error) : error;
      });
      return { replyId };
    },
  ),
} satisfies MutationResolvers;

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

/** Tickets and replies, which are written and cannot be read. */
export const interaction: Noun = { endpoints: { interactions }, resolvers: { Mutation } };
