import { isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { reference } from "../../src/rest/cache-policy.ts";
import type { NodeExample } from "../support/examples.ts";
import { gateway } from "../support/gateway.ts";
import { nodeExamples } from "../support/noun-examples.ts";

const cases = nodeExamples;
const uuid = "0198aaaa-0000-4000-8000-000000000000";
const objectId = "0123456789abcdef01234567";

const gid = ({ system, type }: Pick<NodeExample, "system" | "type">, id: string) =>
  `gid://${system}/${type}/${id}`;
const node = "query ($id: ID!) { node(id: $id) { __typename id } }";
const nodes = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";

test("every type that is a Node can be fetched by its id", () => {
  const { gateway: made, calls } = gateway();
  const types = Object.values(made.schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node"),
  );
  expect(types.map(({ name }) => name).sort()).toEqual(cases.map(({ type }) => type).sort());
  expect(calls()).toEqual([]);
});

describe.each(cases)("$type", (one) => {
  const pathOf = (id: string) => `${one.system} GET ${one.point ? one.point(id) : one.list}`;

  test("one node is one call", async () => {
    const { query, calls, sandbox } = gateway();
    const known = [...one.listed(sandbox.data), ...(one.unlisted?.(sandbox.data) ?? [])].at(-1) ?? "";
    expect(await query(node, { id: gid(one, known) })).toEqual({
      node: { __typename: one.type, id: gid(one, known) },
    });
    expect(calls()).toEqual([pathOf(known)]);
  });

  test("a node that does not exist is null", async () => {
    const { query, calls } = gateway();
    expect(await query(node, { id: gid(one, one.unknownId) })).toEqual({ node: null });
    expect(calls()).toEqual([pathOf(one.unknownId)]);
  });

  test("twenty nodes cost no more than the best plan, or twice that while the size of the list is unknown", async () => {
    const { query, calls, clock, sandbox } = gateway();
    const listed = one.listed(sandbox.data);
    const unlisted = (one.unlisted?.(sandbox.data) ?? []).slice(0, listed.length > 0 ? 2 : 20);
    const wanted = Math.min(listed.length, 20 - unlisted.length);
    // From all over the list to its very end, in an order of their own.
    const spread = Array.from(
      { length: wanted },
      (_, at) => listed[Math.ceil(((at + 1) * listed.length) / wanted) - 1] ?? "",
    );
    const asked = [...spread, ...unlisted].map((id) => gid(one, id)).reverse();
    const pages =
      one.pageSize === undefined
        ? Number.POSITIVE_INFINITY
        : Math.max(1, Math.ceil(listed.length / one.pageSize));
    const best = Math.min(asked.length, pages + unlisted.length);

    const expected = { nodes: asked.map((id) => ({ __typename: one.type, id })) };
    expect(await query(nodes, { ids: asked })).toEqual(expected);
    const cold = calls().length;
    expect(cold).toBeGreaterThan(0);
    expect(cold).toBeLessThanOrEqual(2 * best);

    expect(await query(nodes, { ids: asked })).toEqual(expected);
    expect(calls()).toEqual([]);

    // Nothing is kept for longer, but how long the lists are is known now.
    await clock.advance(reference.staleWhileRevalidateMs);
    expect(await query(nodes, { ids: asked })).toEqual(expected);
    expect(calls().length).toBeLessThanOrEqual(
      one.pageSize === undefined ? asked.length : Math.min(wanted, pages) + unlisted.length,
    );
  });
});

test("nodes keep their order across systems, twice the same included, and null stands for what does not exist", async () => {
  const { query, calls, sandbox } = gateway();
  const asked = cases.flatMap((one) => {
    const known = [...one.listed(sandbox.data), ...(one.unlisted?.(sandbox.data) ?? [])][0] ?? "";
    return [
      { id: gid(one, known), exists: true },
      { id: gid(one, one.unknownId), exists: false },
    ];
  });
  const doubled = [...asked, ...[...asked].reverse()];
  const { nodes: answered } = await query(nodes, { ids: doubled.map(({ id }) => id) });
  expect(answered).toEqual(
    doubled.map(({ id, exists }) => (exists ? { __typename: id.split("/")[3], id } : null)),
  );
  const paths = calls();
  expect(new Set(paths).size).toBe(paths.length);
});

test("a malformed id fails its own slot only, and costs nothing", async () => {
  const { execute, calls, sandbox } = gateway();
  const [user] = sandbox.data.web1on1.users;
  const good = `gid://web1on1/User/${user?.id}`;
  const bad = [
    user?.id ?? "",
    "",
    "gid://",
    "gid://web1on1/User",
    "gid://web1on1/User/",
    `gid://web1on1/User/${user?.id}/more`,
    "gid://web1on1/User/me",
    "gid://web1on1/User/%zz",
    `gid://assembly/User/${user?.id}`,
    `gid://web1on1/Person/${uuid}`,
    `gid://web1on1/user/${user?.id}`,
    `gid://web1on1/UserSettings/${user?.id}`,
    "gid://assembled/Activity/7",
    "gid://web1on1/__proto__/1",
    `gid://web1on1/User/${"a".repeat(5_000)}`,
  ];
  const { data, errors } = await execute(nodes, { ids: [good, ...bad, good] });
  const answer = { __typename: "User", id: good };
  expect(data.nodes).toEqual([answer, ...bad.map(() => null), answer]);
  expect(errors.map(({ path, extensions }) => ({ path, code: extensions.code }))).toEqual(
    bad.map((_, at) => ({ path: ["nodes", at + 1], code: "BAD_USER_INPUT" })),
  );
  for (const { message } of errors) expect(message.length).toBeLessThan(400);
  expect(calls()).toEqual([`web1on1 GET /users/${user?.id}`]);
});

test("a system that fails takes its own slots only", async () => {
  const { execute, calls, sandbox } = gateway();
  sandbox.web1on1.inject({ row: "*", reply: { status: 403 } });
  const [role] = sandbox.data.assembled.roles;
  const roleId = `gid://assembled/Role/${role?.id}`;
  const { data, errors } = await execute(nodes, { ids: [`gid://web1on1/User/${objectId}`, roleId] });
  expect(data.nodes).toEqual([null, { __typename: "Role", id: roleId }]);
  expect(errors).toMatchObject([
    { path: ["nodes", 0], extensions: { code: "FORBIDDEN", system: "web1on1" } },
  ]);
  expect(calls().sort()).toEqual(["assembled GET /v0/roles", `web1on1 GET /users/${objectId}`]);
});

test("more than a hundred nodes at once are refused without a call", async () => {
  const { execute, calls } = gateway();
  const { errors } = await execute(nodes, { ids: Array(101).fill(`gid://web1on1/User/${objectId}`) });
  expect(errors).toMatchObject([
    { message: "ids holds 101; it may hold 100.", extensions: { code: "BAD_USER_INPUT" } },
  ]);
  expect(calls()).toEqual([]);
});

test("a hundred are answered, and none are nothing", async () => {
  const { query, calls, sandbox } = gateway();
  const all = sandbox.data.assembled.people.slice(0, 100).map(({ id }) => `gid://assembled/Person/${id}`);
  const data = await query(nodes, { ids: all });
  expect(data.nodes.map(({ id }: { id: string }) => id)).toEqual(all);
  expect(await query(nodes, { ids: [] })).toEqual({ nodes: [] });
  expect(calls()).toEqual(["assembled GET /v0/people"]);
});

test("a node has the fields of its type", async () => {
  const { query, calls, sandbox } = gateway();
  const [organization] = sandbox.data.web1on1.organizations;
  const data = await query(
    `query ($id: ID!) { node(id: $id) { ... on Organization { name categories { index } users(first: 0) { nodes { id } } } } }`,
    { id: `gid://web1on1/Organization/${organization?.id}` },
  );
  expect(data.node).toMatchObject({ name: "Web1on1 Sandbox", users: { nodes: [] } });
  expect(calls()).toEqual([`web1on1 GET /organizations/${organization?.id}`]);
});
