import { afterEach, describe, expect, test, vi } from "vitest";
import { accountId, organizationId, personId, serviceId, userId } from "../../src/sandbox/data/ids.ts";
import { gateway } from "../support/gateway.ts";

/** A field that takes each scalar, with `%` for its value, and the call that a good one leads to. */
const fields = {
  DateTime: [
    `activities(window: { start: %, end: "2026-03-05T00:00:00Z" }) { nodes { id } }`,
    "query",
    "assembled GET /v0/activities",
  ],
  Date: [
    `updateAccount(by: { id: "${accountId("acme")}" }, input: { renewalDate: % }) { accountId }`,
    "mutation",
    `assembly PUT /accounts/${accountId("acme")}`,
  ],
  URL: [
    `updateAccount(by: { id: "${accountId("acme")}" }, input: { imageUrl: % }) { accountId }`,
    "mutation",
    `assembly PUT /accounts/${accountId("acme")}`,
  ],
  EmailAddress: [`person(by: { email: % }) { id }`, "query", "assembled GET /v0/people"],
  TimeZone: [
    `updatePerson(id: "${personId(1)}", input: { timezone: % }) { personId }`,
    "mutation",
    `assembled PATCH /v0/people/${personId(1)}`,
  ],
  CountryCode: [
    `updateOrganization(id: "${organizationId("acme")}", input: { country: % }) { organizationId }`,
    "mutation",
    `web1on1 PATCH /organizations/${organizationId("acme")}`,
  ],
  Port: [
    `updateService(id: "${serviceId("acme", 0)}", input: { params: { smartsupp: { jid: "a@b.example", password: "p", host: "b.example", port: % } } }) { serviceId }`,
    "mutation",
    `web1on1 PATCH /services/${serviceId("acme", 0)}`,
  ],
  JSONObject: [
    `updatePerson(id: "${personId(1)}", input: { platforms: % }) { personId }`,
    "mutation",
    `assembled PATCH /v0/people/${personId(1)}`,
  ],
} as const;
type Scalar = keyof typeof fields;

const byVariable = (scalar: Scalar) => {
  const [field, operation] = fields[scalar];
  const type = scalar === "DateTime" ? "DateTime!" : scalar;
  return `${operation} ($value: ${type}) { ${field.replace("%", "$value")} }`;
};
const byLiteral = (scalar: Scalar, value: unknown) => {
  const [field, operation] = fields[scalar];
  return `${operation} { ${field.replace("%", () => JSON.stringify(value).replace(/"(\w+)":/g, "$1:"))} }`;
};

const good: readonly (readonly [Scalar, unknown])[] = [
  ["DateTime", "2026-03-04T00:00:00Z"],
  ["DateTime", "2026-03-04T09:30+09:00"],
  ["Date", "2028-02-29"],
  ["URL", "https://acme.example/logo.png?size=2#top"],
  ["URL", "HTTP://192.0.2.1:8080"],
  ["EmailAddress", "o'neil+desk@help-desk.example"],
  ["EmailAddress", "info@münchner-brauhaus.example"],
  ["EmailAddress", "jürgen.müller@bräu.münchner-brauhaus.example"],
  ["EmailAddress", "用户@例子.example"],
  ["EmailAddress", "राम@उदाहरण.परीक्षा"],
  ["EmailAddress", "zoe\u0308@cafe\u0301.example"],
  ["EmailAddress", `${"a".repeat(237)}@helpdesk.example`],
  ["TimeZone", "America/Argentina/Buenos_Aires"],
  ["TimeZone", "UTC"],
  ["TimeZone", "europe/PARIS"],
  ["CountryCode", "NL"],
  ["Port", 1],
  ["Port", 65_535],
  ["Port", "5222"],
  ["JSONObject", { zendesk: "42" }],
];

test.each(good)("%s takes %j by variable and by literal", async (scalar, value) => {
  for (const literal of [false, true]) {
    const { query, calls } = gateway();
    await (literal ? query(byLiteral(scalar, value)) : query(byVariable(scalar), { value }));
    // An address that no person has is searched for, and looked for in the roster.
    expect([...new Set(calls())]).toEqual([fields[scalar][2]]);
  }
});

const bad: readonly (readonly [Scalar, unknown])[] = [
  ["DateTime", "2026-03-04"],
  ["DateTime", "2026-03-04T00:00:00"],
  ["DateTime", "2026-02-30T00:00:00Z"],
  ["DateTime", "2026-03-04T25:00:00Z"],
  ["DateTime", "tomorrow"],
  ["DateTime", ""],
  ["DateTime", 1772582400],
  ["DateTime", 1772582400000],
  ["DateTime", "1772582400"],
  ["DateTime", true],
  ["DateTime", { seconds: 1772582400 }],
  ["Date", "2026-03-04T00:00:00Z"],
  ["Date", "2026-02-29"],
  ["Date", "04/03/2026"],
  ["Date", 20260304],
  ["URL", "acme.example"],
  ["URL", "ftp://acme.example"],
  ["URL", "javascript:alert(1)"],
  ["URL", "https://"],
  ["URL", "https://acme.example/a b"],
  ["URL", "https://acme.example/\nx-injected: 1"],
  ["URL", ["https://acme.example"]],
  ["EmailAddress", "ann"],
  ["EmailAddress", "ann@"],
  ["EmailAddress", "ann @helpdesk.example"],
  ["EmailAddress", "ann@helpdesk.example\n"],
  ["EmailAddress", ""],
  ["EmailAddress", "ann@helpdesk"],
  ["EmailAddress", "ann@.example"],
  ["EmailAddress", "ann@helpdesk..example"],
  ["EmailAddress", "ann@-helpdesk.example"],
  ["EmailAddress", "ann@desk@helpdesk.example"],
  ["EmailAddress", "<ann@helpdesk.example>"],
  ["EmailAddress", '"ann"@helpdesk.example'],
  ["EmailAddress", "ann/1@helpdesk.example"],
  ["EmailAddress", "ann?@helpdesk.example"],
  ["EmailAddress", "ann#1@helpdesk.example"],
  ["EmailAddress", "ann%40x@helpdesk.example"],
  ["EmailAddress", "ann\\@helpdesk.example"],
  ["EmailAddress", "ann\u00a0b@helpdesk.example"],
  ["EmailAddress", "ann\u0000@helpdesk.example"],
  ["EmailAddress", "ann\u200b@helpdesk.example"],
  ["EmailAddress", `${"a".repeat(238)}@helpdesk.example`],
  ["EmailAddress", 7],
  ["TimeZone", "Europe/Atlantis"],
  ["TimeZone", "+01:00"],
  ["TimeZone", ""],
  ["TimeZone", ["UTC"]],
  ["TimeZone", 1],
  ["CountryCode", "XX"],
  ["CountryCode", "Netherlands"],
  ["Port", 0],
  ["Port", -1],
  ["Port", 65_536],
  ["Port", 5222.5],
  ["Port", "05222"],
  ["Port", ""],
  ["Port", " 5222"],
  ["Port", [5222]],
  ["Port", true],
  ["JSONObject", ["zendesk"]],
  ["JSONObject", "{}"],
];

// None of these reaches it, so one does for all.
const untouched = gateway();

test.each(bad)(
  "%s takes %j neither by variable nor by literal, and no call is made",
  async (scalar, value) => {
    const { execute, calls } = untouched;
    const byVariableCodes = (await execute(byVariable(scalar), { value })).errors.map(
      ({ extensions }) => extensions.code,
    );
    const literal = byLiteral(scalar, value);
    const [error, ...others] = (await execute(literal)).errors;
    expect(byVariableCodes).toEqual(["BAD_USER_INPUT"]);
    expect([error?.extensions.code, others]).toEqual(["GRAPHQL_VALIDATION_FAILED", []]);
    // Up to the value itself, in whatever input objects it stands.
    const [before = ""] = fields[scalar][0].split("%");
    expect(error?.locations).toEqual([{ line: 1, column: literal.indexOf(before) + before.length + 1 }]);
    expect(calls()).toEqual([]);
  },
);

describe("what an upstream has stored is given as it is:", () => {
  afterEach(() => void vi.unstubAllEnvs());
  const fieldsDocument = (names: string) => `query ($id: ID!) { person(by: { id: $id }) { ${names} } }`;
  const personCall = `assembled GET /v0/people/${personId(1)}`;

  /** Asks for fields of a person whom the upstream gives with these values. */
  async function stored(names: string, values: object) {
    const { execute, calls, sandbox } = gateway();
    const body = { id: personId(1), first_name: "Ann", last_name: "Other", email: "a@b.example", ...values };
    sandbox.assembled.inject({ row: "people.get", reply: { status: 200, body } });
    const { data, errors } = await execute(fieldsDocument(names), { id: personId(1) });
    expect(calls()).toEqual([personCall]);
    return {
      person: data.person,
      errors: errors.map(({ path, extensions }) => [path?.at(-1), extensions.code, extensions.system]),
    };
  }

  test.each([
    ["an address that is none", "email", { email: "ann at helpdesk" }, "ann at helpdesk"],
    ["a time zone that is none", "timezone", { timezone: "Mars/Olympus" }, "Mars/Olympus"],
    ["a number for a text", "timezone", { timezone: 7 }, "7"],
    ["Unix seconds", "createdAt", { created_at: 1772582400 }, "2026-03-04T00:00:00.000Z"],
    ["the first second", "startDate", { start_date: 0 }, "1970-01-01T00:00:00.000Z"],
    ["parts of seconds", "createdAt", { created_at: 1772582400.25 }, "2026-03-04T00:00:00.250Z"],
    ["a second before the first", "startDate", { start_date: -1 }, "1969-12-31T23:59:59.000Z"],
    ["the last second of all years", "endDate", { end_date: 253_402_300_799 }, "9999-12-31T23:59:59.000Z"],
    [
      "a time with an offset",
      "createdAt",
      { created_at: "2026-03-04T01:00:00+01:00" },
      "2026-03-04T00:00:00.000Z",
    ],
    ["a day for a time", "createdAt", { created_at: "2026-03-04" }, "2026-03-04T00:00:00.000Z"],
    ["no time", "createdAt", { created_at: null }, null],
  ])("%s", async (_, name, values, expected) => {
    expect(await stored(name, values)).toEqual({ person: { [name]: expected }, errors: [] });
  });

  test.each(["2026-03-04T00:00:00", "2026-03-04 00:00:00.000", "2026-03-04T00:00"])(
    "%s, a time without offset, is in UTC wherever the gateway runs",
    async (created_at) => {
      vi.stubEnv("TZ", "America/New_York");
      expect(new Date(2026, 0).getTimezoneOffset()).toBe(300);
      expect(await stored("createdAt", { created_at })).toEqual({
        person: { createdAt: "2026-03-04T00:00:00.000Z" },
        errors: [],
      });
    },
  );

  test.each([
    ["a time that cannot be read", "createdAt", { created_at: "soon" }],
    ["a time beyond all calendars", "createdAt", { created_at: 1e20 }],
    ["milliseconds", "startDate", { start_date: 1772323200000 }],
    ["seconds before the first year", "endDate", { end_date: -62_167_219_201 }],
    ["seconds as a text", "createdAt", { created_at: "1772582400" }],
    ["a number of two digits as a text", "createdAt", { created_at: "12" }],
    ["an empty text for a time", "createdAt", { created_at: "" }],
    ["true for a time", "createdAt", { created_at: true }],
    ["a map for a time", "createdAt", { created_at: { seconds: 1 } }],
    ["a map for an address", "email", { email: { work: "a@b.example" } }],
    ["a list for a map", "platforms", { platforms: ["zendesk"] }],
    ["a text for a map", "platforms", { platforms: "zendesk" }],
  ])("%s is the system's fault, in its own field only", async (_, name, values) => {
    expect(await stored(`firstName ${name}`, values)).toEqual({
      person: { firstName: "Ann", [name]: null },
      errors: [[name, "UPSTREAM_INVALID_RESPONSE", "assembled"]],
    });
  });

  test("a time behind a day, a URL that is none", async () => {
    const { query, calls, sandbox } = gateway();
    const id = accountId("acme");
    const row = { ...sandbox.data.assembly.accounts.find((one) => one.id === id) };
    const account = { ...row, renewal_date: "2026-03-04T00:00:00.000Z", image_url: "logo.png" };
    sandbox.assembly.inject({ row: "accounts.getById", reply: { status: 200, body: { account } } });
    expect(
      await query("query ($id: ID!) { account(by: { id: $id }) { renewalDate imageUrl } }", { id }),
    ).toEqual({
      account: { renewalDate: "2026-03-04", imageUrl: "logo.png" },
    });
    expect(calls()).toEqual([`assembly GET /accounts/${id}`]);
  });

  test("a chat user's ISO time is in UTC", async () => {
    const { query, calls, sandbox } = gateway();
    const body = { id: userId(1), email: "not-an-address", createdAt: "2026-03-04T09:00:00+09:00" };
    sandbox.web1on1.inject({ row: "users.get", reply: { status: 200, body } });
    expect(
      await query("query ($id: ID!) { user(by: { id: $id }) { email createdAt } }", { id: userId(1) }),
    ).toEqual({
      user: { email: "not-an-address", createdAt: "2026-03-04T00:00:00.000Z" },
    });
    expect(calls()).toEqual([`web1on1 GET /users/${userId(1)}`]);
  });
});
