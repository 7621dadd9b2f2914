import { badInput } from "../../errors.ts";
import type { MutationResolvers } from "../../generated/resolvers.ts";
import { toGlobalId } from "../../resolving/ids.ts";
import { bodyWrite, keyedWrite } from "../shared-by-customers/body-write.ts";
import { keyedWrites } from "../shared-by-customers/keyed-writes.ts";
import { byEitherKey } from "../shared-by-customers/reference.ts";
import { type AccountPatchBody, accounts, type NewAccountBody } from "./endpoints.ts";
import { accountChanges, newAccount } from "./input.ts";
import { accountKind, accountReads } from "./loaders.ts";
import { accountBy, accountReference } from "./look-up.ts";

/** @throws BAD_USER_INPUT where the changes are too few to create an account of them. */
function newAccountOf(changes: AccountPatchBody): NewAccountBody {
  const { type, name, domain } = changes;
  if (!type || !name || !domain) throw badInput("Without by, input needs type, name and domain.");
  return { ...changes, type, name, domain };
}

const writes = keyedWrites({
  name: "account",
  loaders: accountBy,
  reads: accountReads,
  create: bodyWrite(accounts.create),
  upsertWithoutIdentifier: bodyWrite(accounts.upsertWithoutIdentifier),
  update: byEitherKey(
    keyedWrite(accounts.update, (idOrDomain) => ({ idOrDomain })),
    keyedWrite(accounts.updateBySourceSpecificId, (sourceSpecificId) => ({ sourceSpecificId })),
  ),
  upsert: byEitherKey(
    keyedWrite(accounts.upsert, (idOrDomain) => ({ idOrDomain })),
    keyedWrite(accounts.upsertBySourceSpecificId, (sourceSpecificId) => ({ sourceSpecificId })),
  ),
  delete: keyedWrite(accounts.delete, (idOrDomain) => ({ idOrDomain })),
  reference: accountReference,
  newBody: newAccount,
  changes: accountChanges,
  newBodyOf: newAccountOf,
  payload: (id) => ({ accountId: toGlobalId(accountKind, id) }),
  deleted: (id) => ({ deletedAccountId: toGlobalId(accountKind, id) }),
});

/** Writes of accounts. */
export const Mutation = {
  createAccount: writes.create,
  updateAccount: writes.update,
  upsertAccount: writes.upsert,
  deleteAccount: writes.delete,
} satisfies MutationResolvers;
