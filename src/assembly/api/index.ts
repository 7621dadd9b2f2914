import { accounts } from "./account.ts";
import { additionalProperties } from "./additional-properties.ts";
import { contacts } from "./contact.ts";
import { interactions } from "./interaction.ts";
import { labels } from "./label.ts";
import { usageLogs } from "./usage-log.ts";

/** Every endpoint of Assembly that the gateway calls, by noun. */
export const assemblyApi = { accounts, contacts, labels, usageLogs, additionalProperties, interactions };
