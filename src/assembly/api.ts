import { accounts } from "./account/endpoints.ts";
import { additionalProperties } from "./additional-properties/endpoints.ts";
import { contacts } from "./contact/endpoints.ts";
import { interactions } from "./interaction/endpoints.ts";
import { labels } from "./label/endpoints.ts";
import { usageLogs } from "./usage-log/endpoints.ts";

/** Every endpoint of Assembly that the gateway calls, by noun. */
export const assemblyApi = { accounts, contacts, labels, usageLogs, additionalProperties, interactions };
