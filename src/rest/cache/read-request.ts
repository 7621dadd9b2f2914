import type { Freshness } from "../cache-policy.ts";
import type { ReadSource } from "../call-record.ts";
import type { CallStats } from "../call-stats.ts";
import type { Operation } from "../operation.ts";
import type { Answer } from "../prepared-request.ts";
import type { Asked } from "./entry.ts";

/** Something that is under way; its stats are replaced when it goes on as a part of something else. */
export interface Spending {
  stats: CallStats;
}

/** A read as operations ask for it. */
export interface ReadRequest {
  /** Credential, endpoint and URL. */
  readonly key: string;
  /** How to make it again; undefined for a share of a call. */
  readonly source: ReadSource | undefined;
  readonly asked: Asked;
  /** The noun whose writes invalidate the answer; undefined for every write of the system. */
  readonly noun: string | undefined;
  /** For how long its answers are kept; undefined for never. */
  readonly freshness: Freshness | undefined;
  /** Whether an answer may be kept. @default each is */
  readonly mayKeep?: ((answer: unknown) => boolean) | undefined;
  /** @param last the answer before, which may be given again if the body is the same. */
  send(shared: Operation, spending: Spending, last: Answer | undefined): Promise<Answer>;
  /** The error of an operation whose deadline passes first. */
  late(stats: CallStats): Error;
}
