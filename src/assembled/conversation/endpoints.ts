import { endpoints, POST } from "../endpoints.ts";

/** A conversation to create or overwrite (assembled-v0.txt:1361-1384). */
export interface ConversationBody {
  /** Unix seconds. */
  readonly created_at: number;
  /** Tells conversations apart. */
  readonly import_id: string;
  readonly channel: string;
  readonly status: string;
  readonly queue?: string;
  /** Unix seconds. */
  readonly first_responded_at?: number;
  /** Unix seconds. */
  readonly solved_at?: number;
  readonly assignee_import_id?: string;
  readonly tags?: readonly string[];
}

/** Most conversations of one call (assembled-v0.txt:1409). */
export const conversationsPerCall = 1_000;

/** Conversations, of which none can be read: assembled-v0.txt:1357-1415. They are counted among what came, from which is forecast. */
export const conversations = endpoints(
  { invalidates: ["forecasts", "forecastedVsActuals"] },
  {
    /** Creates or overwrites by import id, so that twice is once. */
    bulk: POST("/v0/conversations/bulk", "idempotent")
      .body<{ readonly conversations: readonly ConversationBody[] }>()
      .returns<unknown>(),
  },
);
