import { describe, expect, test } from "vitest";
import type { Identified } from "../../src/lists/indexed-rows.ts";
import { sliceRead } from "../../src/lists/keyed-read.ts";
import { listOf, wholeCollection } from "../../src/lists/list.ts";
import { pageFormat } from "../../src/lists/page.ts";
import { newListStatistics } from "../../src/lists/statistics.ts";
import { fromCollection } from "../../src/loaders/collection.ts";
import { createScope } from "../../src/loaders/loader-registry.ts";
import { reference } from "../../src/rest/cache-policy.ts";
import type { CallRecord } from "../../src/rest/call-record.ts";
import { createUpstream } from "../../src/rest/engine/client.ts";
import { fixedCredential } from "../../src/rest/upstream.ts";
import { GET, POST } from "../rest/routes.ts";
import { testClock } from "../support/clock.ts";

interface TreeJson extends Identified {
  readonly name: string;
}

interface BirdsJson {
  readonly birds: readonly Identified[];
  readonly trees?: Readonly<Record<string, TreeJson>>;
}

const rows = {
  trees: GET("/trees")
    .cache(reference)
    .returns((wire: { readonly trees: readonly TreeJson[] }) => wire.trees),
  birds: GET("/birds").cache(reference).query<{ readonly offset: number }>().returns<BirdsJson>(),
  plant: POST("/trees").returns<undefined>(),
};

const birdList = listOf<Identified>({
  name: "birds",
  pageSize: 1,
  slices: sliceRead(rows.birds, ({ offset }) => ({ query: { offset } })),
  format: pageFormat<BirdsJson, Identified>(({ birds }, offset) => ({
    rows: birds,
    hasNextPage: offset === 0,
  })),
});

const treeById = fromCollection(
  wholeCollection(
    "trees",
    sliceRead(rows.trees, () => ({})),
  ),
  { list: birdList, rowsIn: (page: BirdsJson) => page.trees },
);

const oak = { id: "1", name: "oak" };
const elm = { id: "2", name: "elm" };

/** A made-up system of trees, some of which come along with the birds in them. */
function forest(options: { readonly isDown?: boolean } = {}) {
  const clock = testClock();
  const journal: string[] = [];
  const planted = [oak, elm, { id: "__proto__", name: "odd" }];
  const upstream = createUpstream(
    {
      name: "forest",
      title: "Forest",
      limitText: "as many as you like",
      baseUrl: "http://forest.test",
      urlSetting: "THINGS_URL",
      pathParameters: {},
      api: { rows },
      limits: [],
      credential: fixedCredential({}),
      callsInferred: false,
    },
    {
      transport: async ({ method, url }) => {
        const call = `${method} ${url.pathname}${url.search}`;
        journal.push(call);
        const birds = { birds: [{ id: call }], trees: { 1: oak, 9: { id: "9", name: "felled" } } };
        const later = { birds: [{ id: call }], trees: { 8: { id: "8", name: "sapling" } } };
        const body =
          url.pathname === "/trees" ? { trees: planted } : url.search === "?offset=0" ? birds : later;
        return { status: options.isDown ? 403 : 200, headers: {}, body: oneChunk(JSON.stringify(body)) };
      },
      clock,
      random: () => 0,
      reads: { keeps: true, shares: true, mostBytes: 1_000_000 },
      observe: () => {},
    },
  );
  const operation = () => {
    const notes: CallRecord[] = [];
    const { signal } = new AbortController();
    const call = upstream.callsFor(
      { signal, deadlineAtMs: clock.nowMs() + 10_000, record: (note) => notes.push(note) },
      () => scope.clearAll(),
    );
    const scope = createScope(call, newListStatistics());
    return {
      loader: scope.of(treeById),
      birds: scope.of(birdList),
      plant: () => call(rows.plant),
      servedFrom: () => notes.splice(0).map(({ endpoint: name, servedFrom }) => `${name} ${servedFrom}`),
    };
  };
  return { operation, planted, calls: () => journal.splice(0) };
}

describe("a small collection", () => {
  test("is read once for all keys, in one tick or many, and null stands for what is not in it", async () => {
    const { operation, calls } = forest();
    const { loader } = operation();
    const found = await Promise.all(["2", "none", "1", "2", "__proto__"].map((id) => loader.load(id)));
    expect(found.map((tree) => tree?.name ?? null)).toEqual(["elm", null, "oak", "elm", "odd"]);
    expect((await loader.all()).map(({ id }) => id)).toEqual(["1", "2", "__proto__"]);
    expect(await loader.load("2")).toBe(await operation().loader.load("2"));
    expect(calls()).toEqual(["GET /trees"]);
  });

  test("is not read for rows that came along with something else, which is told once", async () => {
    const { operation, calls } = forest();
    const { loader, birds, servedFrom } = operation();
    await birds.readNext();
    expect([await loader.load("9"), await loader.load("1")]).toEqual([{ id: "9", name: "felled" }, oak]);
    expect(calls()).toEqual(["GET /birds?offset=0"]);
    expect(servedFrom()).toEqual(["GET /birds network", "GET /trees sideLoaded"]);
    expect((await loader.all()).map(({ id }) => id)).toEqual(["1", "2", "__proto__"]);
    expect(await loader.load("constructor")).toBeNull();
    expect(calls()).toEqual(["GET /trees"]);
  });

  test("comes along with pages that another operation has read", async () => {
    const { operation, calls } = forest();
    await operation().birds.all();
    calls();
    const { loader, birds } = operation();
    await birds.all();
    expect([(await loader.load("8"))?.name, (await loader.load("9"))?.name]).toEqual(["sapling", "felled"]);
    expect(calls()).toEqual([]);
  });

  test("is read anew after a write, and what came along before it is forgotten", async () => {
    const { operation, calls, planted } = forest();
    const { loader, birds, plant } = operation();
    await birds.readNext();
    await loader.all();
    planted.splice(0, 3, { id: "4", name: "ash" });
    await plant();
    expect((await loader.all()).map(({ id }) => id)).toEqual(["4"]);
    expect(await loader.load("9")).toBeNull();
    expect(calls()).toEqual(["GET /birds?offset=0", "GET /trees", "POST /trees", "GET /trees"]);
  });

  test("fails each of its keys as its read did", async () => {
    const { operation, calls } = forest({ isDown: true });
    const { loader } = operation();
    const failed = await Promise.allSettled([loader.load("1"), loader.load("2"), loader.all()]);
    expect(failed).toMatchObject(Array(3).fill({ reason: { code: "FORBIDDEN" } }));
    expect(calls()).toEqual(["GET /trees"]);
  });
});

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
