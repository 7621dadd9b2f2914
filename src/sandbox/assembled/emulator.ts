import { assembledApi } from "../../assembled/api.ts";
import { pathParameters } from "../../assembled/ids.ts";
import { createEmulator } from "../create-emulator.ts";
import { sandboxCredentials } from "../credentials.ts";
import type { AssembledData } from "../data/types.ts";
import type { EmulatedRequest, Emulator, EmulatorSettings, Handlers, Routes } from "../emulator.ts";
import { uuidMaker } from "../random.ts";
import { assembledLimits } from "../rate-limit.ts";
import { createActivityHandlers } from "./activities.ts";
import { varyingErrors } from "./errors.ts";
import { createGroupHandlers } from "./groups.ts";
import { createPeopleHandlers } from "./people.ts";
import { createState } from "./state.ts";

/** Choices for the emulated Assembled. */
export interface AssembledEmulatorOptions {
  /** @default the key of the sandbox */
  readonly apiKey?: string;
  /**
   * Whether people come with the queues and skills they refer to as well. The real service was seen to send them
   * although its documentation does not say so. @default false
   */
  readonly sideLoadQueues?: boolean;
}

/** Every version of the changelog (assembled-v0.txt:3132-3148); the header may also be left out. */
export const acceptedApiVersions: ReadonlySet<string> = new Set([
  "2024-06-04",
  "2024-05-22",
  "2024-02-27",
  "2022-12-02",
  "2022-03-21",
  "2019-06-20",
  "2019-02-22",
]);

/** Assembled as its documentation describes it: people, activities, and the collections that they point into. */
export function createAssembledEmulator(
  data: AssembledData,
  settings: EmulatorSettings,
  options: AssembledEmulatorOptions = {},
): Emulator {
  const { apiKey = sandboxCredentials.assembled.apiKey, sideLoadQueues = false } = options;
  const state = createState(data);
  const errorReply = varyingErrors();
  const handlers = {
    people: createPeopleHandlers(state, { sideLoadQueues }),
    activities: createActivityHandlers(state),
    ...createGroupHandlers(state),
  } satisfies Handlers<typeof assembledApi>;

  return createEmulator({
    routes: { api: assembledApi, handlers: handlers as Routes["handlers"] },
    pathParameters,
    settings,
    limits: assembledLimits(),
    authenticate: (request) =>
      isAllowed(request, apiKey) ? undefined : errorReply(401, "a valid API key is required"),
    before: ({ headers }) => {
      const version = headers["api-version"];
      return version === undefined || acceptedApiVersions.has(version)
        ? undefined
        : errorReply(400, `API-Version ${version} does not exist`);
    },
    requestId: uuidMaker("assembled/request"),
    errorReply,
  });
}

/** The key is the user name and the password is empty; Bearer is not supported (assembled-v0.txt:20-24). */
function isAllowed({ headers }: EmulatedRequest, apiKey: string): boolean {
  const encoded = /^basic +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  return encoded !== undefined && Buffer.from(encoded, "base64").toString() === `${apiKey}:`;
}
