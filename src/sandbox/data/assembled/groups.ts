import type { ActivityTypeJson } from "../../../assembled/activity-type/endpoints.ts";
import type { GroupJson } from "../../../assembled/group/endpoints.ts";
import type { RoleJson } from "../../../assembled/role/endpoints.ts";
import { unixSeconds } from "../day.ts";
import { activityTypeId, groupId } from "../ids.ts";

// Each line is a root and, after a colon, its children.
const tables = {
  site: ["EMEA: Amsterdam, Kraków, İstanbul", "Americas: Ciudad de México, Seattle", "APAC: 東京, Bengaluru"],
  team: [
    "Support: Chat Frontline, Voice, Email Desk, Night Owls",
    "Success: Onboarding, Enterprise Care",
    "Operations: Quality, Workforce",
  ],
  queue: ["General: Orders, Returns, Billing", "Technical: Devices, Connectivity", "VIP"],
  skill: [
    "Languages: English, Nederlands, Deutsch, 日本語, العربية, Türkçe",
    "Products: Robots, Spare parts",
    "De-escalation",
  ],
} as const;

/** The four kinds of group. */
export type GroupKind = keyof typeof tables;

/** Every group of a kind, each root before its children. */
export function groups(kind: GroupKind, anchorMs: number): GroupJson[] {
  const made = (name: string, parent: string | null, place: number): GroupJson => ({
    id: groupId(`${kind}/${name}`),
    name,
    parent_id: parent === null ? null : groupId(`${kind}/${parent}`),
    created_at: unixSeconds(anchorMs, -900 + place),
    updated_at: unixSeconds(anchorMs, -30 + place),
  });
  return trees(kind).flatMap(([root, children], place) => [
    made(root, null, place),
    ...children.map((child, index) => made(child, root, place + index)),
  ]);
}

/** Ids of the groups of a kind that people belong to: the leaves of its trees. */
export const leafIds = (kind: GroupKind): string[] =>
  trees(kind).flatMap(([root, children]) =>
    (children.length === 0 ? [root] : children).map((name) => groupId(`${kind}/${name}`)),
  );

function trees(kind: GroupKind): [root: string, children: string[]][] {
  return tables[kind].map((line) => {
    const [root = "", children] = line.split(": ");
    return [root, children === undefined ? [] : children.split(", ")];
  });
}

/** Roles; one has no description. */
export const roles: readonly RoleJson[] = [
  { id: groupId("role/Agent"), name: "Agent", description: "Answers customers" },
  { id: groupId("role/Team lead"), name: "Team lead", description: "Sees the schedule of a team" },
  { id: groupId("role/Admin"), name: "Admin", description: "Changes everything" },
  { id: groupId("role/Analyst"), name: "Analyst" },
];

const types: readonly (readonly [
  value: string,
  name: string,
  color: string,
  kind: "work" | "rest" | "off",
])[] = [
  ["shift", "Shift", "#2E9E5B", "work"],
  ["break", "Break", "#F2A900", "rest"],
  ["lunch", "Lunch", "#E07A5F", "rest"],
  ["meeting", "Meeting", "#3A86FF", "rest"],
  ["training", "Training", "#8338EC", "rest"],
  ["time_off", "Time off", "#7A8794", "off"],
  ["sick_leave", "Sick leave", "#D7263D", "off"],
];

/** Activity types; those that are time off state its unit. */
export const activityTypes: readonly ActivityTypeJson[] = types.map(([value, name, color, kind], place) => ({
  id: activityTypeId(value),
  import_id: place === 0 ? "wfm-shift" : null,
  name,
  short_name: name.slice(0, 1),
  value,
  channels: kind === "work" ? ["chat", "email", "phone"] : [],
  productive: kind === "work",
  timeoff: kind === "off",
  ...(kind === "off" ? { timeoff_unit: value === "time_off" ? "days" : "hours" } : {}),
  background_color: color,
  font_color: "#ffffff",
}));
