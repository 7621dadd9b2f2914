import { accounts } from "../../assembly/account/endpoints.ts";
import { additionalProperties } from "../../assembly/additional-properties/endpoints.ts";
import { contacts } from "../../assembly/contact/endpoints.ts";
import { pathParameters } from "../../assembly/ids.ts";
import { interactions } from "../../assembly/interaction/endpoints.ts";
import { labels } from "../../assembly/label/endpoints.ts";
import { usageLogs } from "../../assembly/usage-log/endpoints.ts";
import type { NounNames } from "../../generated/nouns.ts";
import type { IdPattern } from "../../rest/id-pattern.ts";
import { createEmulator } from "../create-emulator.ts";
import type { AssemblyData } from "../data/assembly/stored.ts";
import { type Emulator, type EmulatorSettings, type Reply, type ServedNoun, serve } from "../emulator.ts";
import { realTime } from "../real-time.ts";
import { startable } from "../startable.ts";
import { accountHandlers } from "./accounts.ts";
import { additionalPropertyHandlers } from "./additional-properties.ts";
import { contactHandlers } from "./contacts.ts";
import { assemblyCredentials } from "./credentials.ts";
import { assemblyData } from "./data.ts";
import { interactionHandlers } from "./interactions.ts";
import { labelHandlers } from "./labels.ts";
import { assemblyLimits } from "./limits.ts";
import type { AssemblyOptions } from "./options.ts";
import { createState } from "./state.ts";
import { usageLogHandlers } from "./usage-logs.ts";

const defaults: AssemblyOptions = {
  apiKey: assemblyCredentials.apiKey,
  contactsCarryCompany: true,
  usageCarriesOwner: false,
  additionalPropertiesAsList: false,
  takenPropertyStatus: 409,
  emptyLastPage: false,
  upsertLinksSourceSpecificId: true,
  takenTicketIdStatus: 409,
  unknownSendersBecomeCustomers: true,
};

/** Upstream the type of labels in a path is read without case. */
const anyCaseLabelType: IdPattern = {
  ...pathParameters.type,
  pattern: new RegExp(pathParameters.type.pattern.source, "i"),
};

/** Assembly as its documents describe it: accounts, contacts, labels, usage, custom properties and tickets. */
export function createAssemblyEmulator(
  data: AssemblyData,
  settings: EmulatorSettings,
  choices: Partial<AssemblyOptions> = {},
): Emulator {
  const options = { ...defaults, ...choices };
  const state = createState(data);
  const nouns: Record<NounNames["assembly"], ServedNoun> = {
    accounts: serve(accounts, accountHandlers(state, options)),
    contacts: serve(contacts, contactHandlers(state, options)),
    labels: serve(labels, labelHandlers(state)),
    usageLogs: serve(usageLogs, usageLogHandlers(state, options)),
    additionalProperties: serve(additionalProperties, additionalPropertyHandlers(state, options)),
    interactions: serve(interactions, interactionHandlers(state, options)),
  };

  return createEmulator({
    routes: nouns,
    pathParameters: { ...pathParameters, type: anyCaseLabelType },
    settings,
    limits: assemblyLimits(),
    // The raw key and nothing before it: a Bearer prefix is wrong (assembly-interactions.txt:2).
    authenticate: ({ headers }) =>
      headers.authorization === options.apiKey ? undefined : errorReply(401, "invalid or expired API key"),
    errorReply,
  });
}

const errorReply = (status: number, message: string): Reply => ({ status, body: { error: message } });

/** The emulated Assembly, as the gateway starts it. */
export const assemblyEmulator = startable({
  create: (nowMs) => createAssemblyEmulator(assemblyData(nowMs), realTime),
  settings: (origin) => ({ ASSEMBLY_URL: origin, ASSEMBLY_API_KEY: assemblyCredentials.apiKey }),
});
