import type { RequirementTypeJson } from "../../../assembled/requirement-type/endpoints.ts";
import { activityTypeId, groupId, requirementTypeId } from "../ids.ts";

const made = (name: string, more: Omit<RequirementTypeJson, "id" | "name">): RequirementTypeJson => ({
  id: requirementTypeId(name),
  name,
  ...more,
});

/** Requirement types: for activity types, or for a channel and perhaps a queue of it. */
export const requirementTypes: readonly RequirementTypeJson[] = [
  made("Chat floor", { activity_type_ids: null, channel: "chat", queue: null }),
  made("Chat orders", { activity_type_ids: null, channel: "chat", queue: groupId("queue/Orders") }),
  made("Phones", { channel: "phone" }),
  made("On shift", { activity_type_ids: [activityTypeId("shift")], channel: null, queue: null }),
  made("Learning", { activity_type_ids: [activityTypeId("training"), activityTypeId("meeting")] }),
];
