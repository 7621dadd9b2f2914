import { assemblyApi } from "../../assembly/api.ts";
import { pathParameters } from "../../assembly/ids.ts";
import type { IdPattern } from "../../rest/id-pattern.ts";
import { createEmulator } from "../create-emulator.ts";
import { sandboxCredentials } from "../credentials.ts";
import type { SandboxData } from "../data/types.ts";
import type { Emulator, EmulatorSettings, Handlers, Reply, Routes } from "../emulator.ts";
import { assemblyLimits } from "../rate-limit.ts";
import { accountHandlers } from "./accounts.ts";
import { additionalPropertyHandlers } from "./additional-properties.ts";
import { contactHandlers } from "./contacts.ts";
import { interactionHandlers } from "./interactions.ts";
import { labelHandlers } from "./labels.ts";
import type { AssemblyOptions } from "./options.ts";
import { createState } from "./state.ts";
import { usageLogHandlers } from "./usage-logs.ts";

const defaults: AssemblyOptions = {
  apiKey: sandboxCredentials.assembly.apiKey,
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
  data: SandboxData["assembly"],
  settings: EmulatorSettings,
  choices: Partial<AssemblyOptions> = {},
): Emulator {
  const options = { ...defaults, ...choices };
  const state = createState(data);
  const handlers = {
    accounts: accountHandlers(state, options),
    contacts: contactHandlers(state, options),
    labels: labelHandlers(state),
    usageLogs: usageLogHandlers(state, options),
    additionalProperties: additionalPropertyHandlers(state, options),
    interactions: interactionHandlers(state, options),
  } satisfies Handlers<typeof assemblyApi>;

  return createEmulator({
    routes: { api: assemblyApi, handlers: handlers as Routes["handlers"] },
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
