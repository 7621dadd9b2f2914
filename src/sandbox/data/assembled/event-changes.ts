import type { EventChangeJson } from "../../../assembled/event-change/endpoints.ts";
import { uuidOf } from "../../random.ts";
import { unixSeconds } from "../day.ts";
import { agentId, personId } from "../ids.ts";
import { showcaseStaffCount } from "../staff.ts";
import { draftScheduleId } from "./activities.ts";
import type { StoredEventChange, StoredPerson } from "./stored.ts";

const nothingBefore = {
  old_event_type: null,
  old_start_time: null,
  old_end_time: null,
  old_channels: null,
  old_template_id: null,
  old_google_calendar_event_id: null,
};
const nothingAfter = {
  new_event_type: null,
  new_start_time: null,
  new_end_time: null,
  new_channels: null,
  new_template_id: null,
  new_google_calendar_event_id: null,
};

/**
 * Changes of the days before the one that is anchored to: one of each who serves the showcase account, and a few oddities.
 * @param people staff in the order of their numbers, before all others.
 */
export function eventChanges(people: readonly StoredPerson[], anchorMs: number): StoredEventChange[] {
  const staff = people.slice(0, showcaseStaffCount);
  return [
    ...staff.map((person, number) => changeOf(person, number, anchorMs)),
    ...oddities(people, anchorMs),
  ];
}

/** In turn an activity that was made, one that was moved by half an hour, and one that was taken away. */
function changeOf(person: StoredPerson, number: number, anchorMs: number): StoredEventChange {
  const day = -1 - (number % 3);
  const before = {
    old_event_type: "shift",
    old_start_time: unixSeconds(anchorMs, day + 1, 9),
    old_end_time: unixSeconds(anchorMs, day + 1, 11),
    old_channels: ["chat"],
    old_template_id: uuidOf("template/early"),
    old_google_calendar_event_id: null,
  };
  const after = {
    new_event_type: number % 2 === 0 ? "meeting" : "shift",
    new_start_time: unixSeconds(anchorMs, day + 1, 9.5),
    new_end_time: unixSeconds(anchorMs, day + 1, 11.5),
    new_channels: number % 2 === 0 ? [] : ["chat", "email"],
    new_template_id: null,
    new_google_calendar_event_id: number % 2 === 0 ? `gcal-${number}` : null,
  };
  const kinds = [
    { event_change_type: "modify", description: "Events Edited and Published", ...before, ...after },
    { event_change_type: "create", description: "Template Applied", ...nothingBefore, ...after },
    { event_change_type: "delete", description: "Time Off Approved", ...before, ...nothingAfter },
  ] as const;
  return change(`staff/${number}`, person, {
    modified_by: editors[number % editors.length] ?? null,
    modified_at: unixSeconds(anchorMs, day, 8 + (number % 12)),
    ...(kinds[number % kinds.length] ?? kinds[0]),
  });
}

// A person, and the system itself.
const editors: readonly NonNullable<EventChangeJson["modified_by"]>[] = [
  { name: "Ελένη Παπαδόπουλος", id: personId(3), email: "eleni.papadopoulos@helpdesk.example" },
  { name: null, id: null, email: null },
];

function oddities([person]: readonly StoredPerson[], anchorMs: number): StoredEventChange[] {
  if (!person) return [];
  const created = {
    modified_by: { name: "Integration", id: null, email: null },
    modified_at: unixSeconds(anchorMs, -1, 7),
    event_change_type: "create",
    description: "Events Created",
    ...nothingBefore,
    ...nothingAfter,
    new_start_time: unixSeconds(anchorMs, 1, 8),
    new_end_time: unixSeconds(anchorMs, 1, 16),
  };
  return [
    change("draft", person, { ...created, new_event_type: "shift", schedule_id: draftScheduleId }),
    // The type was removed since, and so was the agent.
    change("lost type", person, { ...created, new_event_type: "retired_type" }),
    change("lost agent", person, { ...created, new_event_type: "shift", event_agent_id: agentId("(gone)") }),
  ];
}

function change(
  name: string,
  { agent_id, email, first_name, last_name }: StoredPerson,
  fields: Omit<StoredEventChange, "id" | "event_id" | "event_agent_id"> & {
    readonly event_agent_id?: string;
  },
): StoredEventChange {
  return {
    id: uuidOf(`event-change/${name}`),
    event_id: uuidOf(`changed-activity/${name}`),
    event_agent_id: agent_id ?? "",
    event_agent_name: `${first_name} ${last_name}`,
    event_agent_email: email,
    ...fields,
  };
}
