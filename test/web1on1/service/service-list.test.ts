import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredService } from "../../../src/sandbox/data/web1on1/stored.ts";
import { describeList, nameAndTimes } from "../list-cases.ts";
import { gid } from "../upstream.ts";

const { organizationId } = showcase.account;

describeList<StoredService>({
  noun: "services",
  rows: ({ services }) => services,
  filters: [
    [
      "organization",
      { organization: gid("Organization", organizationId) },
      `organization=${organizationId}`,
      ({ organization }) => organization === organizationId,
    ],
    ["type", { type: "SMOOCH" }, "type=smooch", ({ type }) => type === "smooch"],
    ["status", { status: "DISABLED" }, "status=disabled", ({ status }) => status === "disabled"],
    ["status, archived", { status: "ARCHIVED" }, "status=archived", ({ status }) => status === "archived"],
    [
      "all that hold at once",
      { organization: organizationId, type: "INTERCOM", status: "DISABLED" },
      `organization=${organizationId}&type=intercom&status=disabled`,
      ({ organization, status, type }) =>
        organization === organizationId && type === "intercom" && status === "disabled",
    ],
  ],
  sorts: nameAndTimes,
  refused: [{ organization: gid("Service", organizationId) }],
});
