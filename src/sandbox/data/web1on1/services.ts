import { plantedSecret } from "../../planted-secret.ts";
import { isoTime } from "../day.ts";
import { organizationId, serviceId } from "../ids.ts";
import { at } from "../names.ts";
import { listedKeys } from "./organizations.ts";
import type { StoredService } from "./stored.ts";

/** Services of the showcase organization; others have some of them. */
const showcaseCount = 6;

/** The least number of organizations, in the order of the list, that all have services. */
const organizationCount = 50;

const types = ["webhook", "smooch", "smartsupp", "gbm", "intercom", "api", "twilio", "mailgun", "messenger"];
const names = ["Order updates", "WhatsApp", "Website widget", "Maps", "Shop chat", "Reports", "SMS", "Mail"];
const channels = ["web", "whatsapp", "web", "gbm", "web", "api", "sms", "email", "facebook"];
const statuses = ["active", "queued", "disabled"];

/** Services of the first organizations, in the order of their list. */
export function services(listedCount: number, anchorMs: number): StoredService[] {
  const keys = ["master", ...listedKeys(listedCount)].slice(0, organizationCount);
  const owned = keys.flatMap((key, place) => {
    const count = key === "acme" ? showcaseCount : 1 + (place % 2);
    return Array.from({ length: count }, (_, number) => ({ key, number }));
  });
  return owned.map(({ key, number }, place) => service(key, number, place, anchorMs));
}

function service(key: string, number: number, place: number, anchorMs: number): StoredService {
  // The showcase has one of each of the first types; its last service is archived.
  const kind = key === "acme" ? number : place;
  const isArchived = key === "acme" && number === showcaseCount - 1;
  const type = at(types, kind);
  return {
    id: serviceId(key, number),
    organization: organizationId(key),
    name: at(names, kind),
    ...(place % 3 === 0 ? { description: `Set up for ${key}` } : {}),
    type,
    status: isArchived ? "archived" : at(statuses, place),
    touchpoints: [at(channels, kind)],
    params: params(type, `${key}-${number}`),
    ...(type === "smooch" ? { smoochId: serviceId("smooch", place), smoochAppId: `app_${key}` } : {}),
    ...(place % 5 === 2
      ? { startDate: isoTime(anchorMs, -30 - place), endDate: isoTime(anchorMs, 300 + place) }
      : {}),
    ...(place % 2 === 0
      ? { meta: { note: plantedSecret("meta", `service-${key}-${number}`), ticket: place } }
      : {}),
    createdAt: isoTime(anchorMs, -500 + place, 9),
    updatedAt: isoTime(anchorMs, -(place % 40) - 1, 15),
  };
}

/** Parameters of a type, each secret with a value of its own. @param owner distinct for each service. */
function params(type: string, owner: string): StoredService["params"] {
  const secret = (name: string) => plantedSecret(`params.${name}`, owner);
  switch (type) {
    case "webhook":
      return {
        url: `https://hooks:${secret("url")}@hooks.example/${owner}`,
        secret: secret("secret"),
        events: ["message.created"],
      };
    case "smooch":
      return { appId: secret("appId"), keyId: secret("keyId"), secret: secret("secret") };
    case "smartsupp":
      return {
        jid: `${secret("jid")}@s1.smartsupp.example`,
        password: secret("password"),
        host: "s1.smartsupp.example",
        port: owner.length % 2 === 0 ? "5222" : 5222,
      };
    case "gbm":
      return {
        location: serviceId("location", owner.length),
        welcomeMessage: secret("welcomeMessage"),
        starter: secret("starter"),
        startDay: "MONDAY",
        endDay: "FRIDAY",
      };
    case "intercom":
      return {
        app_id: secret("app_id"),
        access_token: secret("access_token"),
        assignee_id: secret("assignee_id"),
      };
    case "api":
      return { scopes: [secret("scopes")] };
    default:
      return { credentials: { key: secret("credentials") } };
  }
}
