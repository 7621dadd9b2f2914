import type {
  AccountBody,
  AccountJson,
  accounts as endpoints,
  RemovalsBody,
} from "../../assembly/account/endpoints.ts";
import { domain as domainPattern, email as emailPattern } from "../../assembly/ids.ts";
import { matchesId } from "../../rest/id-pattern.ts";
import type { Reply, VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { blank, customerChecks, labelOf, propertiesJson, removalChecks, written } from "./customer-fields.ts";
import { checked, count, filledText, nullable, oneOf, requireFields, text } from "./fields.ts";
import type { AssemblyOptions } from "./options.ts";
import { pageOf } from "./page.ts";
import {
  type AssemblyState,
  byDomain,
  byId,
  byIdOrDomain,
  bySourceSpecificId,
  found,
  refuseTaken,
} from "./state.ts";

type Patch = AccountBody & RemovalsBody;

/** Handlers of the account rows. */
export function accountHandlers(
  state: AssemblyState,
  options: AssemblyOptions,
): VerbHandlers<typeof endpoints> {
  const { accounts, labels } = state;
  const checks = {
    ...customerChecks(labels),
    ...removalChecks,
    type: oneOf("Company", "Customer"),
    name: filledText,
    domain: filledText,
    company_type: nullable(labelOf(labels, "CompanyType")),
    number_of_seats: nullable(count),
    role: nullable(text),
  };
  const json = (account: AccountJson): AccountJson => ({
    ...account,
    additional_properties: propertiesJson(account.additional_properties, options),
  });
  const one = (account: AccountJson | undefined): Reply => ({
    status: 200,
    body: { account: json(found(account, "account")) },
  });

  const create = (body: unknown, sourceSpecificId?: string): Reply => {
    const fields: Patch = withId(checked<Patch>(body, checks), sourceSpecificId);
    requireFields(fields, "type", "name", "domain");
    refuseTaken(accounts, fields, undefined);
    const { type, name, domain } = fields;
    const account = accounts.insert((id) => fitting(written({ ...blank, id, type, name, domain }, fields)));
    return { status: 200, body: { id: account.id } };
  };
  const update = (account: AccountJson, body: unknown): Reply => {
    const fields = checked<Patch>(body, checks);
    refuseTaken(accounts, fields, account);
    accounts.update(account.id, fitting(written(account, fields)));
    return { status: 200, body: { id: account.id } };
  };
  const upsert = (account: AccountJson | undefined, body: unknown, sourceSpecificId?: string): Reply =>
    account === undefined
      ? create(body, options.upsertLinksSourceSpecificId ? sourceSpecificId : undefined)
      : update(account, body);
  const remove = (account: AccountJson): Reply => {
    accounts.remove(account.id);
    return { status: 200, body: {} };
  };

  return {
    list: ({ query }) => ({
      status: 200,
      body: { accounts: pageOf(accounts.all().toSorted(byTypeAndName).map(json), query, options) },
    }),
    getById: ({ params }) => one(byId(accounts, params.id)),
    getByDomain: ({ params }) => one(byDomain(accounts, params.domain)),
    getBySourceSpecificId: ({ params }) => one(bySourceSpecificId(accounts, params.sourceSpecificId)),
    create: ({ body }) => create(body),
    update: ({ params, body }) => update(found(byIdOrDomain(accounts, params.idOrDomain), "account"), body),
    updateBySourceSpecificId: ({ params, body }) =>
      update(found(bySourceSpecificId(accounts, params.sourceSpecificId), "account"), body),
    upsert: ({ params, body }) => upsert(byIdOrDomain(accounts, params.idOrDomain), body),
    upsertBySourceSpecificId: ({ params: { sourceSpecificId }, body }) =>
      upsert(bySourceSpecificId(accounts, sourceSpecificId), body, sourceSpecificId),
    upsertWithoutIdentifier: ({ body }) => create(body),
    delete: ({ params }) => remove(found(byIdOrDomain(accounts, params.idOrDomain), "account")),
  };
}

/** A body that carries this source specific id too. */
export function withId<Body extends { readonly source_specific_ids?: readonly string[] }>(
  body: Body,
  sourceSpecificId: string | undefined,
): Body {
  if (sourceSpecificId === undefined) return body;
  return { ...body, source_specific_ids: [...(body.source_specific_ids ?? []), sourceSpecificId] };
}

// Each type has its own form of domain and its own fields (assembly-accounts-contacts-v2.txt:12-21).
function fitting(account: AccountJson): AccountJson {
  const isCompany = account.type === "Company";
  const pattern = isCompany ? domainPattern : emailPattern;
  if (!matchesId(pattern, account.domain)) {
    throw new Refusal(400, `domain of a ${account.type} must be ${pattern.description}`);
  }
  const foreign = isCompany ? (["role"] as const) : (["company_type", "number_of_seats"] as const);
  for (const field of foreign) {
    if (account[field] !== undefined && account[field] !== null) {
      throw new Refusal(400, `${field} is not supported for a ${account.type}`);
    }
  }
  return account;
}

const collator = new Intl.Collator("en");

// "Company" comes before "Customer" in the alphabet as well.
function byTypeAndName(one: AccountJson, other: AccountJson): number {
  return collator.compare(one.type, other.type) || collator.compare(one.name, other.name);
}
