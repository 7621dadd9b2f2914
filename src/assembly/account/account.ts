import { badInput } from "../../errors.ts";
import { ref, refs } from "../../fields/reference.ts";
import type { AccountResolvers, MutationResolvers, QueryResolvers } from "../../generated/resolvers.ts";
import { orNull } from "../../loaders/shapes.ts";
import { toGlobalId } from "../../resolving/ids.ts";
import { orNotFound } from "../../resolving/input.ts";
import { identity } from "../../resolving/node-fields.ts";
import { propertiesOf } from "../additional-properties/reads.ts";
import { contactOf } from "../contact/contact.ts";
import { accountKind } from "../kinds.ts";
import { labelKind, listedLabelById } from "../label/loaders.ts";
import { type AssemblyLoaders, loadAccount, readAccount } from "../loaders.ts";
import { pageOfChildren, pageOfList } from "../page.ts";
import { toPropertyMap, withSourceSpecificId } from "../shared-by-customers/fields.ts";
import { type AccountReference, accountReference, idOrDomain } from "../shared-by-customers/look-up.ts";
import { stableAccount } from "../shared-by-customers/stable-reference.ts";
import { writtenId } from "../shared-by-customers/written-id.ts";
import { type AccountBody, type AccountJson, accounts } from "./endpoints.ts";
import { accountChanges, newAccount } from "./input.ts";

/** `Query.account`, `Query.accounts`. */
export const Query: Pick<QueryResolvers, "account" | "accounts"> = {
  account: (_, { by }, { loaders }) => loadAccount(loaders, accountReference(by)),
  accounts: (_, args, { loaders }) => pageOfList(args, loaders.allAccounts),
};

/** Fields of `Account`. */
export const Account: Pick<
  AccountResolvers,
  | "id"
  | "sourceId"
  | "tier"
  | "stage"
  | "companyType"
  | "tags"
  | "additionalProperties"
  | "contacts"
  | "usageLogs"
> = {
  ...identity(accountKind),
  tier: ref(labelKind, listedLabelById, ({ tier }: AccountJson) => tier),
  stage: ref(labelKind, listedLabelById, ({ stage }: AccountJson) => stage),
  companyType: ref(labelKind, listedLabelById, ({ company_type }: AccountJson) => company_type),
  tags: refs(labelKind, listedLabelById, ({ tags }: AccountJson) => tags),
  additionalProperties: ({ id, additional_properties: known }, _, { call }) =>
    known ? toPropertyMap(known) : propertiesOf(call.assembly, { account: { id } }),
  contacts: (account, args, { loaders }) => {
    if (account.type === "Customer") return null;
    const { id } = account;
    // Its contacts lead back to it by id, whichever key it was found by.
    loaders.accountById.prime(id, account);
    return pageOfChildren(args, id, loaders.contactsOfAccount, contactOf({ id }, loaders));
  },
  usageLogs: ({ id }, args, { loaders }) => pageOfChildren(args, id, loaders.usageLogsOfAccount),
};

/** Writes of accounts. */
export const Mutation: Pick<
  MutationResolvers,
  "createAccount" | "updateAccount" | "upsertAccount" | "deleteAccount"
> = {
  createAccount: async (_, { input }, { call, loaders }) => {
    const { id } = await call.assembly(accounts.create, { body: newAccount(input) });
    return accountPayload(id, loaders);
  },
  updateAccount: async (_, { by, input }, { call, freshCall, loaders }) => {
    const asked = accountReference(by);
    const body = accountChanges(input, asked);
    const reference = await stableAccount(freshCall.assembly, asked, body);
    const answered =
      "sourceSpecificId" in reference
        ? await call.assembly(accounts.updateBySourceSpecificId, { ...reference, body })
        : await call.assembly(accounts.update, { idOrDomain: idOrDomain(reference), body });
    const id = await writtenId(answered, async () =>
      "id" in reference ? reference : loadAccount(loaders, afterwards(reference, body)),
    );
    return accountPayload(id, loaders);
  },
  upsertAccount: async (_, { by, input }, { call, freshCall, loaders }) => {
    const asked = by ? accountReference(by) : undefined;
    const body = accountChanges(input, asked);
    if (!asked) {
      const { type, name, domain } = body;
      if (!type || !name || !domain) throw badInput("Without by, input needs type, name and domain.");
      const created = { ...body, type, name, domain };
      const { id } = await call.assembly(accounts.upsertWithoutIdentifier, { body: created });
      return accountPayload(id, loaders);
    }
    const reference = await stableAccount(freshCall.assembly, asked, body);
    const answered =
      "sourceSpecificId" in reference
        ? await call.assembly(accounts.upsertBySourceSpecificId, {
            ...reference,
            body: withSourceSpecificId(body, reference.sourceSpecificId),
          })
        : await call.assembly(accounts.upsert, { idOrDomain: idOrDomain(reference), body });
    // What an upsert creates need not get the id that it was given.
    const id = await writtenId(answered, () => loadAccount(loaders, afterwards(reference, body)));
    return accountPayload(id, loaders);
  },
  deleteAccount: async (_, { by }, { call, freshCall }) => {
    const reference = accountReference(by);
    // The upstream answers nothing, and afterwards nobody can tell the id any more.
    const id =
      "id" in reference
        ? reference.id
        : (await orNotFound(orNull(readAccount(freshCall.assembly, reference)), "account")).id;
    // By now the key may lead to another account.
    await call.assembly(accounts.delete, { idOrDomain: id });
    return { id: toGlobalId(accountKind, id) };
  },
};

/** The key that leads to an account once this is written to it. */
const afterwards = (reference: AccountReference, { domain }: AccountBody): AccountReference =>
  domain === undefined ? reference : { domain };

/** Upstream writes answer an id only; the account itself is read when it is selected. */
const accountPayload = (id: string, loaders: AssemblyLoaders) => ({
  id: toGlobalId(accountKind, id),
  get account() {
    return loaders.accountById.load(id);
  },
});
