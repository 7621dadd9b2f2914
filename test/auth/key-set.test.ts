import { createLocalJWKSet, errors, exportJWK, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import { createKeySet } from "../../src/auth/key-set.ts";
import { testClock } from "../support/clock.ts";

const { publicKey } = await generateKeyPair("ES256", { extractable: true });
const jwk = { ...(await exportJWK(publicKey)), alg: "ES256" };
const keysNamed = (...kids: string[]) => createLocalJWKSet({ keys: kids.map((kid) => ({ ...jwk, kid })) });

/** A key set whose fetches a test answers: with keys by name, or with an error. */
function keySet() {
  const clock = testClock();
  const notes: string[] = [];
  const source = { kids: ["a"] as string[] | Error | "no answer", fetches: 0 };
  const fetchKeys = async () => {
    source.fetches += 1;
    const { kids } = source;
    await Promise.resolve();
    if (kids === "no answer") return new Promise<never>(() => undefined);
    if (kids instanceof Error) throw kids;
    return keysNamed(...kids);
  };
  const set = createKeySet({ clock, fetchKeys, note: (sentence) => notes.push(sentence) });
  const ask = (kid: string) =>
    set.keyOf({ alg: "ES256", kid }).then(
      () => "known",
      (error) => (error instanceof errors.JWKSNoMatchingKey ? "unknown" : error.code),
    );
  return { ask, clock, notes, set, source };
}

test("nothing is fetched before a token comes, and a hundred at once make one fetch", async () => {
  const { ask, source } = keySet();
  expect(source.fetches).toBe(0);
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask("a")));
  expect(new Set(answers)).toEqual(new Set(["known"]));
  expect(source.fetches).toBe(1);
});

test("keys are good for ten minutes, then a key that the issuer has withdrawn is unknown", async () => {
  const { ask, clock, source } = keySet();
  await ask("a");
  source.kids = ["b"];
  await clock.advance(599_999);
  expect([await ask("a"), source.fetches]).toEqual(["known", 1]);
  await clock.advance(1);
  expect([await ask("a"), source.fetches]).toEqual(["unknown", 2]);
});

test("a thousand unknown keys make one fetch in thirty seconds, by whatever way they come", async () => {
  const { ask, clock, source } = keySet();
  await ask("a");
  for (let at = 0; at < 500; at += 1) await ask(`made-up-${at}`);
  await Promise.all(Array.from({ length: 500 }, (_, at) => ask(`another-${at}`)));
  expect(source.fetches).toBe(1);
  await clock.advance(30_000);
  await Promise.all(Array.from({ length: 500 }, (_, at) => ask(`later-${at}`)));
  expect(source.fetches).toBe(2);
});

test("a key that is new is known once thirty seconds have passed since the last fetch", async () => {
  const { ask, clock, source } = keySet();
  await ask("a");
  source.kids = ["a", "b"];
  expect(await ask("b")).toBe("unknown");
  await clock.advance(30_000);
  expect(await ask("b")).toBe("known");
  expect(source.fetches).toBe(2);
});

test("while keys cannot be fetched, those that are known are good, and others are no fault of their tokens", async () => {
  const { ask, clock, notes, source } = keySet();
  await ask("a");
  source.kids = new Error("it was answered with 500");
  await clock.advance(600_000);
  expect([await ask("a"), await ask("b")]).toEqual(["known", "AUTHENTICATION_UNAVAILABLE"]);
  expect(source.fetches).toBe(2);
  expect(notes).toEqual([
    "The keys of JWT_JWKS_URL cannot be fetched: it was answered with 500. Keys that are known go on being good.",
  ]);
  source.kids = ["b"];
  await clock.advance(30_000);
  expect([await ask("b"), await ask("a")]).toEqual(["known", "unknown"]);
  expect(source.fetches).toBe(3);
});

test("an issuer that does not answer any more holds up no token whose key is known", async () => {
  const { ask, clock, source } = keySet();
  await ask("a");
  source.kids = new Error("down");
  await clock.advance(600_000);
  await ask("a");
  await clock.advance(30_000);
  source.kids = "no answer";
  expect([await ask("a"), await ask("a"), source.fetches]).toEqual(["known", "known", 3]);
});

test("without any keys a fetch is made again after five seconds", async () => {
  const { ask, clock, notes, set, source } = keySet();
  source.kids = new Error("ECONNREFUSED");
  expect(await ask("a")).toBe("AUTHENTICATION_UNAVAILABLE");
  await clock.advance(4_000);
  await expect(set.keyOf({ alg: "ES256", kid: "a" })).rejects.toMatchObject({
    facts: { retryAfterMs: 1_000 },
  });
  source.kids = ["a"];
  expect(source.fetches).toBe(1);
  await clock.advance(1_000);
  expect(await ask("a")).toBe("known");
  expect(notes).toEqual([
    "The keys of JWT_JWKS_URL cannot be fetched: ECONNREFUSED. No token is taken until they can be.",
  ]);
});

test("keys that were asked for before they were to expire are not fresh when they come", async () => {
  const { ask, set, source } = keySet();
  const asked = ask("a");
  expect(source.fetches).toBe(1);
  set.expire();
  source.kids = ["b"];
  await asked;
  expect([await ask("a"), source.fetches]).toEqual(["unknown", 2]);
});

test("keys that are to expire are fetched with the next token", async () => {
  const { ask, set, source } = keySet();
  await ask("a");
  source.kids = ["b"];
  set.expire();
  expect([await ask("a"), source.fetches]).toEqual(["unknown", 2]);
});
