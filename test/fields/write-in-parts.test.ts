import fc from "fast-check";
import { expect, test } from "vitest";
import type { WrittenPart } from "../../src/fields/write-in-parts.ts";
import type { CallFault } from "../../src/sandbox/fault.ts";
import { started } from "../estimate/planned-calls.ts";
import type { TestGateway } from "../support/gateway.ts";
import { inTime } from "../support/time.ts";

interface Case {
  readonly row: string;
  readonly field: string;
  /** The list of the input. */
  readonly inputs: string;
  /** The list of the body, and the key of its rows. */
  readonly list: string;
  readonly key: string;
  readonly input: string;
  /** An input, by its key. */
  inputOf(key: string): object;
}

const create: Case = {
  row: "qaScores.bulk",
  field: "createQaScores",
  inputs: "qaScores",
  list: "scores",
  key: "imported_id",
  input: "CreateQaScoresInput",
  inputOf: (importedId) => ({
    agentEmail: "a@b.example",
    ticketCreatedAt: "2026-03-03T09:00:00Z",
    score: 1,
    importedId,
  }),
};

const upsert: Case = {
  row: "conversations.bulk",
  field: "upsertConversations",
  inputs: "conversations",
  list: "conversations",
  key: "import_id",
  input: "UpsertConversationsInput",
  inputOf: (importedId) => ({
    importedId,
    channel: "CHAT",
    status: "OPEN",
    createdAt: "2026-03-04T09:00:00Z",
  }),
};

/** Fates of one call each. */
const fates: Readonly<Record<string, Omit<CallFault, "row">>> = {
  answered: {},
  "refused for its rows": { reply: { status: 400 } },
  "refused for its credential": { reply: { status: 401 } },
  "refused for the number of calls": { reply: { status: 429 } },
  "lost on its way": { kind: "reset" },
  "lost on the way back": { kind: "reset", afterEffect: true },
  "answered 503": { reply: { status: 503 } },
  "answered 503, once it is done": { reply: { status: 503 }, afterEffect: true },
  "answered in words that cannot be read": { reply: { status: 200, body: "<html>" }, afterEffect: true },
};

async function send(made: TestGateway, { field, input, inputOf, inputs }: Case, keys: readonly string[]) {
  const document = `mutation ($input: ${input}!) {
    ${field}(input: $input) { complete appliedCount parts { outcome firstInput inputCount safeToSendAgain code } }
  }`;
  const sent = made.query(document, { input: { [inputs]: keys.map(inputOf) } });
  const [answer] = await inTime(made, sent, 200);
  return answer[field] as {
    readonly complete: boolean;
    readonly appliedCount: number;
    readonly parts: readonly WrittenPart[];
  };
}

/** How often each row has taken effect upstream. */
function effectsOf({ sandbox }: TestGateway, { key, list }: Case): ReadonlyMap<string, number> {
  const keys = sandbox.assembled.journal
    .filter(({ applied }) => applied)
    .flatMap(({ body }) => (JSON.parse(body)[list] as Record<string, string>[]).map((row) => row[key] ?? ""));
  const counts = new Map<string, number>();
  for (const each of keys) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

const keysOf = (keys: readonly string[], { firstInput, inputCount }: WrittenPart) =>
  keys.slice(firstInput, firstInput + inputCount);

interface Round {
  /** Keys of inputs of which it must not be told whether they are done, but which must not be sent again. */
  readonly unknown: readonly string[];
  /** Keys of inputs that are not applied and safe to send again. */
  readonly left: readonly string[];
}

/** Sends inputs once, and sees to it that the payload tells what happened to each. */
async function sendRound(made: TestGateway, one: Case, keys: readonly string[]): Promise<Round> {
  const before = effectsOf(made, one);
  const { complete, appliedCount, parts } = await send(made, one, keys);
  const after = effectsOf(made, one);
  const isNew = (key: string) => (after.get(key) ?? 0) > (before.get(key) ?? 0);
  const keysWith = (isMeant: (part: WrittenPart) => boolean) =>
    parts.filter(isMeant).flatMap((part) => keysOf(keys, part));
  const applied = keysWith(({ outcome }) => outcome === "APPLIED");
  const undone = keysWith(({ outcome }) => outcome === "REFUSED" || outcome === "NOT_SENT");
  expect(keysWith(() => true)).toEqual(keys);
  expect([complete, appliedCount]).toEqual([applied.length === keys.length, applied.length]);
  expect([applied.every(isNew), undone.some(isNew)]).toEqual([true, false]);
  const ofRest = (isSafe: boolean) =>
    keysWith(({ outcome, safeToSendAgain }) => outcome !== "APPLIED" && safeToSendAgain === isSafe);
  return { unknown: ofRest(false), left: ofRest(true) };
}

const anyStory = fc.array(fc.constantFrom(...Object.keys(fates)), { maxLength: 6 });

test.each([
  ["a create", create],
  ["an upsert", upsert],
])(
  "whatever happens to its calls, %s tells the truth, and what is safe to send again can be sent until all is done",
  async (_, one) => {
    const property = async (count: number, story: readonly string[]): Promise<void> => {
      const made = await started();
      for (const fate of story) made.sandbox.assembled.inject({ row: one.row, times: 1, ...fates[fate] });
      const keys = Array.from({ length: count }, (_each, at) => `k${at}`);
      const unknown = new Set<string>();
      let left: readonly string[] = keys;
      for (let rounds = 0; left.length > 0; rounds += 1) {
        // Each fate ends one at most.
        expect(rounds).toBeLessThanOrEqual(story.length);
        const round = await sendRound(made, one, left);
        for (const key of round.unknown) unknown.add(key);
        left = round.left;
        // By then a system that failed is asked again.
        await made.clock.advance(60_000);
      }
      const effects = effectsOf(made, one);
      expect(keys.filter((key) => !effects.has(key) && !unknown.has(key))).toEqual([]);
      // An upsert that is done twice is done once.
      if (one === create) expect(keys.filter((key) => (effects.get(key) ?? 0) > 1)).toEqual([]);
      else expect(unknown.size).toBe(0);
    };
    // A call takes a thousand.
    const anyCount = fc.oneof(fc.integer({ min: 1, max: 1_001 }), fc.integer({ min: 1_999, max: 3_001 }));
    await fc.assert(fc.asyncProperty(anyCount, anyStory, property), { numRuns: 25 });
  },
  120_000,
);
