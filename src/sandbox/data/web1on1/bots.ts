import { plantedSecret } from "../../planted-secret.ts";
import { isoTime } from "../day.ts";
import { botId, organizationId, userId } from "../ids.ts";
import { at } from "../names.ts";
import { listedKeys } from "./organizations.ts";
import { creatorsOf, type SetUp } from "./set-up.ts";
import type { StoredBot } from "./stored.ts";

interface Sketch {
  readonly key: string;
  /** Key of the organization that owns it. */
  readonly owner: string;
  readonly name: string;
  readonly id?: string;
  /** @default active */
  readonly status?: string;
  /** @default owner */
  readonly audience?: string;
}

const trades = ["Intake", "Opening Hours", "Returns", "営業時間", "Appointments"];

/** Those of the master organization, some of the showcase, then one for each listed organization and some archived ones. */
export function bots(setUp: SetUp, anchorMs: number): StoredBot[] {
  const creatorOf = creatorsOf(setUp);
  return sketches(setUp.listedOrganizations).map((sketch, place) => bot(sketch, place, creatorOf, anchorMs));
}

function sketches(listedOrganizations: number): Sketch[] {
  const keys = listedKeys(listedOrganizations);
  return [
    // The token of the gateway is that of a bot, which has the id of its user.
    { key: "gateway", id: userId("gateway"), owner: "master", name: "Tributary Gateway" },
    { key: "concierge", owner: "master", name: "Concierge", audience: "global" },
    { key: "translator", owner: "master", name: "Translator", audience: "group" },
    { key: "returns", owner: "acme", name: "Return Labels", status: "inactive" },
    { key: "survey", owner: "acme", name: "Survey", audience: "group" },
    ...keys.map((owner, place) => ({
      key: owner,
      owner,
      name: `${at(trades, place)} Bot`,
      ...(place % 9 === 8 && { status: "inactive" }),
    })),
    ...keys
      .filter((_, place) => place % 16 === 0)
      .map((owner) => ({ key: `old.${owner}`, owner, name: "Old Bot", status: "archived" })),
  ];
}

function bot(
  { key, owner, name, id = botId(key), status = "active", audience = "owner" }: Sketch,
  place: number,
  creatorOf: (organization: string) => string,
  anchorMs: number,
): StoredBot {
  const organization = organizationId(owner);
  return {
    id,
    organization,
    name,
    ...(place % 2 === 0 ? { description: `${name} of ${owner}` } : {}),
    status,
    roles: place % 4 === 3 ? ["bot", "agent"] : ["bot"],
    audience,
    tags: place % 3 === 0 ? ["retail"] : [],
    ...(place % 5 === 0 ? { avatar: `https://cdn.web1on1.example/bots/${key}.png` } : {}),
    commands: place % 2 === 0 ? ["start", "stop"] : [],
    meta: { endpoint: { timeoutSeconds: 5 + (place % 20), token: plantedSecret("meta", `bot-${key}`) } },
    secret: plantedSecret("secret", key),
    createdBy: creatorOf(organization),
    updatedBy: userId("gateway"),
    createdAt: isoTime(anchorMs, -400 + (place % 300), 9),
    updatedAt: isoTime(anchorMs, -(place % 30) - 1, 15),
  };
}
