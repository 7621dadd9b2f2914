import { describe, expect, test } from "vitest";
import { startServer } from "../support/server.ts";

const preflight = (origin: string): RequestInit => ({
  method: "OPTIONS",
  headers: {
    origin,
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type,x-request-id",
  },
});
const body = { query: "{ __typename }" };

describe("pages of this machine may call unless origins are configured", () => {
  test.each(["http://localhost:3000", "https://localhost", "http://127.0.0.1:5173", "http://[::1]:8080"])(
    "%s",
    async (origin) => {
      await using server = await startServer();
      const asked = await server.request("/graphql", preflight(origin));
      expect(asked.status).toBe(204);
      expect(Object.fromEntries(asked.headers)).toMatchObject({
        "access-control-allow-origin": origin,
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers": "content-type,x-request-id",
      });
      const { headers } = await server.post(body, { origin });
      expect(headers.get("access-control-allow-origin")).toBe(origin);
      expect(headers.get("access-control-expose-headers")).toBe(
        "x-request-id, retry-after, idempotency-replayed",
      );
      expect(server.calls()).toEqual([]);
    },
  );

  test.each([
    "https://evil.example",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "http://localhost:3000.evil.example",
    "null",
  ])("not %s", async (origin) => {
    await using server = await startServer();
    const asked = await server.request("/graphql", preflight(origin));
    expect(asked.headers.get("access-control-allow-origin")).toBeNull();
    const { headers } = await server.post(body, { origin });
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(server.calls()).toEqual([]);
  });
});

test("configured origins replace those of this machine", async () => {
  const allowed = ["https://desk.example", "https://lead.example:8443"];
  await using server = await startServer({ allowedOrigins: allowed });
  const given: Record<string, string | null> = {};
  for (const origin of [...allowed, "https://lead.example", "http://desk.example", "http://localhost:3000"]) {
    const { headers } = await server.post(body, { origin });
    expect(headers.get("vary")).toContain("Origin");
    given[origin] = headers.get("access-control-allow-origin");
  }
  expect(given).toEqual({
    "https://desk.example": "https://desk.example",
    "https://lead.example:8443": "https://lead.example:8443",
    "https://lead.example": null,
    "http://desk.example": null,
    "http://localhost:3000": null,
  });
  expect(server.calls()).toEqual([]);
});

test("refusals carry the allowance, too, so that a page can read them", async () => {
  await using server = await startServer();
  const origin = "http://localhost:3000";
  const statuses: number[] = [];
  for (const sent of ["{", JSON.stringify({ query: "x".repeat(1_100_000) }), "[]"]) {
    const { headers, status } = await server.post(sent, { origin });
    expect(headers.get("access-control-allow-origin")).toBe(origin);
    statuses.push(status);
  }
  expect(statuses).toEqual([400, 413, 400]);
  expect(server.calls()).toEqual([]);
});
