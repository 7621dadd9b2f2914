import { activityTypeId, agentId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { TestGateway } from "../../support/gateway.ts";
import { seconds } from "./schedule.ts";

const authorization = `Basic ${Buffer.from("sk_live_sandbox:").toString("base64")}`;

/** Puts an activity of one hour on the draft schedule for each hour of the day that is named, as heavy as they are to be. */
export async function putHeavyHours(
  { sandbox }: TestGateway,
  hours: readonly number[],
  megabytes: number,
): Promise<void> {
  for (const hour of hours) {
    const body = JSON.stringify({
      agent_id: agentId(1),
      type_id: activityTypeId("training"),
      start_time: seconds(hour),
      end_time: seconds(hour + 1),
      schedule_id: showcase.draftScheduleId,
      allow_conflicts: true,
      description: "x".repeat(megabytes * 1_000_000),
    });
    const headers = { authorization, "content-type": "application/json" };
    const { status } = await sandbox.assembled.handle({
      method: "POST",
      target: "/v0/activities",
      headers,
      body,
    });
    if (status !== 200) throw new Error(`An activity was answered ${status}.`);
  }
}
