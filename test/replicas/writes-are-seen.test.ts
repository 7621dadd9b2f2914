import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createLooks } from "../../src/replicas/writes/looks.ts";
import { createWriteTeller } from "../../src/replicas/writes/write-teller.ts";
import { createInvalidation, type Invalidation } from "../../src/rest/cache/invalidation.ts";
import { systemClock as clock } from "../../src/rest/clock.ts";
import type { EndWrite } from "../../src/rest/shared-writes.ts";
import { hasRedis, startRedis } from "../support/redis.ts";
import { connectedStore } from "./over-redis.ts";

type Noun = string;

interface Read {
  readonly noun: Noun;
  readonly version: number;
  readonly isStorable: boolean;
  value?: number;
}

/** A system whose objects are numbers that grow with each write. */
interface World {
  readonly stored: Map<Noun, number>;
  readonly acknowledged: Map<Noun, number>;
}

/** A replica that keeps what it reads. */
interface Simulated {
  readonly invalidation: Invalidation;
  readonly kept: Map<Noun, { readonly version: number; readonly value: number }>;
  readonly reads: Read[];
  readonly writes: { readonly noun: Noun; readonly end: EndWrite; hasEffect: boolean }[];
  announce(noun: Noun): Promise<EndWrite>;
  catchUp(): Promise<void> | undefined;
}

async function replica(url: string, name: string): Promise<Simulated> {
  const store = await connectedStore(url);
  const looks = createLooks(clock, store);
  const invalidation = createInvalidation(clock);
  const teller = createWriteTeller("tributary:{things:digest}", {
    clock,
    onLost: looks.lost,
    replica: name,
    store,
  });
  teller.follow(invalidation);
  looks.include(teller);
  looks.lost();
  await vi.waitFor(() => expect(looks.isReached).toBe(true), { timeout: 10_000, interval: 2 });
  return {
    invalidation,
    kept: new Map(),
    reads: [],
    writes: [],
    announce: (noun) => teller.announce([noun]),
    catchUp: looks.catchUp,
  };
}

/** Something that happens; of reads and writes that are under way, `which` picks one. */
const step = fc.record({
  what: fc.constantFrom(
    ...(["begin", "effect", "end", "write", "die", "read", "answer", "arrive", "fetch", "ask"] as const),
  ),
  who: fc.nat({ max: 1 }),
  noun: fc.constantFrom("users", "teams"),
  which: fc.nat({ max: 3 }),
});
type What =
  typeof step extends fc.Arbitrary<infer Made extends { readonly what: unknown }> ? Made["what"] : never;

/** The things that may happen to one noun at a replica. */
const steps = (world: World, at: Simulated, noun: Noun, which: number): Record<What, () => unknown> => {
  const { invalidation, kept, reads, writes } = at;
  const storedOf = (of: Noun): number => world.stored.get(of) ?? 0;
  const acknowledgedOf = (of: Noun): number => world.acknowledged.get(of) ?? 0;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[which % Math.max(1, items.length)];
  const begin = async () => writes.push({ noun, end: await at.announce(noun), hasEffect: false });
  const effect = (write = pick(writes)) => {
    if (!write || write.hasEffect) return;
    world.stored.set(write.noun, 1 + storedOf(write.noun));
    write.hasEffect = true;
  };
  const die = (write = pick(writes)) => {
    if (write) writes.splice(writes.indexOf(write), 1);
  };
  const end = async (write = pick(writes)) => {
    if (!write) return;
    effect(write);
    die(write);
    const value = storedOf(write.noun);
    await write.end(false);
    invalidation.invalidate([write.noun], false);
    world.acknowledged.set(write.noun, Math.max(value, acknowledgedOf(write.noun)));
  };
  const read = () =>
    reads.push({ noun, version: invalidation.version, isStorable: invalidation.isSettled(noun) });
  const answer = (of = pick(reads)) => {
    if (of) of.value ??= storedOf(of.noun);
  };
  const arrive = (of = pick(reads)) => {
    if (!of) return;
    answer(of);
    reads.splice(reads.indexOf(of), 1);
    const { isStorable, noun: about, value = 0, version } = of;
    if (isStorable && invalidation.isValidSince(about, version)) kept.set(about, { version, value });
  };
  return {
    begin,
    effect: () => effect(),
    die: () => die(),
    end: () => end(),
    async write() {
      await begin();
      await end(writes.at(-1));
    },
    read,
    answer: () => answer(),
    arrive: () => arrive(),
    fetch() {
      read();
      arrive(reads.at(-1));
    },
    async ask() {
      const acknowledged = acknowledgedOf(noun);
      await at.catchUp();
      const found = kept.get(noun);
      if (found && invalidation.isValidSince(noun, found.version))
        expect(found.value).toBeGreaterThanOrEqual(acknowledged);
    },
  };
};

describe.skipIf(!hasRedis())("writes of two replicas over a real Redis", { timeout: 120_000 }, async () => {
  const redis = await startRedis();
  afterAll(() => redis[Symbol.asyncDispose]());

  test("are seen by all that is asked for after they were answered, however they interleave with reads", async () => {
    const replicas = [await replica(redis.url, "a"), await replica(redis.url, "b")];
    let runs = 0;
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 40 }),
      fc.option(fc.nat({ max: 40 }), { nil: undefined }),
      async (happens, emptiedAt) => {
        // What was left under way by a run before is of other nouns.
        runs += 1;
        const world: World = { stored: new Map(), acknowledged: new Map() };
        const began = replicas.map((made) => ({ ...made, kept: new Map(), reads: [], writes: [] }));
        for (const [at, made] of happens.entries()) {
          if (at === emptiedAt) await redis.client.flushall();
          const who = began[made.who];
          if (who) await steps(world, who, `${made.noun}${runs}`, made.which)[made.what]();
        }
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });
});
