import { describe, expect, test } from "vitest";
import { byId } from "../../src/lists/indexed-rows.ts";
import { oneByKey } from "../../src/loaders/one-by-key.ts";
import { groupsOf, ownCall, pagesIn, part } from "../loaders/groups.ts";
import { listOver, point, rowsUpTo } from "../loaders/list-upstream.ts";

const listed = rowsUpTo(6);
const parts = ["g0", "g1", "g2"].map((group) => part(group));
const refusing = (status: number) => ({
  listed,
  pageSize: 5,
  fails: (call: string) => call.startsWith("page") && status,
});

describe("a list that cannot be had", () => {
  test.each([400, 403, 404])("with %i leaves the children of parents to their own lists", async (status) => {
    const { calls, operation } = groupsOf(refusing(status));
    expect(await operation().load(parts)).toEqual(pagesIn(listed, parts));
    expect(calls()).toEqual(["page 0", ...parts.map(ownCall)]);
  });

  test("is no sign that a key does not exist", async () => {
    const { calls, definition, scope } = listOver(refusing(404));
    const loader = scope.of(oneByKey(definition, byId, point));
    const answers = await Promise.allSettled(["2", "3"].map((id) => loader.load(id)));
    expect(answers).toMatchObject(Array(2).fill({ reason: { code: "UPSTREAM_INVALID_RESPONSE" } }));
    expect(calls()).toEqual(["page 0"]);
  });

  test("since its system does not take the credentials is followed by no other read", async () => {
    const { calls, operation } = groupsOf(refusing(401));
    const { loader } = operation();
    const answers = await Promise.allSettled(parts.map((slice) => loader.load(slice)));
    expect(answers).toMatchObject(parts.map(() => ({ reason: { code: "UPSTREAM_AUTH" } })));
    expect(calls()).toEqual(["page 0"]);
  });
});
