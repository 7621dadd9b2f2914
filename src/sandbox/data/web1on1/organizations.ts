import { plantedSecret } from "../../planted-secret.ts";
import { objectIdOf } from "../../random.ts";
import { companies } from "../companies.ts";
import { isoTime } from "../day.ts";
import { organizationId } from "../ids.ts";
import { at, human } from "../names.ts";
import type { StoredOrganization } from "./stored.ts";

interface Sketch {
  readonly key: string;
  readonly name: string;
  readonly url?: string;
  readonly email?: string;
  readonly archived?: true;
}

const industries = ["automotive", "retail", "travel", "energy", "healthcare"];
const trades = ["Motors", "Reizen", "Clinic", "Studio", "商店", "Market"];

/** The master organization, those of companies and of one customer, then some that Assembly does not know. */
export function organizations(listedCount: number, anchorMs: number): StoredOrganization[] {
  return sketches(listedCount).map((sketch, place) => organization(sketch, place, anchorMs));
}

/** Keys of the listed organizations, the master aside, in the order of the list. */
export const listedKeys = (listedCount: number): string[] =>
  sketches(listedCount).flatMap(({ key, archived }) => (archived === true || key === "master" ? [] : [key]));

function sketches(listedCount: number): Sketch[] {
  const known: Sketch[] = [
    {
      key: "master",
      name: "Web1on1 Sandbox",
      url: "https://web1on1.example",
      email: "support@web1on1.example",
    },
    ...companies.flatMap((company) => company.organizations),
    { key: "solo", name: "Solo Coaching", url: "https://solo-coaching.example" },
    { key: "closed", name: "Closed Doors", url: "https://closed-doors.example", archived: true },
  ];
  const missing = listedCount - known.filter(({ archived }) => archived !== true).length;
  const strangers = Array.from({ length: Math.max(0, missing) }, (_, number): Sketch => {
    const host = `stranger-${number}.example`;
    const name = `${human(700 + number).familyName} ${at(trades, number)}`;
    return { key: `stranger-${number}`, name, url: `https://www.${host}/`, email: `chat@${host}` };
  });
  return [...known, ...strangers];
}

function organization(sketch: Sketch, place: number, anchorMs: number): StoredOrganization {
  const { key, name, url, email, archived } = sketch;
  const { country, timezone } = human(place);
  return {
    id: organizationId(key),
    name,
    displayName: name,
    status: archived === true ? "archived" : place % 15 === 14 ? "queued" : "active",
    ...(email === undefined ? {} : { email }),
    ...(url === undefined ? {} : { url }),
    ...(place % 3 === 0 ? { logo: `https://cdn.web1on1.example/logos/${key}.png` } : {}),
    country,
    locale: at(["en", "nl", "de", "fr"], place),
    timezone,
    industry: at(industries, place),
    settings: { routeOnReply: at(["accept", "assign", "route"], place), enableMail: place % 2 === 0 },
    aliases:
      place % 5 === 0 ? [{ name: "Alexandra", avatar: "https://cdn.web1on1.example/avatars/smiling" }] : [],
    categories: categories(key, place),
    profileFields: {
      name: { label: "Name", enabled: true },
      gender: { label: "Gender", options: ["female", "male", "other"], enabled: false },
      address: { postalCode: { label: "Postcode" }, addressLocality: { label: "City", enabled: true } },
    },
    stopwords: place % 4 === 0 ? ["refund"] : [],
    commands: ["intakebot"],
    tags: [at(industries, place), ...(place % 6 === 0 ? ["key account"] : [])],
    ...(place % 7 === 0 ? { domainPrefix: key, domain: "chat.example" } : {}),
    partners: place % 10 === 1 ? [{ organization: organizationId("master"), permission: "guest" }] : [],
    whitelist: email === undefined ? [] : [email],
    defaultRole: "guest",
    dataRetention: { length: 18, unit: "month" },
    ...(place % 9 === 8 ? {} : { billingInfo: billing(key, anchorMs) }),
    emailAs: "results@web1on1.example",
    meta: { crm: `crm-${key}` },
    ...(key === "master" ? {} : { parent: organizationId(parentOf(key)) }),
    createdAt: isoTime(anchorMs, -700 + place),
    updatedAt: isoTime(anchorMs, -(place % 40) - 1),
  };
}

const parentOf = (key: string): string => (/^stranger-[1-3]$/.test(key) ? "stranger-0" : "master");

// A full list of ten slots, two of them empty, for the showcase; a short one for others.
function categories(key: string, place: number): NonNullable<StoredOrganization["categories"]> {
  const names = [
    "Orders",
    "Returns",
    "Spare parts",
    "Invoices",
    "Robots",
    "Recalls",
    "Trade fair",
    "保証",
    "Leasing",
    "Other",
  ];
  const kept = key === "acme" ? names : names.slice(0, place % 4);
  return kept.map((name, slot) =>
    key === "acme" && (slot === 3 || slot === 6)
      ? null
      : { id: objectIdOf(`category/${key}/${slot}`), name, forms: [objectIdOf(`form/${slot}`)], tags: [] },
  );
}

function billing(key: string, anchorMs: number): NonNullable<StoredOrganization["billingInfo"]> {
  return {
    billReceiver: key,
    billSender: "Web1on1 Sandbox",
    trialEndsOn: isoTime(anchorMs, -300),
    stripeCustomerId: plantedSecret("stripeCustomerId", key),
    liveMode: true,
    moveToLive: false,
    w1on1ResultId: plantedSecret("w1on1ResultId", key),
    daysUntilDue: 14,
    meta: { note: plantedSecret("billingInfo.meta", key) },
    enableMecs: false,
    enableAmp: false,
    enableSepaDebitCosts: false,
    version: 2,
    currentPlan: at(["base", "grow", "scale"], key.length),
  };
}
