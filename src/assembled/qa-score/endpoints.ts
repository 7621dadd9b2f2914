import { endpoints, POST } from "../endpoints.ts";

/** A grade of an agent's work on one ticket (assembled-v0.txt:2109-2131). */
export interface QaScoreBody {
  readonly agent_email: string;
  /** Unix seconds. */
  readonly ticket_created_at: number;
  readonly score: number;
  readonly imported_id: string;
  readonly max_score?: number;
  readonly agent_platform_id?: string;
  readonly agent_name?: string;
  readonly grader?: string;
  /** Unix seconds. */
  readonly graded_at?: number;
}

/** Most scores of one call (assembled-v0.txt:2157). */
export const qaScoresPerCall = 1_000;

/** Scores, of which none can be read: assembled-v0.txt:2103-2162. */
export const qaScores = endpoints(
  { invalidates: [] },
  {
    bulk: POST("/v0/qa_scores/bulk").body<{ readonly scores: readonly QaScoreBody[] }>().returns<unknown>(),
  },
);
