import { expect, test } from "vitest";
import { id, north, northWest, south } from "../support/web1on1-data.ts";
import { refused, sandbox } from "../support/web1on1-emulator.ts";

test.each([
  ["its own and those of the master", north, [id(31), id(32), id(33)]],
  ["those of all organizations above it", northWest, [id(31), id(32), id(33)]],
  ["those that name it", south, [id(31), id(34)]],
])("an organization has %s", async (_, organization, expected) => {
  const { ids } = sandbox();
  expect(await ids(`/organizations/${organization}/workflows`)).toEqual(expected);
});

test("workflows are refused outside the caller's organizations, and below the scope of a bot", async () => {
  const { call } = sandbox();
  const path = `GET /organizations/${south}/workflows`;
  expect(await call(path, { token: "north-token" })).toEqual(refused(403));
  expect(await call(path, { token: "agent-token" })).toEqual(refused(403));
  expect(await call(`GET /organizations/${id(99)}/workflows`)).toEqual(refused(404));
});
