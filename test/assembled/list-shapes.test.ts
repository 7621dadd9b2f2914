import { expect, test } from "vitest";
import { personId } from "../../src/sandbox/data/ids.ts";
import { gateway } from "../support/gateway.ts";

const window = '{ start: "2026-03-17T00:00:00Z", end: "2026-03-18T00:00:00Z" }';

/** Every list of the system: what it is asked by, and the name under which its map stands. */
const lists = [
  ["activities.list", `activities(window: ${window}) { nodes { id } }`, "activities"],
  ["activityTypes.list", "activityTypes { id }", "activity_types"],
  ["eventChanges.list", `eventChanges(window: ${window}) { nodes { id } }`, "event_changes"],
  ["requirementTypes.list", "requirementTypes { name }", "requirement_types"],
  ["roles.list", "roles { name }", "roles"],
  ["queues.list", "queues { name }", "queues"],
  ["sites.list", "sites { name }", "sites"],
  ["teams.list", "teams { name }", "teams"],
  ["skills.list", "skills { name }", "skills"],
  ["people.list", "people { nodes { id } }", "people"],
] as const;

const others: readonly unknown[] = ["", "text", false, true, 0, 7, null, [], [{ id: personId(1) }]];

// Between two lists nothing is shared that could be wrong, so all of them fail at once.
test.each(others)("a list with %j in place of its map is an error, and not an empty list", async (other) => {
  const { execute, calls, sandbox } = gateway();
  for (const [row, , name] of lists)
    sandbox.assembled.inject({ row, reply: { status: 200, body: { [name]: other, total: 0 } } });
  const { data, errors } = await execute(`{ ${lists.map(([, field]) => field).join(" ")} }`);
  expect(Object.values(data)).toEqual(lists.map(() => null));
  expect(errors.map(({ extensions }) => [extensions.code, extensions.system])).toEqual(
    lists.map(() => ["UPSTREAM_INVALID_RESPONSE", "assembled"]),
  );
  expect(calls()).toHaveLength(lists.length);
});

test("an error body answered with 200 is an error of every list", async () => {
  const { execute, calls, sandbox } = gateway();
  sandbox.assembled.inject({ row: "*", reply: { status: 200, body: { error: { message: "overloaded" } } } });
  const { data, errors } = await execute(`{ ${lists.map(([, field]) => field).join(" ")} }`);
  expect(Object.values(data)).toEqual(lists.map(() => null));
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(
    new Set(["UPSTREAM_INVALID_RESPONSE"]),
  );
  expect(calls()).toHaveLength(lists.length);
});
