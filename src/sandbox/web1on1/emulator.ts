import type { NounNames } from "../../generated/nouns.ts";
import type { IdPattern } from "../../rest/id-pattern.ts";
import { bots } from "../../web1on1/bot/endpoints.ts";
import { botInstances } from "../../web1on1/bot-instance/endpoints.ts";
import { organizationCategories } from "../../web1on1/category/endpoints.ts";
import { forms } from "../../web1on1/form/endpoints.ts";
import { formFields } from "../../web1on1/form-field/endpoints.ts";
import { pathParameters } from "../../web1on1/ids.ts";
import { organizations } from "../../web1on1/organization/endpoints.ts";
import { services } from "../../web1on1/service/endpoints.ts";
import { auth } from "../../web1on1/session/endpoints.ts";
import { users } from "../../web1on1/user/endpoints.ts";
import { organizationWorkflows } from "../../web1on1/workflow/endpoints.ts";
import { createEmulator } from "../create-emulator.ts";
import type { Web1on1Data } from "../data/web1on1/stored.ts";
import {
  type EmulatedRequest,
  type Emulator,
  type EmulatorSettings,
  type Reply,
  type ServedNoun,
  serve,
} from "../emulator.ts";
import { objectIdMaker } from "../random.ts";
import { realTime } from "../real-time.ts";
import { Refusal } from "../refusal.ts";
import { startable } from "../startable.ts";
import { createStore } from "../store.ts";
import { createAccess } from "./access.ts";
import { botInstanceHandlers } from "./bot-instances.ts";
import { botHandlers } from "./bots.ts";
import { categoryHandlers } from "./categories.ts";
import { web1on1Credentials } from "./credentials.ts";
import { web1on1Data } from "./data.ts";
import { formFieldHandlers } from "./form-fields.ts";
import { formHandlers } from "./forms.ts";
import { web1on1Limits } from "./limits.ts";
import type { Web1on1Options } from "./options.ts";
import { serveOrganizationGroups } from "./organization-groups.ts";
import { organizationHandlers } from "./organizations.ts";
import { serviceHandlers } from "./services.ts";
import { createSession } from "./session.ts";
import { userHandlers } from "./users.ts";
import { workflowHandlers } from "./workflows.ts";

/** Stands before every path. */
export const basePath = "/v2";

/** The upstream takes `me` for the id of the caller, which the gateway must never send in a write. */
const userIdOrMe: IdPattern = {
  description: "24 hexadecimal digits or the word me",
  pattern: /^(?:[0-9a-fA-F]{24}|me)$/,
  longest: 24,
};

/** Web1on1 with log-in, users, organizations and what those own, below `/v2`. */
export function createWeb1on1Emulator(
  data: Web1on1Data,
  settings: EmulatorSettings,
  options: Web1on1Options = {},
): Emulator {
  const idOf = ({ id }: { readonly id: string }): string => id;
  const stores = {
    users: createStore({ rows: data.users, idOf, makeId: objectIdMaker("web1on1/user") }),
    organizations: createStore({
      rows: data.organizations,
      idOf,
      makeId: objectIdMaker("web1on1/organization"),
    }),
    bots: createStore({ rows: data.bots, idOf, makeId: objectIdMaker("web1on1/bot") }),
    botInstances: createStore({
      rows: data.botInstances,
      idOf,
      makeId: objectIdMaker("web1on1/bot-instance"),
    }),
    services: createStore({ rows: data.services, idOf, makeId: objectIdMaker("web1on1/service") }),
    forms: createStore({ rows: data.forms, idOf, makeId: objectIdMaker("web1on1/form") }),
    organizationGroups: createStore({
      rows: data.organizationGroups,
      idOf,
      makeId: objectIdMaker("web1on1/organization-group"),
    }),
  };
  const access = createAccess(stores.organizations);
  const session = createSession(stores.users, options, basePath);
  const { callerOf } = session;
  const shared = {
    ...stores,
    categoryId: objectIdMaker("web1on1/category"),
    access,
    callerOf,
    basePath,
    options,
  };

  const nouns: Record<NounNames["web1on1"], ServedNoun> = {
    auth: serve(auth, session.handlers),
    users: serve(users, userHandlers(shared)),
    organizations: serve(organizations, organizationHandlers(shared)),
    bots: serve(bots, botHandlers(shared)),
    botInstances: serve(botInstances, botInstanceHandlers(shared)),
    services: serve(services, serviceHandlers(shared, options)),
    organizationCategories: serve(organizationCategories, categoryHandlers(shared)),
    ...serveOrganizationGroups(shared),
    organizationWorkflows: serve(
      organizationWorkflows,
      workflowHandlers({ ...shared, workflows: data.workflows }),
    ),
    forms: serve(forms, formHandlers(shared)),
    formFields: serve(formFields, formFieldHandlers(shared)),
  };

  const authenticate = (request: EmulatedRequest, nowMs: number): Reply | undefined => {
    if (session.isOpen(request)) return undefined;
    try {
      callerOf({ headers: request.headers, nowMs });
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return errorReply(error.status, error.message);
      throw error;
    }
  };

  return createEmulator({
    routes: nouns,
    pathParameters: { ...pathParameters, user_id: userIdOrMe },
    settings,
    limits: web1on1Limits(),
    authenticate,
    errorReply,
    basePath,
  });
}

const errorReply = (status: number, message: string): Reply => ({ status, body: { error: { message } } });

/** The emulated Web1on1, as the gateway starts it. */
export const web1on1Emulator = startable({
  create: (nowMs) => createWeb1on1Emulator(web1on1Data(nowMs), realTime),
  settings: (origin) => ({ WEB1ON1_URL: origin + basePath, WEB1ON1_TOKEN: web1on1Credentials.token }),
  alternatives: {
    WEB1ON1_EMAIL: web1on1Credentials.email,
    WEB1ON1_PASSWORD: web1on1Credentials.password,
  },
});
