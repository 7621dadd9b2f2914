import { GET } from "../../rest/endpoint.ts";
import { moments } from "../../rest/freshness.ts";
import { recordIn } from "../../rest/record.ts";
import { type PageJson, type PageQuery, pageIn } from "./page.ts";

/** One thing that an account or contact did, or one measurement of it. */
export interface UsageLogJson {
  readonly id: string;
  /** RFC 3339. */
  readonly timestamp: string;
  /** `Action`, `Metric` or `CumulativeMetric`; rows written before v2 may say `Message`. */
  readonly type: string;
  readonly content: string;
  readonly attribute?: string | null;
  readonly value?: number | null;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}

const page = (wire: { readonly logs: PageJson<UsageLogJson> }) => pageIn(wire.logs);

/** Usage logs, newest first: assembly-accounts-contacts-v2.txt:159-187. */
export const usageLogs = {
  list: GET("/usage").kept(moments).query<PageQuery>().returns(page),
  listForAccount: GET("/usage/accounts/{idOrDomain}").kept(moments).query<PageQuery>().returns(page),
  listForContact: GET("/usage/contacts/{idOrEmail}").kept(moments).query<PageQuery>().returns(page),
  getById: GET("/usage/{usageLogId}")
    .kept(moments)
    .returns((wire: { readonly log: UsageLogJson }) => recordIn(wire.log)),
};
