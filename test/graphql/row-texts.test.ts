import { expect, test } from "vitest";
import { rowReaderOf } from "../../src/execution/row-reader.ts";
import { fullModel, resolverMapsOf } from "../../src/graphql/model.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

const { userId } = showcase.person;
const globalId = `gid://web1on1/User/${userId}`;
const ofUser = `query { user(by: { id: "${globalId}" }) { id displayName role } }`;

test("the text of a row is that of the row as a write left it", async () => {
  const { query } = gateway();
  await query(ofUser);
  const before = (await query(ofUser)).user;
  await query(
    `mutation { updateUser(id: "${globalId}", input: { displayName: "Renamed", role: OWNER }) { userId } }`,
  );
  const after = (await query(ofUser)).user;
  expect(after).toEqual({ ...before, displayName: "Renamed", role: "OWNER" });
  expect(before).not.toMatchObject({ displayName: "Renamed" });
});

test("an enum value that is not known is told each time", async () => {
  const { logLines, query, sandbox } = gateway();
  const body = { id: userId, displayName: "Odd", role: "emperor" };
  sandbox.web1on1.inject({ row: "users.get", reply: { status: 200, body } });
  for (let time = 0; time < 3; time += 1) {
    expect((await query(ofUser)).user).toEqual({ id: globalId, displayName: "Odd", role: null });
  }
  expect(logLines.filter((line) => line.includes("User.role")).length).toBeGreaterThan(0);
});

test("a field that takes a scope of its own is not of the row", async () => {
  const schema = createSchema(fullModel, resolverMapsOf(fullModel));
  const fields = (
    schema.getType("Customer360") as unknown as { getFields(): Record<string, never> }
  ).getFields();
  expect(rowReaderOf(fields.linkReason as never)).toBeUndefined();
});
