import { gzipSync } from "node:zlib";
import type { Reply } from "./emulator.ts";
import type { AnswerFaultKind } from "./fault.ts";
import { ConnectionFault, replyText } from "./faults.ts";
import { rowsText } from "./many-items.ts";
import { withNovelties } from "./novelties.ts";

/** Between two bytes of a body that drips. */
const dripMs = 200;
const blockBytes = 1024 * 1024;
/** Of which each is a block when it is inflated. */
const bombBlocks = 200;
const manyItemsCount = 100_000;

/** Spoils an answer in one way; `sleep` waits by the sandbox's clock. */
type Spoil = (reply: Reply, sleep: (ms: number) => Promise<void>) => Reply;

/** How each kind of fault spoils an answer. Large and endless bodies are made while they are read. */
export const spoil: Readonly<Record<AnswerFaultKind, Spoil>> = {
  resetMidBody: (reply) => underWholeLength(reply, halfAndReset(half(reply))),
  silentAfterHead: (reply) => streamed(reply, silence()),
  drip: (reply, sleep) => underWholeLength(reply, drops(filledText(reply), sleep)),
  cut: (reply) => ({ ...reply, body: half(reply) }),
  endless: (reply) => streamed(reply, spacesWithoutEnd()),
  bomb: (reply) => streamed(reply, compressedSpaces(), { "content-encoding": "gzip" }),
  manyItems: (reply) => streamed(reply, rowsText(reply.body, manyItemsCount)),
  novel: (reply) => ({ ...reply, body: withNovelties(reply.body) }),
};

/** There has to be something that can be cut. */
const filledText = (reply: Reply): string => replyText(reply) || "{}";

const half = (reply: Reply): string => {
  const text = filledText(reply);
  return text.slice(0, Math.floor(text.length / 2));
};

const streamed = (
  { status, headers }: Reply,
  stream: AsyncIterable<Uint8Array>,
  more: Reply["headers"] = {},
): Reply => ({ status, headers: { ...headers, ...more }, stream });

const underWholeLength = (reply: Reply, stream: AsyncIterable<Uint8Array>): Reply =>
  streamed(reply, stream, { "content-length": String(Buffer.byteLength(filledText(reply))) });

async function* halfAndReset(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
  throw new ConnectionFault("reset");
}

async function* silence(): AsyncGenerator<Uint8Array> {
  await new Promise(() => {});
}

async function* drops(text: string, sleep: (ms: number) => Promise<void>): AsyncGenerator<Uint8Array> {
  for (const byte of Buffer.from(text)) {
    yield Buffer.of(byte);
    await sleep(dripMs);
  }
}

async function* spacesWithoutEnd(): AsyncGenerator<Uint8Array> {
  const block = Buffer.alloc(blockBytes / 16, " ");
  for (;;) yield block;
}

async function* compressedSpaces(): AsyncGenerator<Uint8Array> {
  // What is compressed in parts is inflated as a whole.
  const block = gzipSync(Buffer.alloc(blockBytes, " "));
  for (let sent = 0; sent < bombBlocks; sent += 1) yield block;
}
