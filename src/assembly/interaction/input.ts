import { randomUUID } from "node:crypto";
import { badInput } from "../../errors.ts";
import type {
  CreateInteractionInput,
  InteractionUserInput,
  ReplyToInteractionInput,
  ReplyUserInput,
} from "../../generated/resolvers.ts";
import { parseGlobalId, sourceIdOf, validated } from "../../resolving/ids.ts";
import { nonBlank, omitNulls, omitUndefined } from "../../resolving/input.ts";
import { accountKind } from "../account/loaders.ts";
import { contactKind } from "../contact/loaders.ts";
import { email, kind, sourceSpecificId, ticketId } from "../ids.ts";
import type { AuthorJson, InteractionForm, ReplyForm, SenderJson, TicketQuery } from "./endpoints.ts";
import { titleOf } from "./title.ts";

/** Ids of tickets. No type of the schema has them, since tickets cannot be read. */
const interactionKind = kind("Interaction", ticketId);

/** A ticket to be created, but for its files; it always has a source specific id. */
export type NewInteraction = Omit<InteractionForm, "files"> & { readonly source_specific_id: string };

/**
 * The ticket that an input describes.
 * @throws BAD_USER_INPUT for a query or title that holds nothing, a user without a key, and keys that cannot be one.
 */
export function newInteraction(input: CreateInteractionInput): NewInteraction {
  const { additionalProperties, company, imageUrl, originalTimestamp, query, title, user } = input;
  return {
    query: nonBlank(query, "query"),
    title: isGiven(title) ? nonBlank(title, "title") : titleOf(query),
    source_specific_id: externalId(input.sourceSpecificId) ?? randomUUID(),
    user: user ? JSON.stringify(senderOf(user)) : undefined,
    company_id: company?.id === undefined ? undefined : sourceIdOf(accountKind, company.id),
    company_source_specific_id: externalId(company?.sourceSpecificId),
    additional_properties: additionalProperties ? JSON.stringify(additionalProperties) : undefined,
    original_timestamp: originalTimestamp?.toISOString(),
    files_image_url: imageUrl ? oneOfList(imageUrl) : undefined,
  };
}

/**
 * The reply that an input describes, but for its files, and the ticket that it belongs to.
 * @throws BAD_USER_INPUT for content that holds nothing, a user without id and e-mail address, and keys that cannot be one.
 */
export function newReply(input: ReplyToInteractionInput): {
  readonly query: TicketQuery;
  readonly body: Omit<ReplyForm, "files">;
} {
  const { content, imageUrls, interaction, originalTimestamp, user } = input;
  return {
    query:
      interaction.id === undefined
        ? { source_specific_id: checkedExternalId(interaction.sourceSpecificId) }
        : { id: sourceIdOf(interactionKind, interaction.id) },
    body: {
      content: nonBlank(content, "content"),
      user: JSON.stringify(authorOf(user)),
      source_specific_id: externalId(input.sourceSpecificId),
      original_timestamp: originalTimestamp?.toISOString(),
      files_image_url: imageUrls?.length ? imageUrls.map(oneOfList).join(",") : undefined,
    },
  };
}

function senderOf(user: InteractionUserInput): SenderJson {
  const keys = keysOf(user);
  if (Object.keys(keys).length === 0) throw badInput("user needs id, email or sourceSpecificId.");
  const { imageUrl, name, username } = omitNulls(user);
  return { ...keys, ...omitUndefined({ name, username, image_url: imageUrl }) };
}

function authorOf(user: ReplyUserInput): AuthorJson {
  const keys = keysOf(user);
  if (keys.id === undefined && keys.email === undefined) throw badInput("user needs id or email.");
  return { ...keys, ...omitUndefined({ name: omitNulls(user).name }) };
}

const keysOf = ({ id, email: address, sourceSpecificId }: ReplyUserInput) =>
  omitUndefined({
    id: isGiven(id) ? userIdOf(id) : undefined,
    email: isGiven(address) ? validated(email, address, "e-mail address") : undefined,
    source_specific_id: externalId(sourceSpecificId),
  });

/** Of a contact or of an account, which have ids of one form. */
const userIdOf = (id: string): string =>
  sourceIdOf(parseGlobalId(id)?.type === contactKind.type ? contactKind : accountKind, id);

const externalId = (id: string | null | undefined): string | undefined =>
  isGiven(id) ? checkedExternalId(id) : undefined;

const checkedExternalId = (id: string): string => validated(sourceSpecificId, id, "source specific id");

/** The upstream takes a comma for the end of a URL. */
const oneOfList = (url: string): string => url.replaceAll(",", "%2C");

/** There is nothing yet that null could clear. */
const isGiven = (text: string | null | undefined): text is string => typeof text === "string";
