import type { IdPattern } from "../../rest/id-pattern.ts";
import { web1on1Api } from "../../web1on1/api.ts";
import { pathParameters } from "../../web1on1/ids.ts";
import { createEmulator } from "../create-emulator.ts";
import type { SandboxData } from "../data/types.ts";
import type { EmulatedRequest, Emulator, EmulatorSettings, Handlers, Reply } from "../emulator.ts";
import { objectIdMaker } from "../random.ts";
import { web1on1Limits } from "../rate-limit.ts";
import { Refusal } from "../refusal.ts";
import { createStore } from "../store.ts";
import { createAccess } from "./access.ts";
import { organizationHandlers } from "./organizations.ts";
import { createSession, type SessionOptions } from "./session.ts";
import { userHandlers } from "./users.ts";

const basePath = "/v2";

/** The upstream takes `me` for the id of the caller, which the gateway must never send in a write. */
const userIdOrMe: IdPattern = {
  description: "24 hexadecimal digits or the word me",
  pattern: /^(?:[0-9a-fA-F]{24}|me)$/,
  longest: 24,
};

/** Web1on1 with log-in, users and organizations, below `/v2`. */
export function createWeb1on1Emulator(
  data: SandboxData["web1on1"],
  settings: EmulatorSettings,
  options: SessionOptions = {},
): Emulator {
  const idOf = ({ id }: { readonly id: string }): string => id;
  const users = createStore({ rows: data.users, idOf, makeId: objectIdMaker("web1on1/user") });
  const organizations = createStore({
    rows: data.organizations,
    idOf,
    makeId: objectIdMaker("web1on1/organization"),
  });
  const access = createAccess(organizations);
  const session = createSession(users, options, basePath);
  const { callerOf } = session;

  const handlers = {
    auth: session.handlers,
    users: userHandlers({ users, organizations, access, callerOf, basePath }),
    organizations: organizationHandlers({ organizations, access, callerOf, basePath }),
  } satisfies Handlers<typeof web1on1Api>;

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
    routes: { api: web1on1Api, handlers },
    pathParameters: { ...pathParameters, user_id: userIdOrMe },
    settings,
    limits: web1on1Limits(),
    authenticate,
    errorReply,
    basePath,
  });
}

const errorReply = (status: number, message: string): Reply => ({ status, body: { error: { message } } });
