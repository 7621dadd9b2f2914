import { createLocalJWKSet, type JSONWebKeySet, type LocalJWKSet } from "jose";
import { Cancellation, type CancellationSignal } from "../rest/cancellation.ts";
import type { Clock } from "../rest/clock.ts";
import type { Transport } from "../rest/exchange.ts";
import { codingOf, decodeBody } from "../rest/message/decode-body.ts";
import { readChunks } from "../rest/message/read-chunks.ts";
import { causeOf } from "../rest/sending/connection-cause.ts";

/** Time for the whole answer. */
const timeoutMs = 5_000;
/** Issuers have a few keys, each of some kilobytes with its certificates. */
const mostBytes = 256 * 1024;

/** The keys of an issuer cannot be used; the message is of our own words alone. */
export class JwksError extends Error {
  override readonly name = "JwksError";
}

/**
 * Makes the function that fetches the keys of an issuer. No redirect is followed.
 * @returns a function that throws JwksError when there is no answer in time, or not one with keys.
 */
export const jwksFetcher =
  (
    url: string,
    { clock, transport }: { readonly clock: Clock; readonly transport: Transport },
  ): (() => Promise<LocalJWKSet>) =>
  async () => {
    const late = new Cancellation();
    const cancel = clock.after(timeoutMs, () => late.cancel());
    try {
      return await fetchJwks(new URL(url), transport, late);
    } catch (error) {
      const isLate = late.aborted;
      // An answer that was not read holds its connection, and there is a bound on these.
      late.cancel();
      if (error instanceof JwksError) throw error;
      if (isLate) throw new JwksError(`there was no whole answer within ${timeoutMs} ms`);
      throw new JwksError(causeOf(error) ?? "the connection failed");
    } finally {
      cancel();
    }
  };

async function fetchJwks(url: URL, transport: Transport, signal: CancellationSignal): Promise<LocalJWKSet> {
  const headers = { accept: "application/jwk-set+json, application/json" };
  const { status, headers: answered, body } = await transport({ method: "GET", url, headers, signal });
  if (status !== 200) throw new JwksError(`it was answered with ${status}`);
  if (codingOf(answered) !== "plain") throw new JwksError("the answer is compressed");
  const tooLarge = () => new JwksError(`the answer is larger than ${mostBytes} bytes`);
  const bytes = Buffer.concat(await readChunks(body, mostBytes, tooLarge));
  try {
    return createLocalJWKSet(JSON.parse(decodeBody(bytes, answered) ?? "") as JSONWebKeySet);
  } catch {
    throw new JwksError("the answer is no JWKS");
  }
}
