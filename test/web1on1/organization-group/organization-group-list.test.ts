import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredOrganizationGroup } from "../../../src/sandbox/data/web1on1/stored.ts";
import { describeList, nameAndTimes } from "../list-cases.ts";
import { gid } from "../upstream.ts";

const { organizationId } = showcase.account;

describeList<StoredOrganizationGroup>({
  noun: "organizationGroups",
  path: "orggroups",
  rows: ({ organizationGroups }) => organizationGroups,
  filters: [
    [
      "organization",
      { organization: gid("Organization", organizationId) },
      `organization=${organizationId}`,
      ({ organization }) => organization === organizationId,
    ],
    [
      "member",
      { member: organizationId },
      `members=${organizationId}`,
      ({ members }) => members.includes(organizationId),
    ],
    [
      "both at once",
      { organization: organizationId, member: organizationId },
      `organization=${organizationId}&members=${organizationId}`,
      ({ organization, members }) => organization === organizationId && members.includes(organizationId),
    ],
  ],
  sorts: nameAndTimes,
  refused: [{ organization: "me" }, { member: gid("User", organizationId) }],
});
