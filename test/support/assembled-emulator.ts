import { expect } from "vitest";
import {
  type AssembledEmulatorOptions,
  createAssembledEmulator,
} from "../../src/sandbox/assembled/emulator.ts";
import type { AssembledData, StoredActivity } from "../../src/sandbox/data/assembled/stored.ts";
import type { EmulatedRequest, EmulatorSettings, Reply } from "../../src/sandbox/emulator.ts";
import { replyText } from "../../src/sandbox/faults.ts";
import { at, hours, nowSeconds, startingData } from "./assembled-data.ts";

interface Setup extends AssembledEmulatorOptions {
  readonly data?: AssembledData;
  readonly enforceLimits?: boolean;
}

/** An emulator of Assembled whose clock a test moves, with ways to call it. */
export function assembled({ data = startingData(), enforceLimits = false, ...options }: Setup = {}) {
  let nowMs = nowSeconds * 1000;
  const settings: EmulatorSettings = {
    nowMs: () => nowMs,
    sleep: () => Promise.reject(new Error("nothing waits here")),
    enforceLimits,
  };
  const emulator = createAssembledEmulator(data, settings, options);
  const send = (
    method: string,
    target: string,
    { body, headers }: { body?: unknown; headers?: EmulatedRequest["headers"] } = {},
  ): Promise<Reply> =>
    emulator.handle({
      method,
      target,
      headers: { authorization: basic("sk_live_sandbox:"), ...headers },
      body: body === undefined ? "" : JSON.stringify(body),
    });
  const ok = async <Body = Record<string, unknown>>(method: string, target: string, body?: unknown) => {
    const reply = await send(method, target, { body });
    expect(reply, replyText(reply)).toMatchObject({ status: 200 });
    return reply.body as Body;
  };
  const statusOf = async (method: string, target: string, body?: unknown) =>
    (await send(method, target, { body })).status;
  const roster = async (query = "") => {
    const page = await ok<{ people: Record<string, { first_name: string }> }>("GET", `/v0/people${query}`);
    return Object.values(page.people).map((each) => each.first_name);
  };
  /** Key, start and end in hours of the day. */
  const schedule = async (query = "") => {
    const target = `/v0/activities?start_time=${at(0)}&end_time=${at(24)}${query}`;
    const { activities } = await ok<{ activities: Record<string, StoredActivity> }>("GET", target);
    return Object.entries(activities).map(([key, { start_time, end_time }]) => [
      key,
      ...hours(start_time, end_time),
    ]);
  };
  return {
    send,
    ok,
    statusOf,
    roster,
    schedule,
    journal: emulator.journal,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

/** The header of basic authentication. */
export const basic = (credentials: string): string => `Basic ${Buffer.from(credentials).toString("base64")}`;
