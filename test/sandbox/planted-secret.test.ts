import { expect, test } from "vitest";
import { plantedPrefix } from "../../src/sandbox/planted-secret.ts";
import { web1on1Credentials } from "../../src/sandbox/web1on1/credentials.ts";
import { secrets } from "../../src/web1on1/secrets.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** All objects in a value, itself included. */
const objectsIn = (value: unknown): Fields[] =>
  isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];

const textsIn = (value: unknown): unknown[] =>
  isObject(value) ? Object.values(value).flatMap(textsIn) : [value];

const valueAt = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);

const objects = objectsIn(createSandboxData(Date.UTC(2026, 2, 17)).web1on1);

test.each(secrets)("every %s is planted, each a different one", (path) => {
  const planted = objects.map((object) => valueAt(object, path)).filter((value) => value !== undefined);
  const texts = planted.flatMap(textsIn);
  expect(texts.filter((text) => !String(text).startsWith(plantedPrefix))).toEqual([]);
  expect(new Set(texts).size).toBe(texts.length);
});

test("users and organizations have secrets, among them those that open the sandbox", () => {
  const withSome = secrets.filter((path) => objects.some((object) => valueAt(object, path) !== undefined));
  expect(withSome).toEqual(
    expect.arrayContaining(["password", "apiToken", "billingInfo.stripeCustomerId", "billingInfo.meta"]),
  );
  const { token, password } = web1on1Credentials;
  expect([token, password].every((secret) => secret.startsWith(plantedPrefix))).toBe(true);
});
