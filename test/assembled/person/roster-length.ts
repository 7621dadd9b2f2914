import { agentId } from "../../../src/sandbox/data/ids.ts";
import type { TestGateway } from "../../support/gateway.ts";

/** Longer than any answer is kept. */
const forgottenAfterMs = 400_000;

/** Lets a gateway learn how long the roster is, and forget everything else; its calls are not counted. */
export async function learnRosterLength({ query, calls, clock }: TestGateway): Promise<void> {
  await query(`{ person(by: { agentId: "${agentId(1)}" }) { sourceId } }`);
  await clock.advance(forgottenAfterMs);
  calls();
}
