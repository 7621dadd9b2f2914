import { type Facts, fact } from "../../estimate/facts.ts";
import { type FieldCost, useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { readableReferenceIn } from "../../resolving/referenced.ts";
import { accountById, accountKind } from "../account/loaders.ts";
import { accountBy, loadAccount } from "../account/look-up.ts";
import { contactById, contactKind } from "../contact/loaders.ts";
import { contactBy, loadContact } from "../contact/look-up.ts";
import type { ByKeyName, CustomerType, OwnerReference } from "../shared-by-customers/reference.ts";
import type { UsageLogJson } from "./endpoints.ts";

/** A usage log, with its owner where that is known from how the log was reached. */
export interface UsageLogOfOwner extends UsageLogJson {
  readonly owner?: OwnerReference;
}

/** The owner of usage logs, and whether it has been read. */
const knownOwner = fact<{ readonly owner: Omit<OwnerReference, "key">; readonly isLoaded: boolean }>(
  "owner of usage logs",
);

/** Facts of the usage logs of an owner that has been read. */
export const logsOfLoaded = (type: CustomerType): Facts =>
  knownOwner.is({ owner: { type, by: "id" }, isLoaded: true });

/** Facts of the usage logs of an owner that is known by a key. */
export const logsOfNamed = (owner: OwnerReference): Facts => knownOwner.is({ owner, isLoaded: false });

/** The cost of a field that gives the owner of a usage log if that is of one type. @param loaders of that type. */
const costOfOwner =
  (type: CustomerType, loaders: ByKeyName<Parameters<typeof useOf>[0]>) =>
  (_args: unknown, known: Facts): FieldCost => {
    const { isLoaded, owner } = knownOwner.of(known) ?? {};
    if (!owner) return { uses: [useOf(loaders.id, atMost(1))] };
    if (isLoaded || owner.type !== type) return {};
    return { uses: [{ ...useOf(loaders[owner.by]), maxDistinct: 1 }] };
  };

/** The fields that lead from a usage log to its owner: as it was reached, or as its row tells, which no document promises. */
export const ownerFields = {
  account: field(
    costOfOwner("account", accountBy),
    ({ account_id, owner }: UsageLogOfOwner, _args: unknown, { of }: OperationContext) => {
      if (owner) return owner.type === "account" ? loadAccount(of, owner) : null;
      const id = readableReferenceIn(accountKind, account_id);
      return id === null ? null : of(accountById).load(id);
    },
  ),
  contact: field(
    costOfOwner("contact", contactBy),
    ({ contact_id, owner }: UsageLogOfOwner, _args: unknown, { of }: OperationContext) => {
      if (owner) return owner.type === "contact" ? loadContact(of, owner) : null;
      const id = readableReferenceIn(contactKind, contact_id);
      return id === null ? null : of(contactById).load(id);
    },
  ),
};
