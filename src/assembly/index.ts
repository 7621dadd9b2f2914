import type { System } from "../resolving/system.ts";
import { account } from "./account/account.ts";
import { additionalProperties } from "./additional-properties/additional-properties.ts";
import { contact } from "./contact/contact.ts";
import { assemblyEnums } from "./enums.ts";
import { interaction } from "./interaction/interaction.ts";
import { labels } from "./label/endpoints.ts";
import { label } from "./label/label.ts";
import { facts } from "./system.ts";
import { usageLog } from "./usage-log/usage-log.ts";

/** Assembly, with everything that the gateway offers of it. */
export const assembly: System = {
  ...facts,
  enums: assemblyEnums,
  probe: (call) => call(labels.list),
  nouns: [account, contact, label, usageLog, additionalProperties, interaction],
};
