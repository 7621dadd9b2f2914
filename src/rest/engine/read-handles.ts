import { newCallStats } from "../call-stats.ts";
import type { LooseArguments, LooseEndpoint } from "../endpoint.ts";
import type { Location } from "../prepared-request.ts";
import type { ReadHandle } from "../read-handle.ts";
import type { Answering } from "./answering.ts";
import { nothingSpent, type RecordCall } from "./call-recorder.ts";
import type { Engine } from "./engine.ts";
import type { Reading } from "./reading.ts";

/** The parts of one operation's calls that its reads go through. */
interface OperationParts {
  readonly reading: Reading;
  readonly record: RecordCall;
  readonly answering: Answering;
}

/** Prepares reads of one operation. */
export const createReadHandles =
  ({ requests }: Engine, { reading, record, answering }: OperationParts) =>
  (endpoint: LooseEndpoint, args: LooseArguments = {}): ReadHandle<unknown> => {
    let prepared: Location | undefined;
    const prepare = (): Location => {
      prepared ??= requests.locate(endpoint, args);
      return prepared;
    };
    const possibleKey = (): string | undefined => {
      try {
        return prepare().key;
      } catch {
        // Of an argument that its path cannot hold, the read itself tells.
        return undefined;
      }
    };
    return {
      key: () => prepare().key,
      peek() {
        const key = possibleKey();
        if (key === undefined) return { state: "none" };
        const { state, entry } = reading.peek(key);
        return entry && "value" in entry.outcome ? { state, value: entry.outcome.value } : { state };
      },
      take() {
        const { state, entry } = reading.peek(prepare().key);
        if (state !== "fresh" || !entry || !("value" in entry.outcome)) return undefined;
        record(endpoint, { servedFrom: "fresh", stats: nothingSpent, entry });
        return entry.outcome.value;
      },
      run: () =>
        answering.valueOf(endpoint, () => {
          const { key, url } = prepare();
          return reading.read(requests.prepareFor(url, endpoint, args, newCallStats()), key);
        }),
    };
  };
