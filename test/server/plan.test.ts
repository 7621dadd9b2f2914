import { expect, test } from "vitest";
import { startServer } from "../support/server.ts";

test.each(["application/json", "application/graphql-response+json"])(
  "over HTTP a plan is a 200 without data, as %s",
  async (accept) => {
    await using server = await startServer();
    const { json, status } = await server.post(
      { query: "{ viewer { email } }" },
      { "x-explain": "plan", accept },
    );
    const expected = (count: number) => ({
      calls: { least: count, most: count },
      expectedWaitMs: { least: 0, most: 0 },
    });
    expect({ json, status }).toEqual({
      status: 200,
      json: {
        data: null,
        extensions: {
          upstream: {
            plan: { assembly: expected(0), assembled: expected(0), web1on1: expected(1), total: expected(1) },
          },
        },
      },
    });
    expect(server.calls()).toEqual([]);
  },
);
