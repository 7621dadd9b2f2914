import type { CallFault } from "../src/sandbox/fault.ts";
import type { Random } from "../src/sandbox/random.ts";

type Strike = Omit<CallFault, "row">;

const once = (reply: NonNullable<CallFault["reply"]>): Strike[] => [{ reply }, { reply, afterEffect: true }];

/**
 * Ways in which one call goes wrong. None of them lies: what is told to have failed before it was done was not done,
 * and what is answered with success has been.
 */
const strikes: readonly Strike[] = [
  { kind: "reset" },
  { kind: "reset", afterEffect: true },
  { kind: "resetMidBody" },
  { kind: "silent" },
  { kind: "silent", afterEffect: true },
  { kind: "silentAfterHead" },
  { kind: "drip" },
  { kind: "cut" },
  { kind: "endless" },
  { kind: "bomb" },
  { kind: "manyItems" },
  { kind: "novel" },
  ...[500, 502, 503, 504].flatMap((status) => once({ status })),
  ...once({ status: 502, headers: { "content-type": "text/html" }, body: "<h1>Bad Gateway</h1>" }),
  { reply: { status: 307, headers: { location: "http://127.0.0.1:9/" } } },
  { reply: { status: 401 } },
  { reply: { status: 429 } },
  { reply: { status: 429, headers: { "retry-after": "1" } } },
  { reply: { status: 200, body: { unexpected: [null] } }, afterEffect: true },
  { delayMs: 1_000 },
  // Longer than an attempt may take: it is done when its caller no longer waits for it.
  { delayMs: 4_000 },
];

/** The longest that a call is held back before it takes effect. */
export const longestDelayMs = 4_000;

/** The fault of the next call of an endpoint. */
export const randomFault = (row: string, random: Random): CallFault => ({
  ...random.pick(strikes),
  row,
  times: 1,
});
