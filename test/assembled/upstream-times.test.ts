import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { parseInstant, upstreamDay, upstreamMoment } from "../../src/resolving/time.ts";
import { accountId, userId } from "../../src/sandbox/data/ids.ts";
import { gateway } from "../support/gateway.ts";

const moment = fc.date({
  min: new Date("0000-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});

describe("a moment of an upstream", () => {
  test("is given in a form that the gateway takes back", () => {
    const given = fc.oneof(
      moment.map((date) => date.toISOString()),
      moment.map((date) => date.getTime() / 1000),
      fc.integer(),
      fc.double(),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(given, (value) => {
        const read = upstreamMoment(value);
        if (read !== undefined) expect(parseInstant(read.toISOString())).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  test("is the same as seconds and as a text", () => {
    fc.assert(
      fc.property(moment, (date) => {
        expect(upstreamMoment(date.getTime() / 1000)).toEqual(date);
        expect(upstreamMoment(date.toISOString())).toEqual(date);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["2026-03-01t09:30:00z", "2026-03-01T09:30:00.000Z"],
    ["2026-03-01 09:30:00+01:00", "2026-03-01T08:30:00.000Z"],
    ["2026-03-01T09:30:00+0100", "2026-03-01T08:30:00.000Z"],
    ["2026-03-01T09:30:00-03", "2026-03-01T12:30:00.000Z"],
    ["2026-02-28T24:00:00Z", "2026-03-01T00:00:00.000Z"],
    ["2023-12-06T08:17:38.601462Z", "2023-12-06T08:17:38.601Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["0000-01-01T00:00:00+00:00", "0000-01-01T00:00:00.000Z"],
  ])("may be written %s", (value, expected) => {
    expect(upstreamMoment(value)?.toISOString()).toBe(expected);
  });

  test.each([
    "2026-02-30T10:00:00Z",
    "2026-02-29",
    "2026-03-01T24:00:01Z",
    "2016-12-31T23:59:60Z",
    "2023-12-05T010:00:00Z",
    "2026-03-01T10:00:00+25:00",
    "0000-01-01T00:00:00+00:01",
    "9999-12-31T23:59:59-00:01",
    "+058132-01-01T00:00:00Z",
    "12",
    "1772582400",
    "2026/03/01 10:00:00",
    "03/01/2026",
    "2026-03-01T10:00:00 Europe/Paris",
    "Sun, 01 Mar 2026 09:30:00 GMT",
    " 2026-03-01",
    "2026-03-01\n",
    "",
  ])("is not %j", (value) => {
    expect(upstreamMoment(value)).toBeUndefined();
    expect(upstreamDay(value)).toBeUndefined();
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1772323200000, -1e12, 1e300, true, null, [], {}])(
    "is not %s",
    (value) => {
      expect(upstreamMoment(value)).toBeUndefined();
    },
  );
});

describe("what is no date is null with an error of its own field:", () => {
  const bad = { code: "UPSTREAM_INVALID_RESPONSE" };

  test.each(["03/01/2026", "2026-02-30", "", "20260301", 1772323200, true, { day: 1 }, "2026-03-01T99:00"])(
    "%j for the day of an account",
    async (renewal_date) => {
      const { execute, calls, sandbox } = gateway();
      const id = accountId("acme");
      const row = sandbox.data.assembly.accounts.find((one) => one.id === id);
      const account = { ...row, renewal_date, trial_expiration_date: "2026-03-04T23:30:00-05:00" };
      sandbox.assembly.inject({ row: "accounts.getById", reply: { status: 200, body: { account } } });
      const { data, errors } = await execute(
        "query ($id: ID!) { account(by: { id: $id }) { renewalDate trialExpirationDate } }",
        { id },
      );
      // The day stands as it is written, whatever the offset of its time.
      expect(data).toEqual({ account: { renewalDate: null, trialExpirationDate: "2026-03-04" } });
      expect(errors).toMatchObject([
        { path: ["account", "renewalDate"], extensions: { ...bad, system: "assembly" } },
      ]);
      expect(calls()).toEqual([`assembly GET /accounts/${id}`]);
    },
  );

  test.each(["2026-02-30T10:00:00Z", "2026/03/01 10:00:00", "12", 1772323200000, "soon"])(
    "%j for the moment of a user, whatever the zone of the machine",
    async (lastLogin) => {
      vi.stubEnv("TZ", "America/New_York");
      try {
        const { execute, calls, sandbox } = gateway();
        const rows = [
          { id: userId(1), email: "a@b.example", lastLogin },
          { id: userId(2), email: "c@d.example", lastLogin: "2026-03-01T10:00:00" },
        ];
        sandbox.web1on1.inject({ row: "users.list", reply: { status: 200, body: rows } });
        const { data, errors } = await execute("{ users { nodes { email lastLogin } } }");
        expect(data.users.nodes).toEqual([
          { email: "a@b.example", lastLogin: null },
          { email: "c@d.example", lastLogin: "2026-03-01T10:00:00.000Z" },
        ]);
        expect(errors).toMatchObject([
          { path: ["users", "nodes", 0, "lastLogin"], extensions: { ...bad, system: "web1on1" } },
        ]);
        expect(calls()).toEqual(["web1on1 GET /users"]);
      } finally {
        vi.unstubAllEnvs();
      }
    },
  );
});
