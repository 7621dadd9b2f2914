import { describe, expect, test } from "vitest";
import { at, ids } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

describe("conversations in bulk", () => {
  const path = "/v0/conversations/bulk";
  const conversation = (more: object = {}) => ({
    ...{ created_at: at(9.1), import_id: "1", channel: "chat", status: "open", queue: ids.orders },
    ...more,
  });
  const bulk = (...conversations: readonly object[]) => ({ conversations });
  const received = async (emulator: ReturnType<typeof assembled>) => {
    const query = `start_time=${at(9)}&end_time=${at(10)}&interval=3600&channel=chat&queue=${ids.orders}`;
    const { forecasts_vs_actuals: rows } = await emulator.ok<{
      forecasts_vs_actuals: { contacts_received: { actual: number } }[];
    }>("GET", `/v0/forecasted_vs_actuals?${query}`);
    return rows[0]?.contacts_received.actual ?? 0;
  };

  test("count among what came where they belong, once each by import id", async () => {
    const emulator = assembled();
    const before = await received(emulator);
    await emulator.ok(
      "POST",
      path,
      bulk(
        conversation(),
        conversation({ status: "solved", first_responded_at: at(9.2), solved_at: at(9.3), tags: ["a"] }),
        conversation({ import_id: "2", assignee_import_id: "hr-1", queue: null }),
        conversation({ import_id: "3", channel: "phone" }),
        conversation({ import_id: "4", created_at: at(10) }),
      ),
    );
    expect(await received(emulator)).toBe(before + 1);
    // One that moves leaves its place.
    await emulator.ok("POST", path, bulk(conversation({ created_at: at(11) })));
    expect(await received(emulator)).toBe(before);
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, number) => conversation({ import_id: `m${number}` }));

  test.each([
    [1_000, 200],
    [1_001, 400],
    [0, 400],
  ])("%i are answered %i", async (count, status) => {
    expect(await assembled().statusOf("POST", path, bulk(...many(count)))).toBe(status);
  });

  test.each([
    ["no list", { conversations: conversation() }],
    ["no import id", bulk(conversation({ import_id: undefined }))],
    ["an empty import id", bulk(conversation({ import_id: "" }))],
    ["SMS", bulk(conversation({ channel: "sms" }))],
    ["an unknown status", bulk(conversation({ status: "closed" }))],
    ["an unknown queue", bulk(conversation({ queue: ids.nobody }))],
    ["a quoted time", bulk(conversation({ solved_at: "1549065800" }))],
    ["tags that are none", bulk(conversation({ tags: "a" }))],
  ])("with %s change nothing at all", async (_, body) => {
    const emulator = assembled();
    const before = await received(emulator);
    const { conversations } = body as { conversations: object[] };
    const all = Array.isArray(conversations)
      ? bulk(conversation({ import_id: "first" }), ...conversations)
      : body;
    expect(await emulator.statusOf("POST", path, all)).toBe(400);
    expect(await received(emulator)).toBe(before);
  });
});

describe("scores in bulk", () => {
  const path = "/v0/qa_scores/bulk";
  const score = (more: object = {}) => ({
    ...{ agent_email: "ada@helpdesk.example", ticket_created_at: at(1), score: 85, imported_id: "t1" },
    ...more,
  });
  const bulk = (...scores: readonly object[]) => ({ scores });

  test.each([
    ["one", bulk(score()), 200],
    [
      "all that a score may have",
      bulk(
        score({ max_score: 90, agent_platform_id: "7", agent_name: "Ada", grader: "Bo", graded_at: at(2) }),
      ),
      200,
    ],
    ["a thousand", bulk(...Array.from({ length: 1_000 }, () => score())), 200],
    ["more", bulk(...Array.from({ length: 1_001 }, () => score())), 400],
    ["none", bulk(), 400],
    ["one without an address", bulk(score(), score({ agent_email: undefined })), 400],
    ["one without a ticket", bulk(score({ imported_id: "" })), 400],
    ["one without a number", bulk(score({ score: "85" })), 400],
    ["one without a time", bulk(score({ ticket_created_at: undefined })), 400],
  ])("%s", async (_, body, status) => {
    const { statusOf, journal } = assembled();
    expect(await statusOf("POST", path, body)).toBe(status);
    expect(journal).toMatchObject([{ row: "qaScores.bulk", status }]);
  });
});
