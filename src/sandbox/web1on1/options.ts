import type { ServiceOptions } from "./services.ts";
import type { SessionOptions } from "./session.ts";

/** Choices that the documents of Web1on1 leave open: each is one switch. */
export interface Web1on1Options extends ServiceOptions, SessionOptions {
  /** Whether forms embed their fields with ids and times, which the printed bodies do not show. @default true */
  readonly embedsFieldIds?: boolean;
  /** Whether routes are answered that no document shows: PATCH and DELETE of a field of a form. @default false */
  readonly servesInferred?: boolean;
}
