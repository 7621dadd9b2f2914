import { script } from "../script.ts";

/** The writes of a system, as the store counts them. */
export interface WriteNumbers {
  /** Another one has lost what was counted before. */
  readonly epoch: string;
  /** Beginnings and ends of writes so far. */
  readonly number: number;
  /** The number of the last write of each noun, before the one that was counted with this answer. */
  readonly nouns: ReadonlyMap<string, number>;
  readonly underWay: readonly AnnouncedWrite[];
}

/** A write that has begun, and neither ended nor run out of its time. */
export interface AnnouncedWrite {
  /** Of the replica, and which of its writes. */
  readonly id: string;
  readonly noun: string;
  /** Milliseconds until it cannot take effect any more. */
  readonly leftMs: number;
}

/** Stands for all nouns of a system. */
export const everything = "*";

/** The text that stands under the first key for as long as nothing is counted. */
export const markOf = ({ epoch, number }: Pick<WriteNumbers, "epoch" | "number">): string =>
  `${epoch}:${number}`;

/**
 * Counts a write when it begins and when it ends, or nothing, and tells what was counted before. A write that may still take
 * effect when it ends stays under way. A write that is counted twice does no harm.
 *
 * KEYS 1 `<epoch>:<number>` 2 hash of the number of each noun 3 sorted set of writes under way: `<id> <noun>` by their end
 * ARGV 1 epoch, where there is none 2 "look", "begin", "end" or "doubt" 3 id of the write 4 ms for which it is under way
 *      5... its nouns
 */
export const countScript = script(`
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local epoch, number = string.match(redis.call('GET', KEYS[1]) or '', '^(.+):(%d+)$')
local isNew = not epoch
if isNew then
  epoch, number = ARGV[1], 0
  redis.call('DEL', KEYS[2], KEYS[3])
end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
local nouns = redis.call('HGETALL', KEYS[2])
local what = ARGV[2]
if what ~= 'look' then
  number = number + 1
  for i = 5, #ARGV do
    redis.call('HSET', KEYS[2], ARGV[i], number)
    local write = ARGV[3] .. ' ' .. ARGV[i]
    if what == 'end' then redis.call('ZREM', KEYS[3], write) else redis.call('ZADD', KEYS[3], now + ARGV[4], write) end
  end
end
number = string.format('%.0f', number)
if isNew or what ~= 'look' then redis.call('SET', KEYS[1], epoch .. ':' .. number) end
local open = redis.call('ZRANGE', KEYS[3], 0, -1, 'WITHSCORES')
for i = 2, #open, 2 do open[i] = string.format('%.0f', open[i] - now) end
return { epoch, number, nouns, open }
`);

/** Reads the answer of the script. */
export function readNumbers(answer: unknown): WriteNumbers {
  const [epoch, number, nouns, underWay] = answer as [string, string, string[], string[]];
  return {
    epoch,
    number: Number(number),
    nouns: new Map(pairs(nouns).map(([noun, at]) => [noun, Number(at)])),
    underWay: pairs(underWay).map(([write, leftMs]) => {
      const [id = "", noun = ""] = write.split(" ");
      return { id, noun, leftMs: Number(leftMs) };
    }),
  };
}

const pairs = (flat: readonly string[]): (readonly [string, string])[] =>
  flat.flatMap((first, at) => (at % 2 === 0 ? [[first, flat[at + 1] ?? ""] as const] : []));
