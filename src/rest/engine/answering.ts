import type { CallAnswer } from "../cache/call-answer.ts";
import type { AnyEndpoint } from "../endpoint.ts";
import type { Operation } from "../operation.ts";
import type { RecordCall } from "./call-recorder.ts";
import type { Engine } from "./engine.ts";
import { checkDocumented } from "./undocumented.ts";

/** Makes calls and gives their answers to their operation. */
export interface Answering {
  /** Lets other operations go on first where many could at one moment; nothing to wait for where no call was made. */
  turnAfter(answers: readonly CallAnswer[]): Promise<void> | undefined;
  /**
   * Makes a call, records its answer and waits for the turn.
   * @throws GatewayError that it was answered with, or of a route that no document shows.
   */
  valueOf(endpoint: AnyEndpoint, make: () => Promise<CallAnswer>): Promise<unknown>;
}

/** Ends the calls of one operation. */
export function createAnswering(
  { clock, definition, slices }: Engine,
  operation: Operation,
  record: RecordCall,
): Answering {
  const turnAfter: Answering["turnAfter"] = (answers) =>
    answers.some(cameOverNetwork)
      ? slices?.turn([operation.payers?.all[0]?.name, operation.origin ?? operation])
      : undefined;
  return {
    turnAfter,
    async valueOf(endpoint, make) {
      checkDocumented(definition, endpoint);
      const startedAtMs = clock.nowMs();
      const answer = await make();
      record(endpoint, answer, startedAtMs);
      const turn = turnAfter([answer]);
      if (turn) await turn;
      if ("error" in answer) throw answer.error;
      return answer.value;
    },
  };
}

const cameOverNetwork = ({ servedFrom }: CallAnswer): boolean =>
  servedFrom === "network" || servedFrom === "coalesced";
