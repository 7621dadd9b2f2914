import { describe, expect, test } from "vitest";
import { createLog } from "../src/log.ts";
import type { CallEvent } from "../src/rest/upstream.ts";

const secret = "sk_live_planted";

function logged() {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  return { log, lines, parsed: () => lines.map((line) => JSON.parse(line)) };
}

const call: CallEvent = { system: "assembly", endpoint: "GET /accounts/{domain}", durationMs: 12 };

describe("the log", () => {
  test("is one JSON object a line, with an ISO time", () => {
    const { log, lines, parsed } = logged();
    const request = { requestId: "r-1", method: "POST", route: "/graphql", status: 200, durationMs: 5 };
    log.request({ ...request, isOperation: true });
    log.note("Emulated.");
    expect(lines.every((line) => line.endsWith("\n"))).toBe(true);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(parsed()).toEqual([
      {
        level: 30,
        time,
        ...request,
        msg: "request",
      },
      { level: 30, time, msg: "Emulated." },
    ]);
  });

  test("tells of calls that failed, and not of answers, of objects that do not exist or of what a client got wrong", () => {
    const { log, parsed } = logged();
    log.call({ ...call, status: 200 });
    log.call({ ...call, status: 404, code: "NOT_FOUND" });
    log.call({ ...call, code: "BAD_USER_INPUT" });
    log.call({ ...call, status: 503, code: "UPSTREAM_UNAVAILABLE" });
    log.call({ ...call, code: "UPSTREAM_TIMEOUT" });
    log.call({ ...call, code: "UPSTREAM_UNAVAILABLE", cause: "CERT_HAS_EXPIRED" });
    expect(parsed()).toMatchObject([
      { level: 40, ...call, status: 503, code: "UPSTREAM_UNAVAILABLE" },
      { level: 40, ...call, code: "UPSTREAM_TIMEOUT" },
      { level: 40, ...call, code: "UPSTREAM_UNAVAILABLE", cause: "CERT_HAS_EXPIRED" },
    ]);
  });

  test("takes nothing from a call but the fields it knows", () => {
    const { log, lines } = logged();
    const more = { url: secret, headers: { authorization: secret }, error: new Error(secret) };
    log.call({ ...call, ...more, code: "UPSTREAM_UNAVAILABLE" } as CallEvent);
    expect(lines.join("")).toContain("GET /accounts/{domain}");
    expect(lines.join("")).not.toContain(secret);
  });

  test("tells of an unknown enum value once a field", () => {
    const { log, parsed } = logged();
    for (const field of ["User.role", "User.role", "User.status", "User.role"]) log.unknownEnumValue(field);
    expect(parsed()).toMatchObject([
      { level: 40, field: "User.role" },
      { level: 40, field: "User.status" },
    ]);
  });
});

describe("a fault", () => {
  test("is told by its class and place", () => {
    const { log, parsed } = logged();
    log.fault(new TypeError("x is not a function"));
    const [line] = parsed();
    expect(line).toMatchObject({ level: 50, error: "TypeError", msg: "fault" });
    expect(line.at[0]).toMatch(/^at .*log\.test\.ts:\d+:\d+\)?$/);
    expect(line.at.length).toBeLessThanOrEqual(10);
  });

  const looksLikeFrames = `broken\n    at ${secret} (/etc/${secret}.ts:1:1)\n    at /${secret}:2:2`;
  const withCause = new Error("outer", { cause: new Error(secret) });
  const changed = new Error("first");
  changed.message = secret;

  test.each<[string, unknown]>([
    ["an error", new Error(secret)],
    ["an error whose message looks like a stack", new Error(looksLikeFrames)],
    ["an error with a cause", withCause],
    ["an error whose message was changed", changed],
    ["an error with more fields", Object.assign(new Error("fields"), { request: { headers: secret } })],
    ["an error that prints itself", Object.assign(new Error("json"), { toJSON: () => secret })],
    ["a text", secret],
    ["an object", { message: secret, stack: `at ${secret} (/${secret}:1:1)` }],
    ["nothing", undefined],
  ])("never with its words: %s", (_, thrown) => {
    const { log, lines, parsed } = logged();
    log.fault(thrown);
    expect(parsed()).toMatchObject([{ level: 50, error: expect.any(String), at: expect.any(Array) }]);
    expect(lines.join("")).not.toContain(secret);
  });
});
