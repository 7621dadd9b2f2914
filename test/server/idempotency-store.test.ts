import { expect, test } from "vitest";
import {
  type Claim,
  createIdempotencyStore,
  type IdempotencyStore,
  keyLifetimeMs,
} from "../../src/server/idempotency-store.ts";
import type { SerializedResponse } from "../../src/server/serialized-response.ts";
import { testClock } from "../support/clock.ts";

const response = (text: string): SerializedResponse => ({
  status: 200,
  headers: [["content-type", "application/json"]],
  body: Buffer.from(text),
  failedRequestId: undefined,
  report: { outcome: "ok", errorCodes: {} },
});

const made = (mostBytes = 1_000_000) => {
  const clock = testClock();
  return { clock, store: createIdempotencyStore(clock, { mostBytes }) };
};

const claim = (store: IdempotencyStore, key: string, fingerprint = "same", client = "desk") =>
  store.claim({ client, key, fingerprint });

/** Takes a key that must be new. */
async function take(store: IdempotencyStore, key: string, client?: string) {
  const claimed = await claim(store, key, "same", client);
  if (claimed.state !== "new") throw new Error(`${key} is ${claimed.state}.`);
  return claimed;
}

const shown = (claimed: Claim): string =>
  claimed.state === "answered" ? claimed.response.body.toString() : claimed.state;

test("a key is under way until its answer is kept, and is answered with it from then on", async () => {
  const { store } = made();
  const first = await take(store, "k");
  const states = [shown(await claim(store, "k")), shown(await claim(store, "k", "other"))];
  expect(first.keep(response("done"))).toBe(true);
  states.push(shown(await claim(store, "k")), shown(await claim(store, "k", "other")));
  expect(states).toEqual(["underWay", "reused", "done", "reused"]);
});

test("a key that was given up is new again, whatever it comes with", async () => {
  const { store } = made();
  (await take(store, "k")).release();
  expect(shown(await claim(store, "k", "other"))).toBe("new");
});

test("the keys of clients are apart, also where their names and keys read alike together", async () => {
  const { store } = made();
  const names = [
    ["desk", "k"],
    ["lead", "k"],
    ["des", "kk"],
    ["desk,k", ""],
    ["desk", "K"],
  ];
  for (const [client = "", key = ""] of names) (await take(store, key, client)).keep(response(client + key));
  const answers = [];
  for (const [client, key = ""] of names) answers.push(shown(await claim(store, key, "same", client)));
  expect(answers).toEqual(names.map(([client, key]) => `${client}${key}`));
});

test("a key counts for 24 hours from its first request, and not a millisecond longer", async () => {
  const { clock, store } = made();
  const first = await take(store, "k");
  await clock.advance(5_000);
  first.keep(response("done"));
  await clock.advance(keyLifetimeMs - 5_001);
  expect([keyLifetimeMs, shown(await claim(store, "k"))]).toEqual([86_400_000, "done"]);
  await clock.advance(1);
  expect(shown(await claim(store, "k", "other"))).toBe("new");
});

test("the date may be set, and no key ends earlier", async () => {
  const { clock, store } = made();
  (await take(store, "k")).keep(response("done"));
  clock.shiftDate(10 * keyLifetimeMs);
  expect(shown(await claim(store, "k"))).toBe("done");
});

test("a full store takes no new key, keeps those it has, and says when it has room again", async () => {
  const { clock, store } = made(20_000);
  const taken: string[] = [];
  const next = async (client: string) => {
    const key = String(taken.length);
    const claimed = await claim(store, key, "same", client);
    if (claimed.state !== "new") return claimed;
    taken.push(`${client} ${key}`);
    claimed.keep(response("x".repeat(1_000)));
    return undefined;
  };
  await clock.advance(1_000);
  const refusals: Claim[] = [];
  for (const client of ["desk", "lead", "others"]) {
    let refused: Claim | undefined;
    while (!refused) refused = await next(client);
    refusals.push(refused);
    await clock.advance(60_000);
  }
  // Half of it may be of one client, which waits for a key of its own to end; the last waits for whichever does.
  expect(refusals).toEqual([
    { state: "full", retryAfterMs: keyLifetimeMs },
    { state: "full", retryAfterMs: keyLifetimeMs },
    { state: "full", retryAfterMs: keyLifetimeMs - 120_000 },
  ]);
  expect(taken.map((key) => key.split(" ")[0])).toEqual([
    ...Array(3).fill("desk"),
    ...Array(3).fill("lead"),
    "others",
  ]);
  for (const entry of taken) {
    const [client = "", key = ""] = entry.split(" ");
    expect(shown(await claim(store, key, "same", client))).toBe("x".repeat(1_000));
  }
  await clock.advance(keyLifetimeMs - 180_000);
  expect(await next("desk")).toBeUndefined();
});

test("an answer for which there is no room is not kept, and one that says so always is", async () => {
  const { store } = made(30_000);
  const first = await take(store, "k");
  expect([first.keep(response("x".repeat(20_000))), shown(await claim(store, "k"))]).toEqual([
    false,
    "underWay",
  ]);
  for (let number = 0; ; number += 1) {
    const claimed = await claim(store, String(number));
    if (claimed.state === "full") break;
  }
  expect([first.keep(response("x".repeat(1_000))), shown(await claim(store, "k"))]).toEqual([
    true,
    "x".repeat(1_000),
  ]);
});
