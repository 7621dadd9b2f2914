import { describe, expect, test } from "vitest";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";

const { queues, sites, teams, skills } = createSandboxData(testNowMs).assembled;
const child = { queue: "Orders", site: "İstanbul", team: "Chat Frontline", skill: "العربية" };
const root = { queue: "General", site: "EMEA", team: "Support", skill: "Languages" };
const kinds = [
  ["queue", "queues", "Queue", queues],
  ["site", "sites", "Site", sites],
  ["team", "teams", "Team", teams],
  ["skill", "skills", "Skill", skills],
] as const;

describe.each(kinds)("a %s", (noun, plural, type, rows) => {
  const id = groupId(`${noun}/${child[noun]}`);
  const list = `assembled GET /v0/${plural}`;
  const document = `query ($id: ID!) { ${noun}(id: $id) { id sourceId name parent { name parent { name } } } }`;

  test("is found in the whole collection, which also has what is above it", async () => {
    const { query, callsWithQueries } = gateway();
    const found = {
      id: `gid://assembled/${type}/${id}`,
      sourceId: id,
      name: child[noun],
      parent: { name: root[noun], parent: null },
    };
    expect(await query(document, { id })).toEqual({ [noun]: found });
    expect(callsWithQueries()).toEqual([list]);
  });

  test("is found by its global id, as a node as well, for one call together", async () => {
    const { query, calls } = gateway();
    const gid = `gid://assembled/${type}/${id}`;
    expect(
      await query(
        `query ($gid: ID!) { ${noun}(id: $gid) { name } node(id: $gid) { __typename id ... on ${type} { name } } }`,
        { gid },
      ),
    ).toEqual({
      [noun]: { name: child[noun] },
      node: { __typename: type, id: gid, name: child[noun] },
    });
    expect(calls()).toEqual([list]);
  });

  test("that does not exist is null", async () => {
    const { query, calls } = gateway();
    expect(await query(document, { id: groupId("nowhere") })).toEqual({ [noun]: null });
    expect(calls()).toEqual([list]);
  });

  test("comes in a list with all others, in the upstream's order and for one call", async () => {
    const { query, callsWithQueries } = gateway();
    const answer = await query(`{ ${plural} { sourceId name createdAt updatedAt parent { sourceId } } }`);
    expect(answer[plural]).toEqual(
      rows.map((row) => ({
        sourceId: row.id,
        name: row.name,
        createdAt: new Date((row.created_at ?? 0) * 1000).toISOString(),
        updatedAt: new Date((row.updated_at ?? 0) * 1000).toISOString(),
        parent: row.parent_id ? { sourceId: row.parent_id } : null,
      })),
    );
    expect(callsWithQueries()).toEqual([list]);
  });

  test("may lack times, and a parent that is gone is null", async () => {
    const { query, calls, sandbox } = gateway();
    const body = { [plural]: { [id]: { id, name: "Orphan", parent_id: groupId("nowhere") } } };
    sandbox.assembled.inject({ row: `${plural}.list`, reply: { status: 200, body } });
    expect(await query(`{ ${plural} { name createdAt updatedAt parent { name } } }`)).toEqual({
      [plural]: [{ name: "Orphan", createdAt: null, updatedAt: null, parent: null }],
    });
    expect(calls()).toEqual([list]);
  });

  test.each([
    ["the id of another type", `gid://assembled/Role/${id}`],
    ["an id of another system", `gid://assembly/${type}/${id}`],
    ["a name", child[noun]],
    ["a path", "../people"],
  ])("is not asked for by %s", async (_, wrongId) => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(document, { id: wrongId });
    expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([
      { [noun]: null },
      ["BAD_USER_INPUT"],
    ]);
    expect(calls()).toEqual([]);
  });

  test("that cannot be read is an error of its field, with the others' answered", async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: `${plural}.list`, reply: { status: 403 } });
    const { data, errors } = await execute(`{ ${plural} { name } roles { name } }`);
    expect(data).toEqual({ [plural]: null, roles: expect.arrayContaining([{ name: "Admin" }]) });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([[[plural], "FORBIDDEN"]]);
    expect(calls()).toEqual([list, "assembled GET /v0/roles"]);
  });
});
