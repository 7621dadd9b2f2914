import type { Readable } from "node:stream";
import { GatewayError } from "../errors.ts";
import { HttpError } from "../http-error.ts";
import { operationLimits } from "../limits.ts";
import type { Clock } from "../rest/clock.ts";
import { putInPlace, readMap } from "./file-map.ts";
import { type IncomingForm, openForm } from "./incoming-form.ts";
import { uploadsOf } from "./upload.ts";

/** An operation whose files are still on their way. */
export interface ReceivedOperation {
  /** The body as it would come in JSON, with uploads in the places of its files. */
  readonly body: unknown;
  /** When the last byte of its request came: a moment of the clock, in milliseconds. */
  lastByteAtMs(): number;
}

/** How operations are received. */
export interface ReceiveOptions {
  readonly clock: Clock;
  /** Time for everything before the files. */
  readonly timeoutMs: number;
  /** Reads JSON as that of an operation is read. */
  parseJson(text: string): Promise<unknown>;
}

/**
 * Reads a GraphQL multipart request (https://github.com/jaydenseric/graphql-multipart-request-spec) up to its files.
 * @throws HttpError for anything else.
 */
export async function receiveOperation(
  source: Readable,
  contentType: string,
  { clock, parseJson, timeoutMs }: ReceiveOptions,
): Promise<ReceivedOperation> {
  const form = openForm(source, contentType, ["operations", "map"], clock);
  const cancel = clock.after(timeoutMs, () => form.fail(new HttpError("The request came too slowly.", 408)));
  try {
    const body = await parseJson(await textOf(form, "operations"));
    if (typeof body !== "object" || body === null || Array.isArray(body)) {
      throw new HttpError("operations has to be one operation: { query, variables }.");
    }
    const places = readMap(await textOf(form, "map"));
    const uploads = uploadsOf(
      form,
      places.map(({ name }) => name),
    );
    places.forEach((place, at) => {
      const upload = uploads[at];
      if (upload) putInPlace(body, place, upload);
    });
    return { body, lastByteAtMs: () => form.lastByteAtMs };
  } catch (error) {
    const refusal = error instanceof GatewayError ? new HttpError(error.message) : error;
    form.fail(refusal as Error);
    throw refusal;
  } finally {
    cancel();
  }
}

/** The part that has to come next. */
async function textOf(form: IncomingForm, name: string): Promise<string> {
  const part = await form.next();
  if (part?.kind !== "text" || part.name !== name) {
    throw new HttpError(
      `A multipart request has the fields operations and map, then the files; ${name} did not come in its place.`,
    );
  }
  if (part.isCut) throw new HttpError(`${name} is larger than ${operationLimits.bodyBytes} bytes.`, 413);
  return part.text;
}
