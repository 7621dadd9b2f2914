import type { SandboxData } from "../../src/sandbox/data/sandbox-data.ts";
import { testNowMs } from "./clock.ts";

/** Examples of one noun: what to ask of each of its fields, and its objects that have a global id. */
export interface NounExamples {
  /**
   * Arguments for each field that takes some, by type and field, as text: one for each way to an upstream, so that they reach
   * every endpoint of the noun between them. Writes leave the showcase as it is.
   */
  readonly arguments?: (data: SandboxData) => ArgumentsByType;
  readonly nodes?: readonly NodeExample[];
}

/** Arguments by type and field. */
export type ArgumentsByType = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A type that can be fetched by its global id. */
export interface NodeExample {
  readonly system: string;
  readonly type: string;
  /** Ids that lists show, in their order. */
  readonly listed: (data: SandboxData) => string[];
  /** Ids that only a read of their own shows. */
  readonly unlisted?: (data: SandboxData) => string[];
  /** A few ids that operations ask for. */
  readonly asked: (data: SandboxData) => readonly (string | undefined)[];
  readonly point?: (id: string) => string;
  /** Path of the list, where there is one, and rows on each of its pages. */
  readonly list?: string;
  readonly pageSize?: number;
  readonly unknownId: string;
}

/** Ids of rows. */
export const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** A text as GraphQL writes it; an empty one for none. */
export const quoted = (text: string | undefined | null): string => JSON.stringify(text ?? "");

/** Pages of a list. */
export const pages = ["", "(first: 0)", "(first: 3)", "(first: 100)"];

const dayMs = 86_400_000;

/** A window of time in days from now. */
export const windowOf = (fromDay: number, days: number): string => {
  const at = (day: number) => JSON.stringify(new Date(testNowMs + day * dayMs).toISOString());
  return `{ start: ${at(fromDay)}, end: ${at(fromDay + days)} }`;
};
