import { z } from "zod";
import { parseUrl } from "../parse-url.ts";
import { parsedBy, settingList, type ValuesOf } from "./setting.ts";

/** Where replicas share what they have in common. */
export interface ReplicasConfig {
  /** `redis://` or `rediss://`, with what opens it. */
  readonly redisUrl: string;
  /** Replicas that run at most. */
  readonly expected: number;
}

const defaultReplicas = 2;

const isRedisUrl = (url: string): boolean =>
  /^rediss?:\/\/\S+$/.test(url) && (parseUrl(url)?.hostname ?? "") !== "";

/** How several gateways behave as one. */
export const replicaSettings = settingList([
  {
    name: "REDIS_URL",
    about:
      "Redis through which replicas share the rate limits, their writes, and turns to change an object and to log in, such as redis://user:password@redis:6379; rediss:// for TLS. Without it the gateway is alone.",
    secret: true,
    parse: parsedBy(z.string().refine(isRedisUrl, "is not a URL that begins with redis:// or rediss://")),
  },
  {
    name: "REPLICAS",
    about: `Gateways that run at once at most, from 1 to 5; a promise, since each is left its part while Redis is away. ${defaultReplicas} where REDIS_URL is set.`,
    parse: parsedBy(
      z
        .string()
        .regex(/^[1-5]$/, "is not a number from 1 to 5")
        .transform(Number),
    ),
  },
]);

/** @returns undefined where the gateway is alone. */
export function replicasConfig(values: ValuesOf<typeof replicaSettings>): ReplicasConfig | undefined {
  const { REDIS_URL: redisUrl, REPLICAS: expected = defaultReplicas } = values;
  return redisUrl === undefined ? undefined : { redisUrl, expected };
}
