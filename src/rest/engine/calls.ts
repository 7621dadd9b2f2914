import type { KeyedList } from "../cache/batched-reads.ts";
import { sumRecords } from "../cache/sum-records.ts";
import type { Call, CallOnce } from "../call.ts";
import { newCallStats } from "../call-stats.ts";
import type { AnyEndpoint, LooseArguments, LooseEndpoint } from "../endpoint.ts";
import type { Operation } from "../operation.ts";
import type { ReadHandle } from "../read-handle.ts";
import { createAnswering } from "./answering.ts";
import { createRecorder, nothingSpent } from "./call-recorder.ts";
import type { Engine } from "./engine.ts";
import { createReadHandles } from "./read-handles.ts";
import { createReading } from "./reading.ts";
import { createWriting } from "./writing.ts";

/** Left for the answers to the last calls, and for others that get in between. */
const answersMs = 1_500;

/** Makes the calls of one operation. @param onWrite told when a write of it has ended. */
export function createCalls(engine: Engine, operation: Operation, onWrite = () => {}): Call {
  const { clock, requests } = engine;
  const reading = createReading(engine, operation);
  const write = createWriting(engine, operation, onWrite);
  const record = createRecorder(engine, operation);
  const answering = createAnswering(engine, operation, record);
  const read = createReadHandles(engine, { reading, record, answering });

  const call = (endpoint: LooseEndpoint, args: LooseArguments = {}): Promise<unknown> =>
    endpoint.effect === "read"
      ? read(endpoint, args).run()
      : answering.valueOf(endpoint, () => write(requests.prepare(endpoint, args, newCallStats()), args));

  const readBatch = async (list: KeyedList, keys: readonly string[]) => {
    const startedAtMs = clock.nowMs();
    const answers = await reading.readKeys(list, keys);
    for (const answer of sumRecords(answers, operation.origin ?? operation))
      record(list.endpoint, answer, startedAtMs);
    const turn = answering.turnAfter(answers);
    if (turn) await turn;
    return new Map(
      keys.map((key, at) => {
        const answer = answers[at];
        return [key, answer && ("error" in answer ? answer.error : answer.value)];
      }),
    );
  };

  const prepared = new Map<object, Map<unknown, ReadHandle<unknown>>>();
  const knowledge: Omit<Call, keyof CallOnce> = {
    preparedBy(declaration) {
      const known = prepared.get(declaration);
      if (known) return known;
      const made = new Map<unknown, ReadHandle<unknown>>();
      prepared.set(declaration, made);
      return made;
    },
    read: read as unknown as Call["read"],
    readBatch: readBatch as unknown as Call["readBatch"],
    async readAgain(source) {
      const startedAtMs = clock.nowMs();
      const answer = await reading.readAhead(source);
      record(source.endpoint, answer, startedAtMs);
      if (!("error" in answer)) return answer;
      return answer.entry ? { value: undefined } : undefined;
    },
    isQueued: engine.isQueued,
    areInTime: (calls) =>
      clock.nowMs() + engine.waitMs(operation, calls) + answersMs < operation.deadlineAtMs,
    hasRoomFor: (calls) => engine.waitMs(operation, calls) === 0,
    areCurrent(endpoint, values) {
      const entries = reading.freshEntriesOf(values);
      for (const entry of entries ?? [])
        record(endpoint, { servedFrom: "fresh", stats: nothingSpent, entry });
      return entries !== undefined;
    },
    sideLoaded: (endpoint: AnyEndpoint) =>
      record(endpoint, { servedFrom: "sideLoaded", stats: nothingSpent }),
  };
  return Object.assign(call as unknown as CallOnce, knowledge);
}
