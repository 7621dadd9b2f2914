import type { Answer } from "../cache/reads.ts";
import type { Tally } from "../call-stats.ts";
import type { LooseEndpoint } from "../endpoint.ts";
import type { RequestBody } from "../message/body.ts";

/** One request, ready to be sent as often as may be. */
export interface Attempt {
  readonly endpoint: LooseEndpoint;
  /** Read anew at each sending: a call that waits may still be joined. */
  readonly url: URL;
  readonly body: RequestBody | undefined;
  /** Whether doing it twice is doing it once. */
  readonly repeatable: boolean;
  /** The answer before, which is given again if the body is the same. */
  readonly last: Answer | undefined;
  readonly tally: Tally;
}
