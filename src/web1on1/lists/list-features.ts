import { GatewayError } from "../../errors.ts";
import type { SystemSetting } from "../../resolving/system-setting.ts";

/**
 * Lists take these beside pages: filters by one value, by any of several, and an order. The reference has none of them;
 * they stand on the vendor's public pages.
 */
export const listFeatureNames = ["filters", "anyOf", "sort"] as const;

/** A feature of lists. */
export type ListFeature = (typeof listFeatureNames)[number];

/** The features that lists have. Without them the gateway reads lists whole, and filters and sorts by itself. */
export const listFeatures: SystemSetting<readonly ListFeature[]> = {
  system: "web1on1",
  read: ({ listFeatures: named }) =>
    named === undefined
      ? listFeatureNames
      : listFeatureNames.filter((name) => String(named).split(",").includes(name)),
};

/** The answer to what cannot be worked out from rows that lists show. */
export const notListed = (what: string): GatewayError =>
  new GatewayError(
    "UPSTREAM_REJECTED",
    `Web1on1 is read without filters here (WEB1ON1_LIST_FEATURES), and its lists do not show ${what}.`,
    { system: "web1on1" },
  );

/** Whether the upstream refuses parameters, rather than the caller. */
export const isRejection = (error: unknown): boolean =>
  error instanceof GatewayError && error.code === "UPSTREAM_REJECTED";
