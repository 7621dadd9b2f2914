import { Refusal } from "../refusal.ts";
import { type Check, isObject, listOf, objectOf, oneOf, text } from "./write-body.ts";

/** The parameters of one type of service. */
interface TypeParams {
  readonly checks: Readonly<Record<string, Check>>;
  /** Names that a new service must have. */
  readonly required: readonly string[];
  /** Values of names that are left out. */
  readonly defaults?: Readonly<Record<string, unknown>>;
}

/** A text or a number: the prose says one, the schema the other (web1on1-v2.txt:8478, 8729). */
const port: Check = (value, name) => {
  if (!/^\d{1,5}$/.test(String(value))) throw new Refusal(400, `${name} must be a port`);
};

const day = oneOf("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

/** By type: web1on1-v2.txt:8464-8573, and the vendor's public guide for webhooks. Other types have no documented ones. */
const byType: Readonly<Record<string, TypeParams>> = {
  smartsupp: {
    checks: { jid: text, password: text, host: text, port },
    required: ["jid", "password", "host"],
    defaults: { port: "5222" },
  },
  intercom: {
    checks: { app_id: text, access_token: text, assignee_id: text },
    required: ["app_id", "access_token", "assignee_id"],
  },
  smooch: { checks: { appId: text, keyId: text, secret: text, advanced: objectOf() }, required: ["appId"] },
  gbm: {
    checks: {
      location: text,
      welcomeMessage: text,
      privacy: text,
      starter: text,
      startTime: text,
      endTime: text,
      startDay: day,
      endDay: day,
      step: oneOf("verifyAgent", "verifyLocation", "launchAgent", "launchLocation"),
    },
    required: ["location", "welcomeMessage", "starter"],
  },
  webhook: { checks: { url: text, secret: text, events: listOf(text) }, required: ["url"] },
  api: { checks: { scopes: listOf(text) }, required: [] },
};

const untyped: TypeParams = { checks: {}, required: [] };

/**
 * The parameters of a service as they are stored: those that were sent, with the defaults of its type.
 * @param isNew whether the names that its type requires must be there.
 */
export function storedParams(type: string, sent: unknown, isNew: boolean): Readonly<Record<string, unknown>> {
  const { checks, required, defaults } = byType[type] ?? untyped;
  objectOf(checks)(sent, "params");
  const params = isObject(sent) ? sent : {};
  const missing = isNew ? required.find((name) => !params[name]) : undefined;
  if (missing) throw new Refusal(400, `params.${missing} is required for ${type}`);
  return { ...defaults, ...params };
}
