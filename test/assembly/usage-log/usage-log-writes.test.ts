import fc from "fast-check";
import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { settled, testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { lastBody, unknownId } from "../nouns.ts";
import { nobody, ownersIn } from "./usage-log-owners.ts";

const { accountId } = showcase.account;
const gid = (id: string) => `gid://assembly/UsageLog/${id}`;
const fields = "sourceId timestamp type content attribute value metadata";
const log = `mutation ($input: LogUsageInput!) { logUsage(input: $input) { usageLogId usageLog { ${fields} } } }`;
const update = `mutation ($id: ID!, $input: UpdateUsageLogInput!) {
  updateUsageLog(id: $id, input: $input) { usageLogId usageLog { ${fields} } }
}`;
const remove = "mutation ($id: ID!) { deleteUsageLog(id: $id) { deletedUsageLogId } }";
const timestamp = new Date(testNowMs).toISOString();
const signedIn = { timestamp, type: "ACTION", content: "Signed in", attribute: "Login" };
const types = { ACTION: "Action", METRIC: "Metric", CUMULATIVE_METRIC: "CumulativeMetric" } as const;
const typeNames = Object.keys(types) as (keyof typeof types)[];

const { usageLogs: stored } = createSandboxData(testNowMs).assembly;
/** The first stored log of a type whose value, if there is one, is a number. */
const storedOf = (type: string) => {
  const found = stored.find((each) => each.type === type && typeof each.value !== "string");
  if (!found) throw new Error(`There is no log of type ${type}.`);
  return found;
};
const metric = storedOf("Metric");

/** A gateway without limits, for many operations in a moment. */
const unlimited = () => gateway({ sandbox: { enforceLimits: false }, parts: { limits: false } });

const owners = ownersIn(createSandboxData(testNowMs)).map((owner) => [owner.name, owner] as const);

test.each(owners)("usage of %s is logged by one call, and read back", async (_, { of, target }) => {
  const made = gateway();
  const given = { ...signedIn, type: "METRIC", value: 7.5, metadata: { device: { os: "iOS" } } };
  const { logUsage } = await made.query(log, { input: { of, ...given } });
  const sourceId = logUsage.usageLogId.replace("gid://assembly/UsageLog/", "");
  expect(logUsage.usageLog).toEqual({ sourceId, ...given });
  expect(lastBody(made)).toEqual({ ...given, type: "Metric" });
  expect(made.callsWithQueries()).toEqual([`assembly POST ${target}`, `assembly GET /usage/${sourceId}`]);
});

test.each(nobody)("usage of an unknown %s is NOT_FOUND", async (_, of) => {
  const { execute, calls } = gateway();
  const { data, errors } = await execute(log, { input: { of, ...signedIn } });
  expect(data).toEqual({ logUsage: null });
  expect(errors).toMatchObject([{ path: ["logUsage"], extensions: { code: "NOT_FOUND", status: 404 } }]);
  expect(calls()).toHaveLength(1);
});

test("what is left out or null is not sent, and the moment is sent in UTC", async () => {
  const made = gateway();
  const input = { ...signedIn, timestamp: "2026-03-01T10:00:00+02:00", value: null, metadata: null };
  const { logUsage } = await made.query(log, { input: { of: null, ...input } });
  expect(logUsage.usageLog).toMatchObject({ timestamp: "2026-03-01T08:00:00.000Z", value: null });
  expect(lastBody(made)).toEqual({ ...signedIn, type: "Action", timestamp: "2026-03-01T08:00:00.000Z" });
  expect(made.calls()).toHaveLength(2);
});

test.each(["timestamp", "type", "content", "attribute"])("usage without %s is refused", async (name) => {
  const { execute, calls } = gateway();
  for (const value of [undefined, null]) {
    const { errors } = await execute(log, { input: { ...signedIn, [name]: value } });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  }
  expect(calls()).toEqual([]);
});

test("nothing of type MESSAGE is written", async () => {
  const { execute, calls } = gateway();
  const logged = await execute(log, { input: { ...signedIn, type: "MESSAGE" } });
  const changed = await execute(update, { id: metric.id, input: { type: "MESSAGE" } });
  expect([logged.errors, changed.errors]).toMatchObject(
    Array(2).fill([{ extensions: { code: "BAD_USER_INPUT" } }]),
  );
  expect(calls()).toEqual([]);
});

const values = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null });
const metadata = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
const logs = fc.record(
  {
    timestamp: fc.date({
      min: new Date("1990-01-01T00:00:00Z"),
      max: new Date("2100-01-01T00:00:00Z"),
      noInvalidDate: true,
    }),
    type: fc.constantFrom(...typeNames),
    content: fc.constantFrom("Signed in", "長期", 'a "quoted"\nline'),
    attribute: fc.constantFrom("Login", "Spend €"),
    value: values,
    metadata,
  },
  { requiredKeys: ["timestamp", "type", "content", "attribute"] },
);

test("any usage is read as it was logged; a metric without a value is refused without a call", async () => {
  const made = unlimited();
  await fc.assert(
    fc.asyncProperty(logs, async (given) => {
      const input = { ...given, timestamp: given.timestamp.toISOString() };
      const { data, errors } = await made.execute(log, { input });
      if (given.type !== "ACTION" && typeof given.value !== "number") {
        expect(data).toEqual({ logUsage: null });
        expect(errors).toMatchObject([
          { message: expect.stringContaining("value"), extensions: { code: "BAD_USER_INPUT" } },
        ]);
        expect(made.calls()).toEqual([]);
        return;
      }
      // Text has one zero.
      const value = (given.value ?? null) === null ? null : Number(given.value) + 0;
      const read = { ...input, value, metadata: JSON.parse(JSON.stringify(given.metadata ?? null)) };
      expect(errors).toEqual([]);
      expect(data.logUsage.usageLog).toEqual({ sourceId: expect.any(String), ...read });
      expect(made.calls().map((call) => call.split(" ")[1])).toEqual(["POST", "GET"]);
    }),
    { numRuns: 100 },
  );
});

test.each([metric.id, gid(metric.id)])(
  "an update by %s changes what was given and leaves the rest",
  async (id) => {
    const made = gateway();
    const { updateUsageLog } = await made.query(update, { id, input: { attribute: "Seats" } });
    expect(updateUsageLog).toEqual({
      usageLogId: gid(metric.id),
      usageLog: {
        sourceId: metric.id,
        timestamp: new Date(metric.timestamp).toISOString(),
        type: "METRIC",
        content: metric.content,
        attribute: "Seats",
        value: metric.value,
        metadata: metric.metadata,
      },
    });
    expect(lastBody(made)).toEqual({ attribute: "Seats" });
    expect(made.calls()).toEqual([`assembly PUT /usage/${metric.id}`, `assembly GET /usage/${metric.id}`]);
  },
);

test("metadata is replaced as a whole, and null empties it", async () => {
  const made = gateway();
  const set = async (value: object | null) => {
    const { updateUsageLog } = await made.query(update, { id: metric.id, input: { metadata: value } });
    return [lastBody(made), updateUsageLog.usageLog.metadata];
  };
  expect(await set({ source: "web", build: 7 })).toEqual([
    { metadata: { source: "web", build: 7 } },
    { source: "web", build: 7 },
  ]);
  expect(await set({ plan: "pro" })).toEqual([{ metadata: { plan: "pro" } }, { plan: "pro" }]);
  expect(await set(null)).toEqual([{ metadata: {} }, {}]);
  expect(made.calls()).toHaveLength(6);
});

test.each(["timestamp", "type", "content", "attribute", "value"])(
  "null for %s is refused without a call",
  async (name) => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(update, { id: metric.id, input: { [name]: null } });
    expect(data).toEqual({ updateUsageLog: null });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(name), extensions: { code: "BAD_USER_INPUT" } },
    ]);
    expect(calls()).toEqual([]);
  },
);

test("no update leaves a metric without its value, whatever was stored; one that could is refused without a call", async () => {
  const change = fc.record(
    { type: fc.constantFrom(...typeNames), value: values, content: fc.constant("x") },
    { requiredKeys: [] },
  );
  const before = fc.constantFrom(...["Action", "Metric", "CumulativeMetric", "Message"].map(storedOf));
  const made = unlimited();
  await fc.assert(
    fc.asyncProperty(before, change, async ({ id }, input) => {
      const { data, errors } = await made.execute(update, { id, input });
      if (errors.length > 0) {
        expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
        expect(made.calls()).toEqual([]);
        const hasValue = typeof input.value === "number";
        const toMetric = input.type !== undefined && input.type !== "ACTION";
        expect(toMetric ? hasValue : input.value !== null || input.type === "ACTION").toBe(false);
        return;
      }
      const { type, value } = data.updateUsageLog.usageLog;
      expect(type === "METRIC" || type === "CUMULATIVE_METRIC" ? typeof value : "number").toBe("number");
      expect(type).toBe(input.type ?? type);
      expect(made.calls()).toEqual([`assembly PUT /usage/${id}`, `assembly GET /usage/${id}`]);
    }),
    { numRuns: 100 },
  );
});

test("a metric becomes an action without a value", async () => {
  const made = gateway();
  const input = { type: "ACTION", value: null };
  const { updateUsageLog } = await made.query(update, { id: metric.id, input });
  expect(updateUsageLog.usageLog).toMatchObject(input);
  expect(lastBody(made)).toEqual({ type: "Action", value: null });
  expect(made.calls()).toHaveLength(2);
});

test("a log of the first revision can be changed, and still reads as MESSAGE", async () => {
  const made = gateway();
  const { id } = storedOf("Message");
  const { updateUsageLog } = await made.query(update, { id, input: { attribute: "Billing" } });
  expect(updateUsageLog.usageLog).toMatchObject({ type: "MESSAGE", attribute: "Billing", value: null });
  expect(made.calls()).toEqual([`assembly PUT /usage/${id}`, `assembly GET /usage/${id}`]);
});

test("a payload of which only the id is selected is not read back", async () => {
  const { query, calls } = gateway();
  const data = await query(
    `mutation ($input: LogUsageInput!, $id: ID!) {
      logUsage(input: $input) { usageLogId __typename }
      updateUsageLog(id: $id, input: {}) { usageLogId }
      deleteUsageLog(id: $id) { deletedUsageLogId }
    }`,
    { input: signedIn, id: metric.id },
  );
  expect(data.logUsage.usageLogId).toMatch(/^gid:\/\/assembly\/UsageLog\/[0-9a-f-]{36}$/);
  expect(data).toMatchObject({
    updateUsageLog: { usageLogId: gid(metric.id) },
    deleteUsageLog: { deletedUsageLogId: gid(metric.id) },
  });
  // A read that nobody waits for would go out after the answer.
  await settled();
  expect(calls()).toEqual([
    "assembly POST /usage",
    `assembly PUT /usage/${metric.id}`,
    `assembly DELETE /usage/${metric.id}`,
  ]);
});

test.each([
  ["updateUsageLog", update, "PUT"],
  ["deleteUsageLog", remove, "DELETE"],
])("%s of a log that does not exist is NOT_FOUND", async (field, document, method) => {
  const { execute, calls } = gateway();
  const { data, errors } = await execute(document, { id: unknownId, input: { content: "x" } });
  expect(data).toEqual({ [field]: null });
  expect(errors).toMatchObject([{ path: [field], extensions: { code: "NOT_FOUND", status: 404 } }]);
  expect(calls()).toEqual([`assembly ${method} /usage/${unknownId}`]);
});

test("deleting twice is NOT_FOUND the second time", async () => {
  const { query, execute, calls } = gateway();
  expect(await query(remove, { id: metric.id })).toEqual({
    deleteUsageLog: { deletedUsageLogId: gid(metric.id) },
  });
  const { data, errors } = await execute(remove, { id: gid(metric.id) });
  expect(data).toEqual({ deleteUsageLog: null });
  expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  expect(calls()).toEqual(Array(2).fill(`assembly DELETE /usage/${metric.id}`));
});

test.each([{}, null, { id: "" }, undefined])(
  "an update that answers %j has succeeded all the same",
  async (body) => {
    const { query, calls, sandbox } = gateway();
    sandbox.assembly.inject({ row: "usageLogs.update", reply: { status: 200, body } });
    const { updateUsageLog } = await query(update, { id: metric.id, input: { content: "x" } });
    // The emulator was not asked, so nothing has changed.
    expect(updateUsageLog).toMatchObject({
      usageLogId: gid(metric.id),
      usageLog: { content: metric.content },
    });
    expect(calls()).toEqual([`assembly PUT /usage/${metric.id}`, `assembly GET /usage/${metric.id}`]);
  },
);

test("a read-back that fails is an error of that field, and the usage is logged", async () => {
  const { execute, calls, sandbox } = gateway();
  sandbox.assembly.inject({ row: "usageLogs.getById", reply: { status: 403, body: { error: "no" } } });
  const { data, errors } = await execute(log, { input: { of: { account: { id: accountId } }, ...signedIn } });
  expect(data.logUsage).toEqual({ usageLogId: expect.stringMatching(/^gid:/), usageLog: null });
  expect(errors).toMatchObject([{ path: ["logUsage", "usageLog"], extensions: { code: "FORBIDDEN" } }]);
  expect(calls()).toHaveLength(2);
});
