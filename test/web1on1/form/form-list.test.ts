import { formId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredForm } from "../../../src/sandbox/data/web1on1/stored.ts";
import { describeList, nameAndTimes } from "../list-cases.ts";
import { gid } from "../upstream.ts";

const { organizationId } = showcase.account;

describeList<StoredForm>({
  noun: "forms",
  rows: ({ forms }) => forms,
  filters: [
    [
      "organization",
      { organization: gid("Organization", organizationId) },
      `organization=${organizationId}`,
      ({ organization }) => organization === organizationId,
    ],
    ["name, as it is written", { name: "保証" }, "name=保証", ({ name }) => name === "保証"],
    ["type", { type: "TOPIC" }, "type=topic", ({ type }) => type === "topic"],
    [
      "template",
      { template: gid("Form", formId(0)) },
      `template=${formId(0)}`,
      ({ template }) => template === formId(0),
    ],
    ["status, archived", { status: "ARCHIVED" }, "status=archived", ({ status }) => status === "archived"],
    ["tag", { tag: "retail" }, "tags=retail", ({ tags }) => tags?.includes("retail") ?? false],
  ],
  sorts: nameAndTimes,
  refused: [{ name: "~Intake" }, { tag: "[retail,travel]" }, { organization: gid("Form", organizationId) }],
});
