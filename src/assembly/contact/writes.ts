import { badInput } from "../../errors.ts";
import { useOf } from "../../estimate/field-cost.ts";
import { field } from "../../fields/field.ts";
import type { MutationResolvers } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { mapPromiseOrValue } from "../../loaders/promise-or-value.ts";
import { sourceIdIn, toGlobalId } from "../../resolving/ids.ts";
import { companyReference } from "../account/look-up.ts";
import { bodyWrite, keyedWrite } from "../shared-by-customers/body-write.ts";
import { keyedWrites } from "../shared-by-customers/keyed-writes.ts";
import { byEitherKey, type CustomerReference } from "../shared-by-customers/reference.ts";
import { type ContactPatchBody, contacts, type NewContactBody } from "./endpoints.ts";
import { contactChanges, newContact } from "./input.ts";
import { type ContactOfAccount, companyIn } from "./known-company.ts";
import { contactById, contactKind, contactReads } from "./loaders.ts";
import { contactBy, contactReference } from "./look-up.ts";

/** A contact that was written. */
export interface WrittenContact {
  /** Global. */
  readonly contactId: string;
  /** Its company, where the write named one. */
  readonly company?: CustomerReference;
}

const writes = keyedWrites({
  name: "contact",
  loaders: contactBy,
  reads: contactReads,
  create: bodyWrite(contacts.create),
  upsertWithoutIdentifier: bodyWrite(contacts.upsertWithoutIdentifier),
  update: byEitherKey(
    keyedWrite(contacts.update, (idOrEmail) => ({ idOrEmail })),
    keyedWrite(contacts.updateBySourceSpecificId, (sourceSpecificId) => ({ sourceSpecificId })),
  ),
  upsert: byEitherKey(
    keyedWrite(contacts.upsert, (idOrEmail) => ({ idOrEmail })),
    keyedWrite(contacts.upsertBySourceSpecificId, (sourceSpecificId) => ({ sourceSpecificId })),
  ),
  delete: keyedWrite(contacts.delete, (idOrEmail) => ({ idOrEmail })),
  reference: contactReference,
  newBody: newContact,
  changes: contactChanges,
  newBodyOf(changes: ContactPatchBody, { account }): NewContactBody {
    const { name, domain } = changes;
    if (!name || !domain || !account) throw badInput("Without by, input needs name, email and account.");
    return { ...changes, name, domain };
  },
  tells: ({ account }) => companyIn(account),
  payload: (id, { account }): WrittenContact => ({
    contactId: toGlobalId(contactKind, id),
    ...(account && { company: companyReference(account) }),
  }),
  deleted: (id) => ({ deletedContactId: toGlobalId(contactKind, id) }),
});

/** Writes of contacts. */
export const Mutation = {
  createContact: writes.create,
  updateContact: writes.update,
  upsertContact: writes.upsert,
  deleteContact: writes.delete,
} satisfies MutationResolvers;

/** The payload of a write: it answers an id at most, so the contact itself is read when it is selected. */
export const writtenContact = {
  contact: field(
    (_args: unknown, known) => ({ uses: [useOf(contactById)], tells: known }),
    ({ company: account, contactId }: WrittenContact, _args: unknown, { of }: OperationContext) =>
      mapPromiseOrValue(
        of(contactById).load(sourceIdIn(contactKind, contactId)),
        (contact): ContactOfAccount | null => contact && { ...contact, ...(account && { account }) },
      ),
  ),
};
