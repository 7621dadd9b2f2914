import { plantedSecret } from "../../planted-secret.ts";
import { web1on1Credentials } from "../../web1on1/credentials.ts";
import { contactCount, contactEmail, contactHuman } from "../assembly/contacts.ts";
import { companies } from "../companies.ts";
import { isoTime } from "../day.ts";
import { organizationId, userId } from "../ids.ts";
import { at, type Human, human } from "../names.ts";
import { showcaseStaffCount, staffLink, staffUserEmail, staffUserId } from "../staff.ts";
import { listedKeys } from "./organizations.ts";
import type { StoredUser } from "./stored.ts";

interface Sketch {
  readonly id: string;
  readonly email: string;
  readonly name: Pick<Human, "givenName" | "familyName" | "timezone">;
  /** Keys of organizations, the owner first. */
  readonly organizations: readonly [string, ...string[]];
  readonly role?: string;
  readonly status?: string;
}

/** The gateway's own user, the staff, contacts that chat themselves, the join cases, then others up to the count. */
export function users(
  counts: { readonly people: number; readonly listedOrganizations: number; readonly users: number },
  anchorMs: number,
): StoredUser[] {
  const keys = listedKeys(counts.listedOrganizations);
  const known = [gatewayUser, ...staff(counts.people, keys), ...chattingContacts(), ...caseCast];
  const missing = Math.max(0, counts.users - known.filter(({ status }) => status !== "archived").length);
  const strangers = Array.from({ length: missing }, (_, number) => stranger(number, keys));
  const retired = Array.from(
    { length: 6 },
    (_, number): Sketch => ({ ...stranger(missing + number, keys), status: "archived" }),
  );
  return [...known, ...strangers, ...retired].map((sketch, place) => user(sketch, place, anchorMs));
}

const gatewayUser: Sketch = {
  id: userId("gateway"),
  email: web1on1Credentials.email,
  name: { givenName: "Tributary", familyName: "Gateway", timezone: "Europe/Amsterdam" },
  organizations: ["master"],
  role: "owner",
  status: "active",
};

function staff(count: number, keys: readonly string[]): Sketch[] {
  const numbers = Array.from({ length: count }, (_, number) => number);
  return numbers
    .filter((number) => staffLink(number) !== "none")
    .map((number) => ({
      id: staffUserId(number),
      email: staffUserEmail(number),
      name: human(number),
      organizations: memberships(number, keys),
      role: at(["agent", "agent", "agent", "admin", "agent", "supervisor", "owner"], number),
      status:
        number % 29 === 28 ? "archived" : at(["active", "active", "invited", "active", "queued"], number),
    }));
}

// Some are members of a second organization, which a list by organization shows as well; ten of the showcase's.
function memberships(number: number, keys: readonly string[]): [string, ...string[]] {
  if (number < showcaseStaffCount) return number % 6 === 0 ? ["acme", at(keys, number)] : ["acme"];
  if (number === 40) return ["velvet"]; // an owner that is archived itself
  const owner = at(keys, number);
  if (number % 10 === 1 && number < 130) return owner === "acme" ? [owner] : [owner, "acme"];
  return number % 6 === 0 ? [owner, at(keys, number + 1)] : [owner];
}

function chattingContacts(): Sketch[] {
  const chatting = companies.flatMap(({ key, organizations }): Sketch[] => {
    const own = organizations.find(({ archived }) => archived !== true);
    if (own === undefined || contactCount(key) === 0) return [];
    return (key === "acme" ? [1, 2, 3] : [1]).map((number) => ({
      ...contactUser(key, number),
      organizations: [own.key],
      status: "active",
    }));
  });
  const acme: Sketch["organizations"] = ["acme"];
  return [
    ...chatting,
    { ...contactUser("acme", 4), organizations: acme },
    { ...contactUser("acme", 4), id: userId("contact/acme/4/second"), organizations: acme },
    { ...contactUser("zuiderzee", 2), organizations: ["zuiderzee"], status: "archived" },
  ];
}

function contactUser(company: string, number: number): Omit<Sketch, "organizations"> {
  const email = contactEmail(company, number);
  return {
    id: userId(`contact/${company}/${number}`),
    email: number % 2 === 1 ? email.slice(0, 1).toUpperCase() + email.slice(1) : email.toLowerCase(),
    name: contactHuman(company, number),
    role: "guest",
  };
}

const part = (key: string, email: string, status = "active"): Sketch => {
  const [givenName = "", familyName = ""] = email.split(/[.@]/);
  return {
    id: userId(key),
    email,
    name: { givenName, familyName, timezone: "Europe/Amsterdam" },
    organizations: ["bluebird"],
    status,
  };
};

// The people that these meet are in people.ts.
const caseCast: readonly Sketch[] = [
  part("platform-target", "Someone.Else@chat.helpdesk.example"),
  part("platform-decoy", "Mara.Platform@helpdesk.example"),
  part("dangling-platform", "Dora.Dangling@helpdesk.example"),
  part("imported-archived", "Other.Name@chat.helpdesk.example", "archived"),
  part("ambiguous-a", "Two.Users@helpdesk.example"),
  part("ambiguous-b", "two.users@helpdesk.example"),
  part("archived-only", "Arno.Archived@helpdesk.example", "archived"),
  part("archived-of-two", "Lena.Living@helpdesk.example", "archived"),
  part("living-of-two", "lena.living@helpdesk.example"),
  part("twin", "Tess.Twin@Helpdesk.Example"),
  part("deleted-only", "Dirk.Deleted@helpdesk.example"),
  part("no-match", "Nobody.Known@chat.helpdesk.example"),
];

function stranger(number: number, keys: readonly string[]): Sketch {
  const name = human(1200 + number);
  return {
    id: userId(`stranger/${number}`),
    email: `${name.emailName}@stranger.example`,
    name,
    organizations:
      number % 4 === 0 ? [at(keys, number * 3), at(keys, number * 3 + 7)] : [at(keys, number * 3)],
    role: at(["agent", "agent", "bot", "guest"], number),
  };
}

function user(sketch: Sketch, place: number, anchorMs: number): StoredUser {
  const { id, email, name, organizations } = sketch;
  const isGateway = id === gatewayUser.id;
  const status = sketch.status ?? "active";
  return {
    id,
    familyName: name.familyName,
    givenName: name.givenName,
    // Unset fields are left out upstream, so a display name is not always there to read.
    ...(place % 4 === 3 ? {} : { displayName: `${name.givenName} ${name.familyName}` }),
    email,
    ...(place % 3 === 0 ? { phone: `+31 20 55${String(50_000 + place)}` } : {}),
    password: isGateway ? web1on1Credentials.password : plantedSecret("password", place),
    ...(place % 5 === 0 ? { avatar: `https://cdn.web1on1.example/avatars/${id}.png` } : {}),
    organization: organizationId(organizations[0]),
    organizations: [...new Set(organizations)].map(organizationId),
    role: sketch.role ?? "agent",
    settings: {
      timezone: name.timezone,
      locale: at(["en", "nl", "de", "fr"], place),
      audioOnChat: place % 2 === 0,
      notifications: place % 6 === 0 ? ["technical", "billing"] : [],
      cannedResponses: place % 8 === 0 ? ["Thank you {{ givenName }}"] : [],
    },
    ...metaOf(sketch, place),
    status,
    apiToken: isGateway ? web1on1Credentials.token : plantedSecret("apiToken", place),
    ...(status === "active" ? { lastLogin: isoTime(anchorMs, -(place % 20) - 1, 9) } : {}),
    createdAt: isoTime(anchorMs, -600 + (place % 500), 8),
    updatedAt: isoTime(anchorMs, -(place % 60) - 1, 12),
  };
}

/** A bot's own user holds what a bot does. */
function metaOf({ role }: Sketch, place: number): Pick<StoredUser, "meta"> {
  if (role === "bot") return { meta: { endpoint: { token: plantedSecret("meta", `user-${place}`) } } };
  return place % 3 === 1 ? { meta: { desk: `D${place}`, shoeSize: 36 + (place % 10) } } : {};
}
