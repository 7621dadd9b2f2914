import fc from "fast-check";
import { expect, test } from "vitest";
import { slidingWindow } from "../../../src/rest/limits/windows.ts";
import { settled } from "../../support/clock.ts";
import { shelfLife } from "../books.ts";
import { engine, type TestEngine } from "../engine.ts";
import { GET } from "../routes.ts";

interface NoteJson {
  readonly owner: string;
  readonly text: string;
}

const notes = GET("/notes")
  .cache(shelfLife)
  .query<{ readonly day: number; readonly owners?: readonly string[] }>()
  .returns((wire: { readonly notes: readonly NoteJson[] }) => wire.notes);

const notesOfDay = (day: number, keysPerCall = 4) => ({
  endpoint: notes,
  args: { query: { day } },
  parameter: "owners" as const,
  keysPerCall,
  rowsByKey: (rows: readonly NoteJson[]) => {
    const sorted = new Map<string, NoteJson[]>();
    for (const row of rows) sorted.set(row.owner, [...(sorted.get(row.owner) ?? []), row]);
    return sorted;
  },
});

/** Answers each call with one note of each owner whose name is no capital letter. */
function answering(made: TestEngine): TestEngine {
  made.answerAll(({ url }) => ({
    notes: url.searchParams
      .getAll("owners")
      .filter((owner) => owner === owner.toLowerCase())
      .map((owner) => ({ owner, text: `note of ${owner}` })),
  }));
  return made;
}

const noteOf = (owner: string) => [{ owner, text: `note of ${owner}` }];

test("the keys of an operation go out together, and one without rows has none", async () => {
  const made = answering(engine());
  const { call, notes: told } = made.operation();
  const found = await call.readBatch(notesOfDay(1), ["a", "B", "c"]);
  expect([...found]).toEqual([
    ["a", noteOf("a")],
    ["B", []],
    ["c", noteOf("c")],
  ]);
  expect(made.calls()).toEqual(["GET /notes?day=1&owners=a&owners=B&owners=c"]);
  expect(told).toMatchObject([{ endpoint: "GET /notes", servedFrom: "network", attempts: 1 }]);
});

test("more keys than a call takes are as few calls as hold them", async () => {
  const made = answering(engine());
  const found = await made.operation().call.readBatch(notesOfDay(1, 2), ["a", "b", "c", "d", "e"]);
  expect([...found.keys()]).toEqual(["a", "b", "c", "d", "e"]);
  expect(made.calls()).toEqual([
    "GET /notes?day=1&owners=a&owners=b",
    "GET /notes?day=1&owners=c&owners=d",
    "GET /notes?day=1&owners=e",
  ]);
});

test("keys that are fresh cost nothing, whoever asked for them", async () => {
  const made = answering(engine());
  await made.operation().call.readBatch(notesOfDay(1), ["a", "b"]);
  made.calls();
  const { call, notes: told } = made.operation();
  expect((await call.readBatch(notesOfDay(1), ["b", "c"])).get("b")).toEqual(noteOf("b"));
  expect(made.calls()).toEqual(["GET /notes?day=1&owners=c"]);
  expect(told.map(({ servedFrom }) => servedFrom).sort()).toEqual(["fresh", "network"]);
  await made.operation().call.readBatch(notesOfDay(1), ["a", "c"]);
  expect(made.calls()).toEqual([]);
});

test("keys of other arguments are other keys", async () => {
  const made = answering(engine());
  await made.operation().call.readBatch(notesOfDay(1), ["a"]);
  await made.operation().call.readBatch(notesOfDay(2), ["a"]);
  expect(made.calls()).toEqual(["GET /notes?day=1&owners=a", "GET /notes?day=2&owners=a"]);
});

test("while a call waits for the rate limit, keys of other operations join it; once it is sent they do not", async () => {
  const made = engine({ limits: [slidingWindow({ calls: 2, windowMs: 1_000 })] });
  const first = made.operation().call.readBatch(notesOfDay(1), ["a"]);
  await settled();
  expect(made.calls()).toEqual(["GET /notes?day=1&owners=a"]);
  const { call, notes: told } = made.operation();
  const second = made.operation().call.readBatch(notesOfDay(1), ["b"]);
  const third = call.readBatch(notesOfDay(1), ["c", "b"]);
  await settled();
  expect(made.calls()).toEqual([]);

  answering(made);
  made.sent[0]?.answer({ notes: noteOf("a") });
  expect((await first).get("a")).toEqual(noteOf("a"));
  await made.clock.advance(1_010);
  expect((await second).get("b")).toEqual(noteOf("b"));
  expect([...(await third)]).toEqual([
    ["c", noteOf("c")],
    ["b", noteOf("b")],
  ]);
  expect(made.calls()).toEqual(["GET /notes?day=1&owners=b&owners=c"]);
  expect(told).toMatchObject([{ servedFrom: "coalesced", attempts: 0 }, { servedFrom: "coalesced" }]);
});

test("a call goes on for those who stay, and ends when all have left", async () => {
  const made = engine();
  const one = made.operation();
  const other = made.operation();
  const left = one.call.readBatch(notesOfDay(1), ["a"]);
  const stayed = other.call.readBatch(notesOfDay(1), ["b"]);
  await settled();
  one.leave();
  expect((await left).get("a")).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
  expect(made.sent[0]?.aborted).toBe(false);
  other.leave();
  expect((await stayed).get("b")).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
  expect(made.sent[0]?.aborted).toBe(true);
  expect(made.calls()).toEqual(["GET /notes?day=1&owners=a&owners=b"]);
});

test("a call that fails is the error of its own keys only", async () => {
  const made = engine();
  const found = made.operation().call.readBatch(notesOfDay(1, 1), ["a", "b"]);
  await settled();
  made.sent[0]?.answer({}, 403);
  made.sent[1]?.answer({ notes: noteOf("b") });
  expect((await found).get("a")).toMatchObject({ code: "FORBIDDEN", facts: { attempts: 1 } });
  expect((await found).get("b")).toEqual(noteOf("b"));
  expect(made.calls()).toEqual(["GET /notes?day=1&owners=a", "GET /notes?day=1&owners=b"]);
});

test("no key is asked for twice while it is fresh, and all operations see the same rows", async () => {
  const owners = fc.uniqueArray(fc.constantFrom(..."abcdefgHIJ"), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(fc.array(owners, { minLength: 1, maxLength: 8 }), async (operations) => {
      const made = answering(engine());
      const answers = await Promise.all(
        operations.map((keys) => made.operation().call.readBatch(notesOfDay(1, 3), keys)),
      );
      for (const [at, found] of answers.entries()) {
        for (const key of operations[at] ?? []) {
          expect(found.get(key)).toEqual(key === key.toLowerCase() ? noteOf(key) : []);
        }
      }
      const asked = made.sent.flatMap(({ request }) => request.url.searchParams.getAll("owners"));
      expect(asked.sort()).toEqual([...new Set(operations.flat())].sort());
      expect(made.sent.length).toBe(Math.ceil(asked.length / 3));
    }),
  );
});

test("keys of a call that is not answered in time tell that it was sent", async () => {
  const made = engine();
  const found = made.operation(2_000).call.readBatch(notesOfDay(1), ["a", "b"]);
  await settled();
  await made.clock.advance(2_000);
  const late = { code: "UPSTREAM_TIMEOUT", facts: { attempts: 1 } };
  expect((await found).get("a")).toMatchObject(late);
  expect((await found).get("b")).toMatchObject(late);
  expect(made.calls()).toEqual(["GET /notes?day=1&owners=a&owners=b"]);
});

test("a replacement of stale keys that is on its way is joined by who wants it new", async () => {
  const made = answering(engine());
  await made.operation().call.readBatch(notesOfDay(1), ["a", "b"]);
  await made.clock.advance(shelfLife.freshMs);
  made.answerAll(undefined);
  await made.operation().call.readBatch(notesOfDay(1), ["a", "b"]);
  await settled();
  const [, refresh] = made.sent;
  const accepts = { stale: false, maxAgeMs: Number.POSITIVE_INFINITY };
  const wanted = made.operation(10_000, { accepts }).call.readBatch(notesOfDay(1), ["b"]);
  await settled();
  refresh?.answer({ notes: noteOf("b") });
  expect((await wanted).get("b")).toEqual(noteOf("b"));
  expect(made.calls()).toEqual(["GET /notes?day=1&owners=a&owners=b", "GET /notes?day=1&owners=a&owners=b"]);
});
