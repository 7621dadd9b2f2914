import type { WorkflowConditionJson, WorkflowJson } from "../../../web1on1/workflow/endpoints.ts";
import { isoTime } from "../day.ts";
import { organizationId, workflowId, workflowRuleId } from "../ids.ts";

const about = (category: string): WorkflowConditionJson => ({
  fact: "conversation.category",
  operator: "match",
  value: category,
  path: ".meta",
});

const enqueue = (name: string, delay: number) => ({ type: "enqueue", params: { name, delay } });

/** Workflows: one that runs everywhere, one that runs by tag, and some of the showcase, one of them switched off. */
export function workflows(anchorMs: number): WorkflowJson[] {
  const sketches = [
    {
      name: "Welcome",
      owner: "master",
      rules: [
        {
          conditions: { all: [{ fact: "conversation.new", operator: "equal", value: "true" }] },
          event: enqueue("Front desk", 0),
        },
      ],
    },
    {
      name: "Automotive",
      owner: "master",
      organizationTags: ["automotive"],
      rules: [{ conditions: { any: [about("Spare parts"), about("Leasing")] }, event: enqueue("Sales", 20) }],
    },
    {
      name: "Robots first",
      owner: "acme",
      organizations: ["acme"],
      rules: [
        {
          conditions: { any: [about("Orders"), about("Returns")], all: [about("Robots")] },
          event: enqueue("Robots", 5),
        },
        { conditions: { all: [about("Recalls")] }, event: { type: "notify", params: { channel: "e-mail" } } },
      ],
    },
    { name: "Trade fair", owner: "acme", organizations: ["acme", "bluebird"], enabled: false, rules: [] },
  ];
  return sketches.map(
    ({ name, owner, enabled = true, organizations = [], organizationTags = [], rules }, place) => ({
      id: workflowId(name),
      organization: organizationId(owner),
      name,
      enabled,
      rules: rules.map((rule, at) => ({
        id: workflowRuleId(name, at),
        ...rule,
        priority: at + 1,
      })),
      organizations: organizations.map(organizationId),
      organizationTags,
      createdAt: isoTime(anchorMs, -300 + place),
      updatedAt: isoTime(anchorMs, -place - 2),
    }),
  );
}
