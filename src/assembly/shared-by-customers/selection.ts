import { type RowOrder, rowSelector } from "../../lists/row-selection.ts";
import { searchText } from "../../lists/search-text.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { searchWords } from "../../resolving/search-words.ts";
import { upstreamDay } from "../../resolving/time.ts";
import { idIn, textIn } from "../../rest/row-values.ts";
import type { AccountJson, CustomerFieldsJson } from "../account/endpoints.ts";
import { labelKind } from "../label/loaders.ts";
import type { SelectedRows } from "../selected-page.ts";
import type { CustomerReference } from "./reference.ts";

/** The fields by which accounts and contacts are searched, filtered and sorted; contacts have not all of them. */
type Customer = CustomerFieldsJson & Pick<AccountJson, "name" | "domain"> & Partial<AccountJson>;

/** Arguments that select and order accounts or contacts. */
export interface CustomerSelection {
  readonly search?: string | null | undefined;
  readonly filter?:
    | {
        /** As it is called upstream. */
        readonly type?: string | null | undefined;
        readonly tier?: string | null | undefined;
        readonly stage?: string | null | undefined;
        readonly companyType?: string | null | undefined;
        readonly tag?: string | null | undefined;
      }
    | null
    | undefined;
  readonly sort?:
    | { readonly field: keyof typeof sortKeys; readonly direction?: "ASCENDING" | "DESCENDING" }
    | null
    | undefined;
}

const textKey = (value: unknown): string | undefined => {
  const text = textIn(value);
  return text === undefined ? undefined : searchText(text);
};

/** Keys by field; a contact's e-mail address stands where the domain of an account does. */
const sortKeys = {
  NAME: ({ name }: Customer) => textKey(name),
  DOMAIN: ({ domain }: Customer) => textKey(domain),
  EMAIL: ({ domain }: Customer) => textKey(domain),
  CONTRACT_VALUE: ({ contract_value: value }: Customer) => (typeof value === "number" ? value : undefined),
  RENEWAL_DATE: ({ renewal_date }: Customer) => upstreamDay(renewal_date),
  TRIAL_EXPIRATION_DATE: ({ trial_expiration_date }: Customer) => upstreamDay(trial_expiration_date),
} satisfies Readonly<Record<string, RowOrder<Customer>["keyOf"]>>;

/** Each word may stand in the name or in the domain, which is the e-mail address of a contact. */
const selectCustomers = rowSelector<Customer>(({ name, domain }) => [name, domain]);

/**
 * The accounts or contacts that arguments select.
 * @param company whose contacts they are, so that cursors of a selection hold for no other company. @default of all of them
 * @throws BAD_USER_INPUT for a search that is too long and for an id that cannot be one of a label.
 */
export function customerSelection(
  { search, filter, sort }: CustomerSelection,
  company?: CustomerReference,
): SelectedRows<Customer> {
  const words = searchWords(search);
  const labelId = (id: string | null | undefined) => optionalSourceIdOf(labelKind, id);
  const wanted: readonly [(customer: Customer) => unknown, string | undefined][] = [
    [({ type }) => type, filter?.type ?? undefined],
    [({ tier }) => tier, labelId(filter?.tier)],
    [({ stage }) => stage, labelId(filter?.stage)],
    [({ company_type }) => company_type, labelId(filter?.companyType)],
    [({ tags }) => tags, labelId(filter?.tag)],
  ];
  const values = wanted.map(([, value]) => value);
  const isFiltered = values.some((value) => value !== undefined);
  if (words.length === 0 && !isFiltered && !sort) return { key: undefined };
  const matches = (customer: Customer) =>
    wanted.every(
      // Labels stand for themselves in some answers, and by their ids in others.
      ([ownIn, value]) => value === undefined || [ownIn(customer)].flat().some((own) => idIn(own) === value),
    );
  const order = sort
    ? { name: sort.field, keyOf: sortKeys[sort.field], isDescending: sort.direction === "DESCENDING" }
    : undefined;
  return {
    key: [words, values, sort, company],
    select: (rows) => selectCustomers(rows, { words, order, ...(isFiltered && { matches }) }),
  };
}
