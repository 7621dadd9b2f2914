import { describe, expect, test } from "vitest";
import { uuidOf } from "../../src/sandbox/random.ts";
import { at, ids } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

const returns = uuidOf("queue returns");
const window = (from: number, to: number) => `start_time=${at(from)}&end_time=${at(to)}`;

interface Forecast {
  readonly start_time: number;
  readonly queue: string | null;
  readonly value: number;
}

interface Total extends Forecast {
  readonly id: string;
}

describe("forecasts", () => {
  const read = async (emulator: ReturnType<typeof assembled>, query: string) =>
    (await emulator.ok<{ forecasts: Forecast[] }>("GET", `/v0/forecasts?${query}`)).forecasts;

  test("are the same for the same time, of each half hour and each queue", async () => {
    const rows = await read(assembled(), `${window(9, 10)}&channel=chat`);
    expect(rows.map(({ start_time, queue }) => [start_time, queue])).toEqual([
      [at(9), ids.orders],
      [at(9.5), ids.orders],
      [at(9), returns],
      [at(9.5), returns],
    ]);
    expect(await read(assembled(), `${window(9, 10)}&channel=chat`)).toEqual(rows);
    expect(await read(assembled(), `${window(9, 10)}&channel=chat&queue=${returns}&limit=1`)).toEqual(
      rows.slice(2),
    );
  });

  test("of e-mail are of the whole channel", async () => {
    const rows = await read(assembled(), `${window(9, 9.5)}&channel=email`);
    expect(rows.map(({ queue }) => queue)).toEqual([null]);
  });

  test.each([
    "",
    window(9, 10),
    `${window(9, 10)}&channel=sms`,
    `${window(10, 9)}&channel=chat`,
    `start_time=${at(9)}&channel=chat`,
    `${window(9, 10)}&channel=chat&queue=${ids.nobody}`,
  ])("?%s are refused", async (query) => {
    expect(await assembled().statusOf("GET", `/v0/forecasts?${query}`)).toBe(400);
  });
});

describe("forecast totals", () => {
  const total = (from: number, to: number, more: object = {}) => ({
    ...{ start_time: at(from), end_time: at(to), channel: "chat", queue: ids.orders, value: 10 },
    ...more,
  });
  const path = "/v0/forecasts/totals";
  const create = async (
    emulator: ReturnType<typeof assembled>,
    overwrite: boolean,
    ...forecasts: readonly object[]
  ) => (await emulator.ok<{ forecasts: Total[] }>("POST", path, { overwrite, forecasts })).forecasts;
  const values = async (emulator: ReturnType<typeof assembled>, query = window(0, 48)) =>
    (await emulator.ok<{ forecasts: Total[] }>("GET", `${path}?${query}`)).forecasts.map(
      ({ value }) => value,
    );

  test("are created with the defaults of what is left out, and read one in a list of one", async () => {
    const emulator = assembled();
    const [made] = await create(emulator, false, total(0, 24, { queue: undefined }));
    const row = { ...total(0, 24, { queue: null }), id: made?.id, value_type: "contacts" };
    expect(made).toEqual(row);
    expect(await emulator.ok("GET", `${path}/${made?.id}`)).toEqual({ forecasts: [row] });
  });

  test("are listed where they overlap the window, by channel, queue and unit", async () => {
    const emulator = assembled();
    await create(
      emulator,
      false,
      total(0, 10, { value: 1 }),
      total(10, 20, { value: 2 }),
      total(0, 24, { value: 3, channel: "email", queue: null, value_type: "messages" }),
    );
    expect(await values(emulator, window(9, 10))).toEqual([1, 3]);
    expect(await values(emulator, window(10, 11))).toEqual([2, 3]);
    expect(await values(emulator, `${window(0, 24)}&channel=email`)).toEqual([3]);
    expect(await values(emulator, `${window(0, 24)}&queue=${ids.orders}`)).toEqual([1, 2]);
    expect(await values(emulator, `${window(0, 24)}&value_type=contacts`)).toEqual([1, 2]);
  });

  test("replace those with the same span only when they may; any other overlap names the ids", async () => {
    const emulator = assembled();
    const [first] = await create(emulator, false, total(0, 24));
    for (const [overwrite, other] of [
      [false, total(0, 24)],
      [true, total(0, 23)],
      [true, total(23, 30)],
    ] as const) {
      // Errors come as JSON, as text and as nothing, in turn.
      const replies = [];
      for (let time = 0; time < 3; time += 1) {
        replies.push(await emulator.send("POST", path, { body: { overwrite, forecasts: [other] } }));
      }
      expect(replies.map(({ status }) => status)).toEqual([400, 400, 400]);
      expect(JSON.stringify(replies)).toContain(`conflicts with ${first?.id}`);
    }
    const [second] = await create(emulator, true, total(0, 24, { value: 20 }));
    expect(second?.id).not.toBe(first?.id);
    expect(await values(emulator)).toEqual([20]);
    expect(await emulator.statusOf("GET", `${path}/${first?.id}`)).toBe(404);
  });

  test("are all or none", async () => {
    const emulator = assembled();
    await create(emulator, false, total(0, 24));
    const forecasts = [total(24, 48), total(0, 24)];
    expect(await emulator.statusOf("POST", path, { forecasts })).toBe(400);
    expect(await emulator.statusOf("POST", path, { forecasts: [total(24, 48), total(30, 31)] })).toBe(400);
    expect(await values(emulator)).toEqual([10]);
  });

  test("spread their volume over the forecasts that they cover", async () => {
    const emulator = assembled();
    await create(emulator, false, total(8, 12, { value: 1_000 }));
    const { forecasts } = await emulator.ok<{ forecasts: Forecast[] }>(
      "GET",
      `/v0/forecasts?${window(8, 12)}&channel=chat&queue=${ids.orders}`,
    );
    expect(forecasts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1_000, 0);
  });

  test("can be deleted once", async () => {
    const emulator = assembled();
    const [made] = await create(emulator, false, total(0, 24));
    const statuses = [];
    for (let time = 0; time < 2; time += 1) {
      statuses.push(await emulator.statusOf("DELETE", `${path}/${made?.id}`));
    }
    expect(statuses).toEqual([200, 404]);
    expect(await values(emulator)).toEqual([]);
  });

  test.each([
    ["no list", { forecasts: total(0, 24) }],
    ["an empty list", { forecasts: [] }],
    ["a flag that is none", { overwrite: "true", forecasts: [total(0, 24)] }],
    ["less than an interval", { forecasts: [total(0, 0.4)] }],
    ["another channel", { forecasts: [total(0, 24, { channel: "social" })] }],
    ["no channel", { forecasts: [total(0, 24, { channel: undefined })] }],
    ["an unknown queue", { forecasts: [total(0, 24, { queue: ids.nobody })] }],
    ["no value", { forecasts: [total(0, 24, { value: undefined })] }],
    ["a unit that is a number", { forecasts: [total(0, 24, { value_type: 1.5 })] }],
    ["a time as a text", { forecasts: [total(0, 24, { start_time: "1" })] }],
  ])("with %s are refused", async (_, body) => {
    const emulator = assembled();
    expect(await emulator.statusOf("POST", path, body)).toBe(400);
    expect(await values(emulator)).toEqual([]);
  });
});

describe("forecasts beside what came", () => {
  const path = "/v0/forecasted_vs_actuals";
  interface Page {
    readonly forecasts_vs_actuals: readonly Readonly<Record<string, { actual: number | null }>>[];
    readonly limit: number;
    readonly offset: number;
    readonly total: number;
  }
  const read = (emulator: ReturnType<typeof assembled>, query: string) =>
    emulator.ok<Page>("GET", `${path}?${query}`);

  test("come in pages of 20 unless told, and of 500 at most", async () => {
    const emulator = assembled();
    const day = `${window(0, 24 * 7)}&channel=chat&interval=900`;
    for (const [asked, shown] of [
      ["", 20],
      ["&limit=3&offset=5", 3],
      ["&limit=1000", 500],
      ["&offset=1343", 1],
    ] as const) {
      const page = await read(emulator, day + asked);
      expect([page.forecasts_vs_actuals.length, page.total]).toEqual([shown, 2 * 96 * 7]);
    }
  });

  test("have actual values of what is past, and the metrics of their kind of channel", async () => {
    const emulator = assembled();
    // The clock stands at twelve.
    const hours = `${window(11, 13)}&interval=3600&queue=${ids.orders}`;
    const { forecasts_vs_actuals: chat } = await read(emulator, `${hours}&channel=chat`);
    expect(chat.map(({ contacts_received: pair }) => pair?.actual === null)).toEqual([false, true]);
    expect(chat[0]).not.toHaveProperty("cases_opened");
    const { forecasts_vs_actuals: email } = await read(
      emulator,
      `${window(11, 13)}&interval=3600&channel=email`,
    );
    expect(email[0]).toHaveProperty("cases_opened");
    expect(email[0]).not.toHaveProperty("contacts_received");
    expect((await read(emulator, `${hours}&channel=sms`)).total).toBe(0);
  });

  test.each([
    [`${window(0, 1)}&channel=chat`, "interval"],
    [`${window(0, 1)}&interval=1800`, "channel"],
    [`${window(0, 1)}&interval=1800&channel=fax`, "channel"],
    [`${window(0.25, 1)}&interval=1800&channel=chat`, "expect start in an increment of 1800"],
    [`${window(0, 1.25)}&interval=1800&channel=chat`, "expect end in an increment of 1800"],
    [`${window(0, 1)}&interval=1800&channel=chat&queue=${ids.nobody}`, "queue"],
  ])("?%s are refused", async (query, message) => {
    const reply = await assembled().send("GET", `${path}?${query}`);
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining(message) } });
  });
});
