import { expect, test } from "vitest";
import type { SystemName } from "../support/sandbox.ts";
import { calls, readsOf, systemNames } from "./calls.ts";
import { ask, dataOf, startFaultServer } from "./cell.ts";

type Row = Readonly<Record<string, unknown>>;

/** Rows of the reads without the values that no document knows; of a list, those known stay. */
const withoutNovelties: Readonly<Record<SystemName, (row: Row) => Row>> = {
  assembly: (row) => ({ ...row, type: null }),
  assembled: (row) => ({ ...row, agentRole: null }),
  web1on1: (row) => ({ ...row, role: null, status: null }),
};

const rowsOf = (data: Row, system: SystemName): readonly Row[] => {
  const read = data[calls[system].read.field] as readonly Row[] | { readonly nodes: readonly Row[] };
  return "nodes" in read ? read.nodes : (read as readonly Row[]);
};

test.each(systemNames)(
  "enum values and fields that no document knows cost %s nothing but those values",
  async (system) => {
    await using made = await startFaultServer(1);
    const { server, whole } = made;
    server.sandbox[system].inject({ row: "*", kind: "novel" });
    const { json } = await ask(server, readsOf(systemNames));
    expect(json.errors).toBeUndefined();
    expect(rowsOf(json.data, system)).toEqual(rowsOf(whole, system).map(withoutNovelties[system]));
    const others = systemNames.filter((name) => name !== system);
    expect(dataOf(json.data, others)).toEqual(dataOf(whole, others));
    expect(server.calls()).toEqual(
      systemNames.map((name) => `${name} ${calls[name].read.endpoint.replace("/v2", "")}`),
    );
    expect(Object.prototype).not.toHaveProperty("novelty");
  },
);

test("a list of 100 000 items that fits is read, and is too many objects for an answer", async () => {
  await using made = await startFaultServer(1);
  made.server.sandbox.web1on1.inject({ row: "users.myOrganizations", kind: "manyItems" });
  const before = process.memoryUsage.rss();
  const { json } = await ask(made.server, "{ viewerOrganizations { role } }");
  expect(json.errors).toMatchObject([
    {
      path: ["viewerOrganizations"],
      message: "The answer holds 100000 objects; it may hold 10000. Ask for smaller pages or fewer levels.",
      extensions: { code: "BAD_USER_INPUT", retryable: false },
    },
  ]);
  expect(json.data).toEqual({ viewerOrganizations: null });
  expect(made.server.calls()).toEqual(["web1on1 GET /users/me/organizations"]);
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
});
