import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredBotInstance } from "../../../src/sandbox/data/web1on1/stored.ts";
import { describeList, nameAndTimes } from "../list-cases.ts";
import { gid } from "../upstream.ts";

const { sharedBotId } = showcase;
const { organizationId } = showcase.account;

describeList<StoredBotInstance>({
  noun: "botInstances",
  path: "botinstances",
  rows: ({ botInstances }) => botInstances,
  filters: [
    [
      "organization",
      { organization: gid("Organization", organizationId) },
      `organization=${organizationId}`,
      ({ organization }) => organization === organizationId,
    ],
    ["bot", { bot: gid("Bot", sharedBotId) }, `bot=${sharedBotId}`, ({ bot }) => bot === sharedBotId],
    [
      "both at once",
      { organization: organizationId, bot: sharedBotId },
      `organization=${organizationId}&bot=${sharedBotId}`,
      ({ bot, organization }) => bot === sharedBotId && organization === organizationId,
    ],
  ],
  sorts: nameAndTimes,
  refused: [{ bot: gid("User", sharedBotId) }, { organization: gid("Bot", organizationId) }],
});
