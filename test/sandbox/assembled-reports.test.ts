import { describe, expect, test } from "vitest";
import type { ReportJobJson, ReportMetricJson } from "../../src/assembled/report/endpoints.ts";
import type { AssembledEmulatorOptions } from "../../src/sandbox/assembled/emulator.ts";
import { at, ids, nowSeconds } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

const types = ["adherence", "agent_ticket_stats", "agent_state_handle_times"] as const;
const body = { start_time: at(0), end_time: at(24), interval: "1h", channel: "chat" };

function emulator(options: AssembledEmulatorOptions = {}) {
  const made = assembled(options);
  const start = async (type: string, more: object = {}) =>
    (await made.ok<{ report_id: string }>("POST", `/v0/reports/${type}`, { ...body, ...more })).report_id;
  const read = (id: string, query = "") => made.ok<ReportJobJson>("GET", `/v0/reports/${id}${query}`);
  /** The metrics of a new report, once it is complete. */
  const metrics = async (
    type: string,
    more: object = {},
    query = "",
  ): Promise<readonly ReportMetricJson[]> => {
    const id = await start(type, more);
    made.pass(1_500);
    return (await read(id, query)).metrics ?? [];
  };
  return { ...made, start, read, metrics };
}

describe("a report", () => {
  test("is in progress for a while, and then complete", async () => {
    const { pass, read, start } = emulator({ reportMs: 2_000 });
    const id = await start("adherence");
    const created_at = new Date(nowSeconds * 1000).toISOString();
    pass(1_999);
    expect(await read(id)).toEqual({ status: "in_progress", created_at, total_metric_count: 0, metrics: [] });
    pass(1);
    const { metrics, ...report } = await read(id);
    expect(report).toEqual({ status: "complete", created_at, total_metric_count: 75 });
    expect(metrics).toHaveLength(75);
  });

  test("fails where that is wanted", async () => {
    const { pass, read, start } = emulator({ reportsFail: true });
    const id = await start("adherence");
    pass(1_500);
    expect(await read(id)).toEqual({ status: "error", created_at: expect.any(String) });
  });

  test("is the same for equal parameters as long as it is in progress", async () => {
    const { pass, start } = emulator();
    const first = await start("adherence");
    pass(1_499);
    expect(await start("adherence")).toBe(first);
    expect(await start("adherence", { channel: "email" })).not.toBe(first);
    expect(await start("agent_ticket_stats")).not.toBe(first);
    pass(1);
    expect(await start("adherence")).not.toBe(first);
  });

  test("that does not exist is 404", async () => {
    expect(await emulator().statusOf("GET", `/v0/reports/${ids.nobody}`)).toBe(404);
  });
});

describe("metrics", () => {
  test.each(types)("of %s stand for the whole window, and then for each interval", async (type) => {
    const { metrics } = emulator();
    const made = await metrics(type);
    const [name = ""] = new Set(made.map((metric) => metric.name));
    const ofName = made.filter((metric) => metric.name === name).map(({ attributes }) => attributes);
    expect(ofName[0]).toEqual({
      agent_id: ids.adaAgent,
      start_time: at(0),
      end_time: at(24),
      type: "full_interval",
    });
    expect(ofName.slice(1)).toEqual(
      Array.from({ length: 24 }, (_, hour) => ({
        agent_id: ids.adaAgent,
        start_time: at(hour),
        end_time: at(hour + 1),
        type: "interval",
      })),
    );
    // The same parameters give the same values, whenever they are asked for.
    expect(await metrics(type)).toEqual(made);
    const full = made.filter(({ attributes }) => attributes.type === "full_interval");
    expect(full).toHaveLength(3);
    expect(full.every(({ value }) => typeof value === "number")).toBe(true);
  });

  test("end with the window where its last interval is shorter", async () => {
    const { metrics } = emulator();
    const made = await metrics(
      "adherence",
      { end_time: at(24 * 9), interval: "1w" },
      "?metric=adherence_percentage",
    );
    expect(made.map(({ attributes }) => attributes.end_time)).toEqual([at(24 * 9), at(24 * 7), at(24 * 9)]);
  });

  test.each([
    [{}, [ids.adaAgent]],
    [{ channel: "phone" }, [ids.boAgent]],
    [{ channel: "sms" }, []],
    [{ agent_id: ids.adaAgent }, [ids.adaAgent]],
    [{ agent_id: ids.boAgent }, []],
    [{ queue_id: ids.orders }, [ids.adaAgent]],
    [{ filters: { team_id: ids.chatTeam } }, [ids.adaAgent]],
    [{ filters: { team_id: ids.voiceTeam } }, []],
    [{ filters: { site_id: ids.delft, skill_id: ids.dutch } }, [ids.adaAgent]],
    [{ filters: { site_id: ids.osaka } }, []],
    [{ filters: {} }, [ids.adaAgent]],
  ])("with %j are those of %j", async (more, agents) => {
    const made = await emulator().metrics("adherence", more);
    expect([...new Set(made.map(({ attributes }) => attributes.agent_id))]).toEqual(agents);
  });

  test("come in pages, 500 at most, counted as they are filtered", async () => {
    const { pass, read, start } = emulator();
    const id = await start("agent_ticket_stats", { end_time: at(24), interval: "30m" });
    pass(1_500);
    const all = await read(id);
    expect([all.total_metric_count, all.metrics?.length]).toEqual([147, 147]);
    const page = await read(id, "?limit=10&offset=140");
    expect([page.total_metric_count, page.metrics]).toEqual([147, all.metrics?.slice(140)]);
    const names = await read(id, "?metric=tickets_solved&metric=replies_sent&type=full_interval&limit=1");
    expect(names).toMatchObject({ total_metric_count: 2, metrics: [{ name: "tickets_solved" }] });
    const month = await start("agent_ticket_stats", {
      start_time: at(0),
      end_time: at(24 * 30),
      interval: "24h",
    });
    pass(1_500);
    expect((await read(month, "?limit=9999")).metrics).toHaveLength(93);
  });

  test.each(["?metric=tickets_solved", "?type=day", "?limit=x"])(
    "asked for by %s are refused",
    async (query) => {
      const { pass, start, statusOf } = emulator();
      const id = await start("adherence");
      pass(1_500);
      expect(await statusOf("GET", `/v0/reports/${id}${query}`)).toBe(400);
    },
  );
});

test.each([
  ["adherence", { start_time: at(0) + 60 }],
  ["adherence", { end_time: at(24) - 1 }],
  ["adherence", { end_time: at(0) }],
  ["adherence", { end_time: at(24 * 31), interval: "24h" }],
  ["adherence", { interval: "30m" }],
  ["agent_ticket_stats", { interval: "24h" }],
  ["agent_ticket_stats", { interval: "1h", end_time: at(24.25) }],
  ["agent_ticket_stats", { interval: "2h" }],
  ["agent_ticket_stats", { interval: undefined }],
  ["adherence", { channel: "fax" }],
  ["adherence", { channel: undefined }],
  ["adherence", { start_time: undefined }],
  ["adherence", { start_time: at(0) * 1000, end_time: at(24) * 1000 }],
  ["adherence", { agent_id: ids.nobody }],
  ["adherence", { queue_id: ids.nobody }],
  ["adherence", { filters: { site_id: ids.nobody } }],
  ["adherence", { filters: { team_id: ids.delft } }],
  ["adherence", { filters: { skill_id: 7 } }],
  ["adherence", { agent_id: ids.adaAgent, filters: { team_id: ids.chatTeam } }],
])("%s with %j is refused", async (type, more) => {
  expect(await emulator().statusOf("POST", `/v0/reports/${type}`, { ...body, ...more })).toBe(400);
});
