import { wholeNumber } from "./parsers.ts";
import { settingList } from "./setting.ts";

/** How much clients may do, and the gateway at once. */
export const limitSettings = settingList([
  {
    name: "CLIENT_OPERATIONS_PER_SECOND",
    about:
      "Operations a second for each client that has no limit of its own; 0 for no limit. Where clients do not say who they are none is limited.",
    byDefault: "100",
    parse: wholeNumber(0),
  },
  {
    name: "MAX_IN_FLIGHT",
    about: "Operations that are run at once; a request beyond them is answered 503 before it is read.",
    byDefault: "200",
    parse: wholeNumber(1),
  },
  {
    name: "IDEMPOTENCY_MEBIBYTES",
    about:
      "Memory for the answers to mutations with an Idempotency-Key, which are kept for 24 h. Half of it may be of one client; once it is full, new keys are refused.",
    byDefault: "64",
    parse: wholeNumber(1),
  },
]);
