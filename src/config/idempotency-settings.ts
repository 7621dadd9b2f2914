import { z } from "zod";
import { parsedBy, settingList } from "./setting.ts";

/** The settings of idempotency keys. */
export const idempotencySettings = settingList([
  {
    name: "IDEMPOTENCY_MEBIBYTES",
    about:
      "Memory for the answers to mutations with an Idempotency-Key, which are kept for 24 h. Half of it may be of one client; once it is full, new keys are refused.",
    byDefault: "64",
    parse: parsedBy(
      z
        .string()
        .regex(/^[1-9]\d{0,4}$/, "is not a number of mebibytes from 1 to 99999")
        .transform(Number),
    ),
  },
]);
