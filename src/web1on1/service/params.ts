import { badInput } from "../../errors.ts";
import type {
  ApiParamsInput,
  GbmParamsInput,
  IntercomParamsInput,
  ServiceParamsInput,
  SmartSuppParamsInput,
  SmoochParamsInput,
  WebhookParamsInput,
} from "../../generated/resolvers.ts";
import { nonBlank, omitNulls, omitUndefined, optionalText } from "../../resolving/input.ts";
import { matchesId } from "../../rest/id-pattern.ts";
import type { JsonObject } from "../../rest/message/exact-json.ts";
import { longestText, within } from "../../text-limits.ts";
import { objectId } from "../ids.ts";

/** Parameters as the upstream takes them, with the type that they are for. */
export interface TypedParams {
  readonly type: string;
  readonly params: JsonObject;
}

// No message quotes a value: any of them may be a credential.

const filledTexts = (texts: readonly string[] | null | undefined, name: string) =>
  texts?.map((text, at) => nonBlank(text, `${name}.${at}`));

/** @throws BAD_USER_INPUT for a URL, an account or a port in the place of a host. */
function hostName(host: string, name: string): string {
  within(host, longestText.host, name);
  if (/^[^\s/@:]+$/.test(host)) return host;
  throw badInput(`${name} must be a host without scheme, path and port.`);
}

function timeOfDay(time: string | null | undefined, name: string): string | undefined {
  if (time === null || time === undefined) return undefined;
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return time;
  throw badInput(`${name} must be a time of the day as 09:00.`);
}

/** @throws BAD_USER_INPUT for what can be no id of a location. */
function locationId(location: string): string {
  if (matchesId(objectId, location)) return location;
  throw badInput(`params.gbm.location must be ${objectId.description}.`);
}

/** Makes the parameters of each type in the upstream's words: web1on1-v2.txt:8464-8573. */
const makers = {
  smartsupp: ({ jid, password, host, port }: SmartSuppParamsInput) => ({
    jid: nonBlank(jid, "params.smartsupp.jid"),
    password: nonBlank(password, "params.smartsupp.password"),
    host: hostName(host, "params.smartsupp.host"),
    // Prose and schema of the upstream disagree on number or text, so that it is sent as it came.
    port,
  }),
  intercom: ({ appId, accessToken, assigneeId }: IntercomParamsInput) => ({
    app_id: nonBlank(appId, "params.intercom.appId"),
    access_token: nonBlank(accessToken, "params.intercom.accessToken"),
    assignee_id: nonBlank(assigneeId, "params.intercom.assigneeId"),
  }),
  smooch: ({ appId, keyId, secret, advanced }: SmoochParamsInput) => ({
    appId: nonBlank(appId, "params.smooch.appId"),
    keyId: optionalText(keyId, "params.smooch.keyId"),
    secret: optionalText(secret, "params.smooch.secret"),
    advanced,
  }),
  gbm: (params: GbmParamsInput) => ({
    ...params,
    location: locationId(params.location),
    welcomeMessage: nonBlank(params.welcomeMessage, "params.gbm.welcomeMessage"),
    starter: nonBlank(params.starter, "params.gbm.starter"),
    startTime: timeOfDay(params.startTime, "params.gbm.startTime"),
    endTime: timeOfDay(params.endTime, "params.gbm.endTime"),
  }),
  webhook: ({ url, secret, events }: WebhookParamsInput) => ({
    url,
    secret: optionalText(secret, "params.webhook.secret"),
    events: filledTexts(events, "params.webhook.events"),
  }),
  api: ({ scopes }: ApiParamsInput) => ({ scopes: filledTexts(scopes, "params.api.scopes") }),
  twilio: (params: JsonObject) => params,
  mailgun: (params: JsonObject) => params,
  messenger: (params: JsonObject) => params,
};

/** Types whose parameters are not documented: null may mean something in them. */
const opaque: ReadonlySet<string> = new Set(["twilio", "mailgun", "messenger"]);

/** Parameters that may be left out of a new service, by type. */
export const optionalParams: Readonly<Record<string, readonly string[]>> = {
  smartsupp: ["port"],
  smooch: ["keyId", "secret", "advanced"],
  gbm: ["privacy", "startTime", "endTime", "startDay", "endDay", "step"],
  webhook: ["secret", "events"],
  api: ["scopes"],
};

/**
 * Demands that an input names every parameter: those that it left out would be gone, and what they were cannot be read.
 * @throws BAD_USER_INPUT
 */
export function checkComplete(input: ServiceParamsInput): void {
  const [[type, given]] = Object.entries(input) as [[string, JsonObject]];
  if (opaque.has(type) && Object.keys(given).length === 0) {
    throw badInput(`params.${type} must hold all parameters: those that are stored are replaced.`);
  }
  const missing = (optionalParams[type] ?? []).filter((name) => given[name] === undefined);
  if (missing.length === 0) return;
  throw badInput(
    `params.${type} must be complete, since what is stored is replaced; give ${missing.join(", ")}, with null for none.`,
  );
}

/**
 * The parameters that an input gives, with the type that follows from its member.
 * @throws BAD_USER_INPUT for what cannot be right.
 */
export function typedParams(input: ServiceParamsInput): TypedParams {
  // The schema lets exactly one member in.
  const [[type, given]] = Object.entries(input) as [[keyof typeof makers, never]];
  const params: JsonObject = makers[type](given);
  return { type, params: opaque.has(type) ? params : omitNulls(omitUndefined(params)) };
}
