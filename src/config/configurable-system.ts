import type { Setting, ValuesOf } from "./setting.ts";

/** Where a system is, real or emulated, with what opens it: each system adds facts of its own. */
export interface SystemAddress {
  /** Without a final slash. */
  readonly baseUrl: string;
  readonly [fact: string]: unknown;
}

/** A system as its settings make it. */
export type Configured<Address extends SystemAddress = SystemAddress> =
  /** It is real. */
  | { readonly address: Address }
  /** It can only be emulated, as long as what is missing is not set. */
  | {
      /** Settings that make it real, in words: "ASSEMBLY_API_KEY". */
      readonly missing: string;
      /** Whether some of its credentials are set, so that a real system is meant. */
      readonly hasCredentials: boolean;
    };

/** A system, as far as its configuration goes. */
export interface ConfigurableSystem<Address extends SystemAddress = SystemAddress> {
  /** In lower case, as in global ids, errors, `SANDBOX`, and the folders of `src/` and `schema/`. */
  readonly name: string;
  /** As its users call it. */
  readonly title: string;
  readonly settings: readonly Setting<string | boolean>[];
  /** @param values of its settings. */
  configure(values: ValuesOf<readonly Setting<string | boolean>[]>): Configured<Address>;
}
