import { plantedSecret } from "../../planted-secret.ts";
import { isoTime } from "../day.ts";
import { botId, botInstanceId, organizationId } from "../ids.ts";
import { listedKeys } from "./organizations.ts";
import { creatorsOf, type SetUp } from "./set-up.ts";
import type { StoredBotInstance } from "./stored.ts";

interface Sketch {
  /** Key of the organization that it works for. */
  readonly organization: string;
  /** Key of the bot. */
  readonly bot: string;
  readonly name: string;
  /** @default true */
  readonly enabled?: boolean;
}

/** The root instances of the master's bots, some of the showcase, then of each listed organization its own bot and of some the master's. */
export function botInstances(setUp: SetUp, anchorMs: number): StoredBotInstance[] {
  const creatorOf = creatorsOf(setUp);
  return sketches(setUp.listedOrganizations).map((sketch, place) =>
    botInstance(sketch, place, creatorOf, anchorMs),
  );
}

function sketches(listedOrganizations: number): Sketch[] {
  const keys = listedKeys(listedOrganizations);
  return [
    { organization: "master", bot: "concierge", name: "Concierge" },
    { organization: "master", bot: "translator", name: "Translator" },
    { organization: "acme", bot: "returns", name: "Return labels", enabled: false },
    { organization: "acme", bot: "survey", name: "How was it?" },
    ...keys.flatMap((key, place) => [
      { organization: key, bot: key, name: "Front desk", enabled: place % 5 !== 4 },
      ...(place % 3 === 0 ? [{ organization: key, bot: "concierge", name: "Our concierge" }] : []),
    ]),
  ];
}

function botInstance(
  { organization: key, bot, name, enabled = true }: Sketch,
  place: number,
  creatorOf: (organization: string) => string,
  anchorMs: number,
): StoredBotInstance {
  const organization = organizationId(key);
  const creator = creatorOf(organization);
  return {
    id: botInstanceId(key, bot),
    organization,
    bot: botId(bot),
    name,
    ...(place % 3 === 0 ? { description: `${name} for ${key}` } : {}),
    ...(place % 4 === 0 ? { avatar: `https://cdn.web1on1.example/bots/${bot}-${key}.png` } : {}),
    enabled,
    meta: { greeting: "Hello", token: plantedSecret("meta", `bot-instance-${key}-${bot}`) },
    createdBy: creator,
    updatedBy: creator,
    createdAt: isoTime(anchorMs, -300 + (place % 250), 10),
    updatedAt: isoTime(anchorMs, -(place % 25) - 1, 16),
  };
}
