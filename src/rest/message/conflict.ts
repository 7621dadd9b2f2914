import type { TransportResponse } from "../exchange.ts";
import { codingOf } from "./decode-body.ts";

/** Most that is looked at of the body of a refusal. */
const lookedAtBytes = 4 * 1024;

/**
 * Whether the body of a refusal has the words of a collision; nothing of it goes any further. A body that breaks off is
 * taken as far as it came, one that is compressed not at all.
 */
export async function isConflictBody({ headers, body }: TransportResponse, words: RegExp): Promise<boolean> {
  if (codingOf(headers) !== "plain") return false;
  const chunks: Uint8Array[] = [];
  let leftBytes = lookedAtBytes;
  try {
    // Leaving the loop early ends the stream, and with it the connection.
    for await (const chunk of body) {
      chunks.push(chunk.subarray(0, leftBytes));
      leftBytes -= chunk.byteLength;
      if (leftBytes <= 0) break;
    }
  } catch {
    // The status has said already that the call was refused.
  }
  return words.test(Buffer.concat(chunks).toString("utf8"));
}
