import type { FileParts } from "../../src/rest/form.ts";
import { settled } from "../support/clock.ts";
import { counting } from "./counting.ts";
import { at, type Exchange, engine, outcomeOf } from "./engine.ts";
import { bytesOf, file, filesOf, openFile } from "./files.ts";
import { POST, PUT } from "./routes.ts";

interface PhotoForm {
  readonly title: string;
  readonly photo?: FileParts;
}

/** Rows that take files. */
export const photos = {
  create: POST("/photos").form<PhotoForm>().returns<{ readonly id: string }>(),
  replace: PUT("/photos").form<PhotoForm>().returns<{ readonly id: string }>(),
};

/** The other end of an upload, which takes chunk after chunk. */
export interface Taker {
  /** What has come so far, as text. */
  readonly taken: string;
  /** Takes the next chunk. What is thrown in place of one breaks the request. @returns whether there was one */
  take(): Promise<boolean>;
  /** Takes all that is left. */
  takeAll(): Promise<void>;
}

/** Takes the body of a request as it is asked to. */
export function takerOf(exchange: Exchange): Taker {
  const { body } = exchange.request;
  if (typeof body !== "object") throw new Error("There is no body that comes in chunks.");
  const chunks = body[Symbol.asyncIterator]();
  let taken = "";
  const take = async (): Promise<boolean> => {
    try {
      const { done, value } = await chunks.next();
      if (done) return false;
      taken += Buffer.from(value).toString();
      return true;
    } catch (error) {
      exchange.fail(error as Error);
      return false;
    }
  };
  return {
    get taken() {
      return taken;
    },
    take,
    async takeAll() {
      while (await take());
    },
  };
}

/** More than any upload of these tests takes. */
export const longMs = 3_600_000;

/** A form with a file, which is all there unless the test has one. */
export const form = (photo: FileParts = filesOf(file(bytesOf("12", "3")))) => ({
  body: { title: "é", photo },
});

/** An upload on its way, whose file a test gives and whose end it takes. */
export async function uploading(row = photos.create, options: Parameters<typeof engine>[0] = {}) {
  const limit = counting();
  const made = engine({ limits: [limit], ...options });
  const open = openFile();
  const { call } = made.operation(longMs);
  const outcome = outcomeOf(call(row, form(open.parts)));
  await settled();
  const exchange = at(made.sent, 0);
  return Object.assign(takerOf(exchange), { ...made, limit, open, outcome, exchange });
}

/** What may be left of an upload: timers, places in the budget, a request that was not ended. */
export const leftOver = ({ clock, limit, exchange }: Awaited<ReturnType<typeof uploading>>) => [
  clock.pending,
  limit.inFlight,
  exchange.aborted,
];

/** What should be left of one that has ended. */
export const nothing = [0, 0, true];
