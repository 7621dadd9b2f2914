import type { OperationEvent } from "../observation/events.ts";
import type { SerializedResponse } from "./serialized-response.ts";

/** An answer with how it came to be. */
export interface Answered extends Pick<OperationEvent, "answeredBy" | "calls"> {
  readonly response: SerializedResponse;
}
