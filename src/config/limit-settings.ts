import { z } from "zod";
import { parsedBy, settingList } from "./setting.ts";

/** A whole number of things, from the least on. */
const wholeNumber = (least: number) =>
  parsedBy(
    z
      .string()
      .regex(/^\d{1,6}$/, `is not a whole number from ${least} to 999999`)
      .transform(Number)
      .refine((number) => number >= least, `is not a whole number from ${least} to 999999`),
  );

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
]);
