import { shiftedMs, unixSeconds } from "../day.ts";
import { reportId } from "../ids.ts";
import { showcaseTeamId } from "./people.ts";
import type { StoredReport } from "./stored.ts";

/** A report of each type on the showcase team's chats of yesterday, made this night. */
export const reports = (anchorMs: number): StoredReport[] =>
  (["adherence", "agent_ticket_stats", "agent_state_handle_times"] as const).map((type) => ({
    id: reportId(type),
    type,
    startedAtMs: shiftedMs(anchorMs, 0, -1),
    body: {
      start_time: unixSeconds(anchorMs, -1),
      end_time: unixSeconds(anchorMs, 0),
      interval: "1h",
      channel: "chat",
      filters: { team_id: showcaseTeamId },
    },
  }));
