import { expect, test } from "vitest";
import { readConfig } from "../../src/config/config.ts";
import { systems } from "../../src/systems.ts";

test("a gateway is alone unless REDIS_URL is set, and two are expected unless REPLICAS says otherwise", () => {
  expect(readConfig({}, systems).replicas).toBe(undefined);
  const redisUrl = "rediss://tributary:key@redis.example:6380/0";
  expect(readConfig({ REDIS_URL: redisUrl }, systems).replicas).toEqual({ redisUrl, expected: 2 });
  expect(readConfig({ REDIS_URL: redisUrl, REPLICAS: "3" }, systems).replicas?.expected).toBe(3);
});

test.each([
  [{ REDIS_URL: "http://redis:6379" }, "REDIS_URL is not a URL that begins with redis:// or rediss://."],
  [{ REDIS_URL: "redis://r", REPLICAS: "6" }, "REPLICAS is not a number from 1 to 5."],
  [{ REPLICAS: "2" }, "REPLICAS is 2, and replicas share through Redis; set REDIS_URL."],
])("%j is refused", (env, problem) => {
  expect(() => readConfig(env, systems)).toThrow(problem);
});
