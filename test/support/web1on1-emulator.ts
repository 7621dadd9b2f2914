import { expect } from "vitest";
import type { Web1on1Data } from "../../src/sandbox/data/web1on1/stored.ts";
import type { Reply } from "../../src/sandbox/emulator.ts";
import { createWeb1on1Emulator } from "../../src/sandbox/web1on1/emulator.ts";
import type { Web1on1Options } from "../../src/sandbox/web1on1/options.ts";
import { smallData } from "./web1on1-data.ts";

/** Where the emulator's clock starts. */
export const startMs = Date.parse("2024-05-01T09:00:00.000Z");

interface Call {
  /** `null` sends no header. @default the bot's */
  readonly token?: string | null;
  readonly body?: unknown;
}

/** An emulator of Web1on1 whose clock a test moves, with ways to call it. */
export function sandbox(options: Web1on1Options = {}, data: Web1on1Data = smallData) {
  let nowMs = startMs;
  const settings = { nowMs: () => nowMs, sleep: () => Promise.resolve() };
  const emulator = createWeb1on1Emulator(data, settings, options);
  const call = (request: string, { token = "bot-token", body }: Call = {}): Promise<Reply> => {
    const [method = "", path = ""] = request.split(" ", 2);
    return emulator.handle({
      method,
      target: `/v2${path}`,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      body: body === undefined ? "" : JSON.stringify(body),
    });
  };
  return {
    emulator,
    call,
    passMs: (ms: number) => {
      nowMs += ms;
    },
    /** Ids of the rows of a list. */
    ids: async (path: string, options?: Call) =>
      rowsOf(await call(`GET ${path}`, options)).map((row) => row.id),
    logIn: async (email = "boss@example.com", password = "password-12"): Promise<Tokens> => {
      const reply = await call("POST /auth/token", { token: null, body: { email, password } });
      expect(reply.status).toBe(201);
      return reply.body as Tokens;
    },
  };
}

/** What a log-in or a refresh answers. */
export interface Tokens {
  readonly token: string;
  readonly refreshToken: string;
  readonly user: string;
  readonly expiresAt: string;
}

type Row = Readonly<Record<string, unknown>>;

/** The body of an answer with one row. */
export const rowOf = ({ body }: Reply): Row => body as Row;
/** The body of a list that was answered. */
export const rowsOf = (reply: Reply): readonly Row[] => {
  expect(reply.status).toBe(200);
  return reply.body as readonly Row[];
};
/** What an error looks like. */
export const refused = (status: number, message: unknown = expect.any(String)) => ({
  status,
  body: { error: { message } },
});
