import { companies } from "./companies.ts";

/** How much there is of what can be had in any amount, for benchmarks. */
export interface DataSizes {
  /** Company accounts; at least those of the join cases. @default no others */
  readonly accounts: number;
  /** People, the cast of the join cases aside. @default 250 */
  readonly people: number;
  /** Chat organizations that are not archived; at least those that companies need. @default 64 */
  readonly listedOrganizations: number;
  /** Chat users that are not archived; at least those that staff and contacts need. @default 320 */
  readonly users: number;
}

/** Sizes of data that no size is given for. */
export const defaultSizes: DataSizes = {
  accounts: companies.length,
  people: 250,
  listedOrganizations: 64,
  users: 320,
};
