import type { CancellationSignal } from "../../src/rest/cancellation.ts";
import { NotSent, type Transport } from "../../src/rest/exchange.ts";
import type { EmulatedRequest, Emulator, Reply } from "../../src/sandbox/emulator.ts";
import { ConnectionFault } from "../../src/sandbox/faults.ts";
import { isForm } from "../../src/sandbox/form.ts";
import { readBody } from "../../src/sandbox/read-body.ts";
import type { Sandbox } from "./sandbox.ts";

/** Hands requests to the emulators, with real paths, headers and encoding; each is noted once it has come whole. */
export function emulatedTransport(sandbox: Sandbox, note: (call: string, query: string) => void): Transport {
  // It may hold emulators of further systems.
  const emulators = new Map<string, Emulator>(Object.entries(sandbox));
  return async ({ method, url, headers, body, signal }) => {
    const system = url.hostname.replace(".test", "");
    const emulator = emulators.get(system);
    if (!emulator) throw new Error(`Nothing stands for ${url.hostname}.`);
    const path = system === "web1on1" ? url.pathname.replace(/^\/v2/, "") : url.pathname;
    const handle = (received: EmulatedRequest["body"]): Promise<Reply> => {
      note(`${system} ${method} ${path}`, url.search.slice(1));
      return emulator.handle({ method, target: url.pathname + url.search, headers, body: received });
    };
    const isPlain = body === undefined || (typeof body === "string" && !isForm(headers["content-type"]));
    const answer = isPlain ? handle(body ?? "") : received(headers, body, signal).then(handle);
    const reply = await heeding(signal, answer);
    return {
      status: reply.status,
      headers: reply.headers ?? {},
      body: reply.stream ?? oneChunk(textOf(reply)),
    };
  };
}

/** The text of a reply: as it is, or as JSON. */
function textOf({ body }: Reply): string {
  if (typeof body === "string") return body;
  return body === undefined ? "" : JSON.stringify(body);
}

/**
 * The body of a request once all of it has come; what breaks off never arrives.
 * @throws what its chunks throw, and when the caller gives up.
 */
async function received(
  headers: EmulatedRequest["headers"],
  body: string | AsyncIterable<Uint8Array>,
  signal: CancellationSignal,
): Promise<EmulatedRequest["body"]> {
  const read = await readBody(headers, typeof body === "string" ? oneChunk(body) : whileWanted(body, signal));
  if (read === undefined) throw new Error("The body is larger than any test has a reason to send.");
  return read;
}

/** Chunks until the caller gives up: then nobody asks for another one, and whoever makes them is told. */
async function* whileWanted(
  chunks: AsyncIterable<Uint8Array>,
  signal: CancellationSignal,
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const givenUp = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
  });
  givenUp.catch(() => {});
  try {
    for (;;) {
      if (signal.aborted) throw new Error("aborted");
      const next = await Promise.race([iterator.next(), givenUp]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // What waits for a chunk that never comes does not end; nobody waits for it.
    iterator.return?.().catch(() => {});
  }
}

/** What a connection does: it is not made on `refused`, breaks on `reset`, and lasts on `silent` until the caller gives up. */
function heeding<Value>(signal: CancellationSignal, answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Error("aborted"));
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    answer.then(resolve, (error: unknown) => {
      if (!(error instanceof ConnectionFault)) return reject(error);
      if (error.kind !== "silent") reject(error.kind === "refused" ? new NotSent(error) : error);
    });
  });
}

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  if (text !== "") yield Buffer.from(text);
}
