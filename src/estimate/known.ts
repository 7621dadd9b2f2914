import { type KnownStatistics, newListStatistics } from "../lists/statistics.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";

/** Knowledge of the systems before any call. */
export interface Known {
  /** The system whose endpoint it is. */
  systemOf(endpoint: AnyEndpoint): string;
  /** Statistics of the lists of each system; one that is missing has none yet. */
  readonly statistics: Readonly<Record<string, KnownStatistics>>;
}

const nothing = newListStatistics();

/** The statistics of a system. */
export const statisticsOf = ({ statistics }: Known, system: string): KnownStatistics =>
  statistics[system] ?? nothing;
