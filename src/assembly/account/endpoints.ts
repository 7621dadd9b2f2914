import { directory } from "../../rest/cache-policy.ts";
import { requireRecord } from "../../rest/message/shape.ts";
import { DELETE, endpoints, GET, POST, PUT } from "../endpoints.ts";
import {
  type EmptyJson,
  idIn,
  type PageJson,
  type PageQuery,
  pageIn,
  taken,
  updatedId,
  updatedIdIn,
} from "../page-json.ts";
import { accountRows } from "./row-facts.ts";

/** Fields that accounts and contacts share, as they are read. */
export interface CustomerFieldsJson {
  readonly source_specific_ids?: readonly string[] | null;
  readonly image_url?: string | null;
  readonly phone?: readonly string[] | null;
  readonly contract_value?: number | null;
  readonly contract_type?: string | null;
  /** YYYY-MM-DD. */
  readonly renewal_date?: string | null;
  /** YYYY-MM-DD. */
  readonly trial_expiration_date?: string | null;
  /** Label id, or the label: no document says whether records hold those or the labels themselves. */
  readonly tier?: string | null;
  /** Label id. */
  readonly stage?: string | null;
  /** Label ids. */
  readonly tags?: readonly string[] | null;
  readonly notes?: string | null;
  readonly id_in_tool?: string | null;
  /** A map, or a list of name and value in newer revisions. */
  readonly additional_properties?: AdditionalPropertiesJson | null;
}

/** Custom properties come as a map or as a list, depending on the revision. */
export type AdditionalPropertiesJson =
  | Readonly<Record<string, unknown>>
  | readonly { readonly name: string; readonly value: unknown }[];

/** A company or a customer as Assembly answers it. */
export interface AccountJson extends CustomerFieldsJson {
  readonly id: string;
  /** `Company` or `Customer`. */
  readonly type: string;
  readonly name: string;
  /** A domain for a Company, an e-mail address for a Customer. */
  readonly domain: string;
  /** Label id; Company only. */
  readonly company_type?: string | null;
  /** Company only. */
  readonly number_of_seats?: number | null;
  /** Customer only. */
  readonly role?: string | null;
}

/** Writable fields that accounts and contacts share. */
export interface CustomerFieldsBody {
  readonly source_specific_ids?: readonly string[];
  readonly image_url?: string | null;
  readonly phone?: readonly string[];
  readonly contract_value?: number | null;
  readonly contract_type?: "Month" | "Year" | null;
  readonly renewal_date?: string | null;
  readonly trial_expiration_date?: string | null;
  readonly tier?: string | null;
  readonly stage?: string | null;
  readonly tags?: readonly string[];
  readonly notes?: string | null;
  readonly id_in_tool?: string | null;
  readonly additional_properties?: Readonly<Record<string, unknown>>;
}

/** Fields of update and upsert beyond those of create; `tags` and `source_specific_ids` add there. */
export interface RemovalsBody {
  readonly removed_tags?: readonly string[];
  readonly removed_source_specific_ids?: readonly string[];
}

/** Writable fields of an account. */
export interface AccountBody extends CustomerFieldsBody {
  readonly type?: "Company" | "Customer";
  readonly name?: string;
  readonly domain?: string;
  readonly company_type?: string | null;
  readonly number_of_seats?: number | null;
  readonly role?: string | null;
}

/** The body that creates an account. */
export type NewAccountBody = AccountBody & Required<Pick<AccountBody, "type" | "name" | "domain">>;

/** The body that updates or upserts an account. */
export type AccountPatchBody = AccountBody & RemovalsBody;

/** An account that tells its type where older documents do: newer ones call it `account_type`. */
const row = (account: AccountJson & { readonly account_type?: string }): AccountJson =>
  account.type === undefined && account.account_type !== undefined
    ? { ...account, type: account.account_type }
    : account;
const one = (wire: { readonly account: AccountJson }) => row(requireRecord(wire.account));
const page = (wire: { readonly accounts: PageJson<AccountJson> }) => pageIn(wire.accounts, row);

/** Shows whether an account was written. */
const accountOfDomain = "query ($domain: String!) { account(by: { domain: $domain }) { id } }";

/** Accounts: assembly-accounts-contacts-v2.txt:10-56. */
export const accounts = endpoints(
  {
    cache: directory,
    invalidates: ["accounts", "contacts", "usageLogs", "additionalProperties"],
    conflictWhen: taken,
    reconcile: accountOfDomain,
    rows: accountRows,
  },
  {
    list: GET("/accounts").query<PageQuery>().returns(page),
    getById: GET("/accounts/{id}").returns(one),
    getByDomain: GET("/accounts/{domain}").returns(one),
    getBySourceSpecificId: GET("/accounts?source_specific_id={sourceSpecificId}").returns(one),
    create: POST("/accounts").adds("accounts").body<NewAccountBody>().returns(idIn),
    update: PUT("/accounts/{idOrDomain}")
      .sets("accounts", updatedId)
      .body<AccountPatchBody>()
      .returns(updatedIdIn),
    updateBySourceSpecificId: PUT("/accounts?source_specific_id={sourceSpecificId}")
      .inferred()
      .sets("accounts", updatedId)
      .body<AccountPatchBody>()
      .returns(updatedIdIn),
    upsert: PUT("/accounts/upsert/{idOrDomain}")
      .adds("accounts", updatedId)
      .verifiedBy(accountOfDomain)
      .body<AccountPatchBody>()
      .returns(updatedIdIn),
    upsertBySourceSpecificId: PUT("/accounts/upsert?source_specific_id={sourceSpecificId}")
      .adds("accounts", updatedId)
      .verifiedBy(accountOfDomain)
      .body<AccountPatchBody>()
      .returns(updatedIdIn),
    /** Always creates, so twice makes two. */
    upsertWithoutIdentifier: PUT("/accounts/upsert", "create")
      .adds("accounts")
      .inferred()
      .body<NewAccountBody>()
      .returns(idIn),
    delete: DELETE("/accounts/{idOrDomain}").returns<EmptyJson>(),
  },
);
