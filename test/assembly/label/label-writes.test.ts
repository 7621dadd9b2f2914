import fc from "fast-check";
import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { settled, testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { lastBody, unknownId } from "../nouns.ts";

const { tierId } = showcase.account;
const gid = (id: string) => `gid://assembly/Label/${id}`;
const fields = "sourceId type name color description";
const create = `mutation ($input: CreateLabelInput!) { createLabel(input: $input) { labelId label { ${fields} } } }`;
const update = `mutation ($id: ID!, $input: UpdateLabelInput!) {
  updateLabel(id: $id, input: $input) { labelId label { ${fields} } }
}`;
const remove = "mutation ($id: ID!) { deleteLabel(id: $id) { deletedLabelId } }";
const gold = { type: "TIER", name: "Gold", color: "#FFD700" };
const enterprise = {
  sourceId: tierId,
  type: "TIER",
  name: "Enterprise",
  color: "#5B3CC4",
  description: "More than 500 seats or a signed service level",
};

test("creating a label sends what was given, and reads it back for what was selected", async () => {
  const made = gateway();
  const { createLabel } = await made.query(create, { input: { ...gold, description: "Über alles" } });
  const sourceId = createLabel.labelId.replace("gid://assembly/Label/", "");
  expect(createLabel.label).toEqual({ sourceId, ...gold, description: "Über alles" });
  expect(lastBody(made)).toEqual({
    type: "Tier",
    name: "Gold",
    color: "#FFD700",
    description: "Über alles",
  });
  expect(made.calls()).toEqual([
    "assembly POST /accounts/labels",
    `assembly GET /accounts/labels/${sourceId}`,
  ]);
});

test.each([{}, { description: null }])("a label without a description, %j, sends none", async (left) => {
  const made = gateway();
  const { createLabel } = await made.query(create, { input: { ...gold, ...left } });
  expect(createLabel.label.description).toBeNull();
  expect(lastBody(made)).toEqual({ type: "Tier", name: "Gold", color: "#FFD700" });
  expect(made.calls()).toHaveLength(2);
});

test.each([tierId, gid(tierId)])("an update by %s changes what was given and leaves the rest", async (id) => {
  const made = gateway();
  const { updateLabel } = await made.query(update, { id, input: { name: "Platinum" } });
  expect(updateLabel).toEqual({ labelId: gid(tierId), label: { ...enterprise, name: "Platinum" } });
  expect(lastBody(made)).toEqual({ name: "Platinum" });
  expect(made.calls()).toEqual([
    `assembly PUT /accounts/labels/${tierId}`,
    `assembly GET /accounts/labels/${tierId}`,
  ]);
});

test("an update sends every field that is given, and null clears the description", async () => {
  const made = gateway();
  const input = { type: "STAGE", name: "Live", color: "#00aaff", description: null };
  const { updateLabel } = await made.query(update, { id: tierId, input });
  expect(updateLabel.label).toEqual({ sourceId: tierId, ...input });
  expect(lastBody(made)).toEqual({ ...input, type: "Stage" });
  expect(made.calls()).toHaveLength(2);
});

test.each(["type", "name", "color"])("null for %s is refused without a call", async (name) => {
  const { execute, calls } = gateway();
  const { data, errors } = await execute(update, { id: tierId, input: { [name]: null } });
  expect(data).toEqual({ updateLabel: null });
  expect(errors).toMatchObject([
    { message: expect.stringContaining(name), extensions: { code: "BAD_USER_INPUT" } },
  ]);
  expect(calls()).toEqual([]);
});

test("a payload of which only the id is selected is not read back", async () => {
  const { query, calls } = gateway();
  const data = await query(
    `mutation {
      createLabel(input: { type: TIER, name: "Gold", color: "#FFD700" }) { labelId __typename }
      updateLabel(id: "${tierId}", input: {}) { labelId }
      deleteLabel(id: "${tierId}") { deletedLabelId }
    }`,
  );
  expect(data.createLabel.labelId).toMatch(/^gid:\/\/assembly\/Label\/[0-9a-f-]{36}$/);
  expect(data).toMatchObject({
    updateLabel: { labelId: gid(tierId) },
    deleteLabel: { deletedLabelId: gid(tierId) },
  });
  // A read that nobody waits for would go out after the answer.
  await settled();
  expect(calls()).toEqual([
    "assembly POST /accounts/labels",
    `assembly PUT /accounts/labels/${tierId}`,
    `assembly DELETE /accounts/labels/${tierId}`,
  ]);
});

test("a hex code of three or six digits is sent with six, any other text is refused without a call", async () => {
  const made = gateway({ sandbox: { enforceLimits: false }, parts: { limits: false } });
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(..."0123456789abcdefABCDEF"), minLength: length, maxLength: length });
  const colors = fc.oneof(
    digits(3).map((code) => `#${code}`),
    digits(6).map((code) => `#${code}`),
    fc.string({ unit: fc.constantFrom(..."#0aFg \n"), maxLength: 8 }),
    fc.constantFrom("red", "#5B3CC400", "#1234", "5B3CC4", "#5B3CC4\n", "#５Ｂ３Ｃ４０", "rgb(0, 0, 0)"),
  );
  await fc.assert(
    fc.asyncProperty(colors, async (color) => {
      const changed = await made.execute(update, { id: tierId, input: { color } });
      const created = await made.execute(create, { input: { ...gold, color } });
      const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(color) ?? [];
      const code = short ? `#${[...short].map((digit) => digit + digit).join("")}` : long && `#${long}`;
      if (code) {
        expect(changed.data.updateLabel.label.color).toBe(code);
        expect(created.data.createLabel.label.color).toBe(code);
        expect(made.calls()).toHaveLength(4);
        return;
      }
      const refused = [{ extensions: { code: "BAD_USER_INPUT" } }];
      expect([changed, created]).toMatchObject([
        { data: { updateLabel: null }, errors: refused },
        { data: { createLabel: null }, errors: refused },
      ]);
      expect(made.calls()).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["updateLabel", update, "PUT"],
  ["deleteLabel", remove, "DELETE"],
])("%s of a label that does not exist is NOT_FOUND", async (field, document, method) => {
  const { execute, calls } = gateway();
  const { data, errors } = await execute(document, { id: unknownId, input: { name: "x" } });
  expect(data).toEqual({ [field]: null });
  expect(errors).toMatchObject([{ path: [field], extensions: { code: "NOT_FOUND", status: 404 } }]);
  expect(calls()).toEqual([`assembly ${method} /accounts/labels/${unknownId}`]);
});

test("deleting twice is NOT_FOUND the second time", async () => {
  const { execute, calls } = gateway();
  const both = `mutation { first: deleteLabel(id: "${tierId}") { deletedLabelId } second: deleteLabel(id: "${tierId}") { deletedLabelId } }`;
  const { data, errors } = await execute(both);
  expect(data).toEqual({ first: { deletedLabelId: gid(tierId) }, second: null });
  expect(errors).toMatchObject([{ path: ["second"], extensions: { code: "NOT_FOUND" } }]);
  expect(calls()).toEqual(Array(2).fill(`assembly DELETE /accounts/labels/${tierId}`));
});

test("a delete whose answer was lost is sent again, and has succeeded", async () => {
  const { query, calls, clock, sandbox } = gateway();
  sandbox.assembly.inject({ row: "labels.delete", times: 1, kind: "reset", afterEffect: true });
  const answer = query(remove, { id: tierId });
  await clock.advance(1_000);
  expect(await answer).toEqual({ deleteLabel: { deletedLabelId: gid(tierId) } });
  expect(calls()).toEqual(Array(2).fill(`assembly DELETE /accounts/labels/${tierId}`));
});

test.each([{}, null, { id: "" }, undefined])(
  "an update that answers %j has succeeded all the same",
  async (body) => {
    const { query, calls, sandbox } = gateway();
    sandbox.assembly.inject({ row: "labels.update", reply: { status: 200, body } });
    expect(await query(update, { id: tierId, input: { name: "x" } })).toEqual({
      // The emulator was not asked, so nothing has changed.
      updateLabel: { labelId: gid(tierId), label: enterprise },
    });
    expect(calls()).toHaveLength(2);
  },
);

test.each([
  ["has taken effect", true],
  ["has not", false],
])("a new label whose answer is lost is sent once, and a query shows that it %s", async (_, afterEffect) => {
  const { execute, query, calls, sandbox } = gateway();
  sandbox.assembly.inject({ row: "labels.create", times: 1, kind: "reset", afterEffect });
  const before = await query("{ labels(type: TIER) { name } }");
  calls();
  const { data, errors } = await execute(create, { input: gold });
  expect(data).toEqual({ createLabel: null });
  expect(errors).toMatchObject([
    {
      extensions: {
        code: "UPSTREAM_OUTCOME_UNKNOWN",
        endpoint: "POST /accounts/labels",
        attempts: 1,
        retryable: false,
        sentAt: new Date(testNowMs).toISOString(),
      },
    },
  ]);
  const { labels } = await query(String(errors[0]?.extensions.reconcile), { type: "TIER" });
  const named = labels.map(({ name }: { name: string }) => ({ name }));
  expect(named).toEqual(afterEffect ? [...before.labels, { name: "Gold" }] : before.labels);
  expect(calls()).toEqual(["assembly POST /accounts/labels", "assembly GET /accounts/labels/Tier"]);
});
