import { describe, expect, test } from "vitest";
import { ids } from "../support/assembled-data.ts";
import { assembled, basic } from "../support/assembled-emulator.ts";

describe("the door", () => {
  test.each([
    ["no credentials", undefined],
    ["a bearer token", "Bearer sk_live_sandbox"],
    ["another key", basic("sk_live_other:")],
    ["a password", basic("sk_live_sandbox:secret")],
    ["the key without its colon", basic("sk_live_sandbox")],
  ])("%s is refused with 401", async (_name, authorization) => {
    const { send, journal } = assembled();
    const headers: Record<string, string> =
      authorization === undefined ? { authorization: "" } : { authorization };
    expect((await send("GET", "/v0/roles", { headers })).status).toBe(401);
    expect(journal).toMatchObject([{ path: "/v0/roles", status: 401 }]);
  });

  test("the key is an option", async () => {
    const { send, statusOf } = assembled({ apiKey: "sk_live_mine" });
    const headers = { authorization: basic("sk_live_mine:") };
    expect((await send("GET", "/v0/roles", { headers })).status).toBe(200);
    expect(await statusOf("GET", "/v0/roles")).toBe(401);
  });

  test("versions of the changelog are accepted and others refused", async () => {
    const { send } = assembled();
    const statuses = ["2024-06-04", "2024-05-22", "2019-02-22", "2024-05-23", "latest", ""].map(
      async (version) => (await send("GET", "/v0/roles", { headers: { "api-version": version } })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 400, 400, 400]);
  });

  test("each answer has a request id of its own, errors too", async () => {
    const { send } = assembled();
    const replies = [await send("GET", "/v0/roles"), await send("GET", "/v0/nothing")];
    const requestIds = replies.map((reply) => reply.headers?.["request-id"]);
    expect(requestIds).toEqual([
      expect.stringMatching(/^[0-9a-f-]{36}$/),
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ]);
    expect(new Set(requestIds).size).toBe(2);
  });

  test("error bodies are JSON, plain text and nothing in turn", async () => {
    const { send } = assembled();
    const bodies: unknown[] = [];
    for (let call = 0; call < 4; call += 1) bodies.push((await send("GET", `/v0/people/${ids.nobody}`)).body);
    expect(bodies).toEqual([
      { message: "person not found" },
      "person not found",
      undefined,
      { message: "person not found" },
    ]);
  });

  test("a burst of 20 is let through, then 5 a second, errors counted like successes", async () => {
    const { statusOf, pass } = assembled({ enforceLimits: true });
    const burst = async (calls: number) => {
      const statuses: number[] = [];
      for (let call = 0; call < calls; call += 1) {
        statuses.push(await statusOf("GET", call === 0 ? `/v0/people/${ids.nobody}` : "/v0/roles"));
      }
      return statuses.filter((status) => status !== 429).length;
    };
    expect(await burst(25)).toBe(20);
    pass(1000);
    expect(await burst(10)).toBe(5);
  });

  test("no minute lets more than 300 calls through", async () => {
    const { statusOf, pass } = assembled({ enforceLimits: true });
    const refusedAtSecond: number[] = [];
    for (let second = 0; second < 60; second += 1) {
      for (let call = 0; call < (second === 0 ? 20 : 5); call += 1) {
        if ((await statusOf("GET", "/v0/roles")) === 429) refusedAtSecond.push(second);
      }
      pass(1000);
    }
    // 20 at once and 5 in each second after it would be 315.
    expect(refusedAtSecond).toEqual(Array.from({ length: 15 }, (_, call) => 57 + Math.floor(call / 5)));
    expect(await statusOf("GET", "/v0/roles")).toBe(200);
  });
});
