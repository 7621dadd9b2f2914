import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { gateway } from "../../support/gateway.ts";
import { lastBody } from "../../support/journal.ts";
import { unknownUuid } from "../keys.ts";

const kinds = [
  ["Queue", "createQueues", "updateQueue", "deleteQueues", ["General", "Orders", "Technical"]],
  ["Site", "createSites", "updateSite", "deleteSites", ["EMEA", "Kraków", "APAC"]],
  ["Team", "createTeams", "updateTeam", "deleteTeams", ["Support", "Voice", "Success"]],
  ["Skill", "createSkills", "updateSkill", "deleteSkills", ["Languages", "English", "Products"]],
] as const;

describe.each(kinds)("a %s", (type, createField, updateField, deleteField, [root, child, otherRoot]) => {
  const name = type.toLowerCase();
  const names = `${name}s`;
  const id = (group: string) => groupId(`${name}/${group}`);
  const gid = (sourceId: string) => `gid://assembled/${type}/${sourceId}`;
  const list = `assembled GET /v0/${names}`;
  const create = `mutation ($groups: [New${type}Input!]!) {
    ${createField}(input: { ${names}: $groups }) { ${name}Ids ${names} { id name parent { name } } }
  }`;
  const update = `mutation ($id: ID!, $input: Update${type}Input!) {
    ${updateField}(id: $id, input: $input) { ${name}Id ${name} { name parent { name } } }
  }`;
  const remove = `mutation ($ids: [ID!]!) { ${deleteField}(ids: $ids) { deleted${type}Ids } }`;

  test("is created beside others in one call, each in the place of its input", async () => {
    const made = gateway();
    const groups = [{ name: "Third", parentId: gid(id(root)) }, { name: "First" }, { name: "Second" }];
    const { [createField]: payload } = await made.query(create, { groups });
    expect(
      payload[names].map((group: { name: string; parent: unknown }) => [group.name, group.parent]),
    ).toEqual([
      ["Third", { name: root }],
      ["First", null],
      ["Second", null],
    ]);
    expect(payload[`${name}Ids`]).toEqual(payload[names].map((group: { id: string }) => group.id));
    expect(lastBody(made)).toEqual({
      [names]: [
        { name: "Third", parent_id: id(root) },
        { name: "First", parent_id: null },
        { name: "Second", parent_id: null },
      ],
    });
    expect(made.calls()).toEqual([`assembled POST /v0/${names}`, list]);
  });

  test("is told from its namesakes by its parent, in whatever order they are answered", async () => {
    const { query, calls, sandbox } = gateway();
    const row = (key: string, parent_id: string | null) => ({ id: groupId(key), name: "Twin", parent_id });
    const rows = [row("b", id(otherRoot)), row("c", null), row("a", id(root))];
    const body = { [names]: Object.fromEntries(rows.map((each) => [each.id, each])) };
    sandbox.assembled.inject({ row: `${names}.create`, reply: { status: 200, body } });
    const groups = [root, undefined, otherRoot].map((parent) => ({
      name: "Twin",
      ...(parent && { parentId: id(parent) }),
    }));
    const document = create.replace(/ \w+s \{ id.*\} \}/, " }");
    expect(await query(document, { groups })).toEqual({
      [createField]: { [`${name}Ids`]: ["a", "c", "b"].map((key) => gid(groupId(key))) },
    });
    expect(calls()).toEqual([`assembled POST /v0/${names}`]);
  });

  test("that is not answered is an error that says so, and not another one's id", async () => {
    const { execute, calls, sandbox } = gateway();
    const body = { [names]: { [groupId("x")]: { id: groupId("x"), name: "Other" } } };
    sandbox.assembled.inject({ row: `${names}.create`, reply: { status: 200, body } });
    const { data, errors } = await execute(create, { groups: [{ name: "New" }] });
    expect(data).toEqual({ [createField]: null });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_INVALID_RESPONSE" } }]);
    expect(calls()).toEqual([`assembled POST /v0/${names}`]);
  });

  test("that is created below nothing is NOT_FOUND, told by the list of all", async () => {
    const { execute, calls } = gateway();
    const { errors } = await execute(create, { groups: [{ name: "New", parentId: unknownUuid }] });
    expect(errors).toMatchObject([
      {
        message: `There is no ${name} ${unknownUuid}; nothing was written.`,
        extensions: { code: "NOT_FOUND" },
      },
    ]);
    expect(calls()).toEqual([`assembled POST /v0/${names}`, list]);
  });

  test("keeps its parent when it is renamed, and its name when it is moved", async () => {
    const made = gateway();
    const answer = await made.query(update, { id: id(child), input: { name: "New name" } });
    expect(answer[updateField]).toEqual({
      [`${name}Id`]: gid(id(child)),
      [name]: { name: "New name", parent: { name: root } },
    });
    expect(lastBody(made)).toEqual({ name: "New name", parent_id: id(root) });
    expect(made.calls()).toEqual([list, `assembled PUT /v0/${names}/${id(child)}`, list]);

    await made.query(update, { id: gid(id(child)), input: { parentId: gid(id(otherRoot)) } });
    expect(lastBody(made)).toEqual({ name: "New name", parent_id: id(otherRoot) });
  });

  test("is updated with no read where the input says all of it", async () => {
    const made = gateway();
    const input = { name: "Free", parentId: null };
    const answer = await made.query(update, { id: id(child), input });
    expect(answer[updateField][name]).toEqual({ name: "Free", parent: null });
    expect(made.calls()).toEqual([`assembled PUT /v0/${names}/${id(child)}`]);
  });

  test("whose update answers nothing is read when it is selected", async () => {
    const { query, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: `${names}.update`, reply: { status: 200 }, afterEffect: true });
    const input = { name: "Quiet", parentId: null };
    const answer = await query(update, { id: id(child), input });
    expect(answer[updateField][name]).toEqual({ name: "Quiet", parent: null });
    expect(calls()).toEqual([`assembled PUT /v0/${names}/${id(child)}`, list]);
  });

  test("is not put below itself: alone without a call, through others without a write", async () => {
    const { execute, calls } = gateway();
    const own = await execute(update, { id: id(root), input: { parentId: gid(id(root)) } });
    expect(own.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
    const through = await execute(update, { id: id(root), input: { parentId: id(child) } });
    expect(through.errors).toMatchObject([
      { message: `parentId is a ${name} below this one.`, extensions: { code: "BAD_USER_INPUT" } },
    ]);
    expect(calls()).toEqual([list]);
  });

  test("is not put below another that is put below it at the same time", async () => {
    const { execute, calls } = gateway();
    const answers = await Promise.all([
      execute(update, { id: id(root), input: { parentId: id(otherRoot) } }),
      execute(update, { id: id(otherRoot), input: { parentId: id(root) } }),
    ]);
    expect(answers.flatMap(({ errors }) => errors)).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT" } },
    ]);
    expect(calls().filter((call) => call.includes("PUT"))).toHaveLength(1);
  });

  test.each([
    ["group", (parent: string) => ({ id: unknownUuid, input: { parentId: parent } })],
    ["parent", (parent: string) => ({ id: parent, input: { parentId: unknownUuid } })],
  ])("is not written where there is no such %s", async (_, variables) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(update, variables(id(root)));
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    expect(calls()).toEqual([list]);
  });

  test("is deleted with others, each named once, in the body of one call", async () => {
    const made = gateway();
    const ids = [id(child), gid(id(otherRoot)), id(child)];
    expect(await made.query(remove, { ids })).toEqual({
      [deleteField]: { [`deleted${type}Ids`]: [gid(id(child)), gid(id(otherRoot))] },
    });
    expect(lastBody(made)).toEqual({ [`${name}_ids`]: [id(child), id(otherRoot)] });
    expect(made.calls()).toEqual([`assembled DELETE /v0/${names}`]);
    const left = await made.query(`{ ${names} { sourceId } }`);
    const leftIds = left[names].map(({ sourceId }: { sourceId: string }) => sourceId);
    expect(leftIds).not.toContain(id(child));
    expect(leftIds).toContain(id(root));
  });

  test("that does not exist is NOT_FOUND when it is deleted, and the others stay", async () => {
    const { execute, query, calls } = gateway();
    const { data, errors } = await execute(remove, { ids: [id(child), unknownUuid] });
    expect(data).toEqual({ [deleteField]: null });
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    expect(calls()).toEqual([`assembled DELETE /v0/${names}`, list]);
    expect(await query(`query ($id: ID!) { ${name}(id: $id) { name } }`, { id: id(child) })).toEqual({
      [name]: { name: child },
    });
  });

  test("that a deletion finds gone is NOT_FOUND, in whichever words the refusal is", async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: `${names}.delete`, reply: { status: 404 } });
    const { errors } = await execute(remove, { ids: [unknownUuid] });
    expect(errors).toMatchObject([
      {
        message: `There is no ${name} ${unknownUuid}; nothing was written.`,
        extensions: { code: "NOT_FOUND" },
      },
    ]);
    expect(calls()).toEqual([`assembled DELETE /v0/${names}`, list]);
  });

  test("whose deletion lost its answer is deleted, although another try finds it gone", async () => {
    const { query, calls, clock, sandbox } = gateway();
    sandbox.assembled.inject({ row: `${names}.delete`, times: 1, kind: "reset", afterEffect: true });
    const answer = query(remove, { ids: [id(child)] });
    await clock.advance(1_000);
    expect(await answer).toEqual({ [deleteField]: { [`deleted${type}Ids`]: [gid(id(child))] } });
    const call = `assembled DELETE /v0/${names}`;
    expect(calls()).toEqual([call, call, list]);
  });

  test("whose creation lost its answer is created once, and a query shows it", async () => {
    const { execute, query, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: `${names}.create`, times: 1, kind: "reset", afterEffect: true });
    const { errors } = await execute(create, { groups: [{ name: "Lost" }] });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_OUTCOME_UNKNOWN", attempts: 1 } }]);
    const shown = await query(String(errors[0]?.extensions.reconcile));
    expect(shown[names]).toContainEqual({ id: expect.any(String), name: "Lost", parent: null });
    expect(calls()).toEqual([`assembled POST /v0/${names}`, list]);
  });

  test.each([
    ["no group", create, { groups: [] }],
    ["more groups than one call takes", create, { groups: Array(101).fill({ name: "x" }) }],
    ["a blank name", create, { groups: [{ name: " \u200b" }] }],
    [
      "a parent of another type",
      create,
      { groups: [{ name: "x", parentId: `gid://assembled/Role/${unknownUuid}` }] },
    ],
    ["a blank new name", update, { id: unknownUuid, input: { name: "" } }],
    ["a name that is cleared", update, { id: unknownUuid, input: { name: null } }],
    ["a parent that is no id", update, { id: unknownUuid, input: { parentId: "General" } }],
    ["no id", remove, { ids: [] }],
    ["an id that is none", remove, { ids: ["../people"] }],
  ])("is not written for %s, without a call", async (_, document, variables) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, variables);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  });
});

test("a new site leaves people cached, a renamed or deleted one shows in those who belong to it", async () => {
  const { query, calls } = gateway();
  const people = "{ people(first: 1) { nodes { site { name } } } }";
  const before = await query(people);
  expect(before.people.nodes).toEqual([{ site: { name: "Amsterdam" } }]);
  await query(`mutation { createSites(input: { sites: [{ name: "New" }] }) { siteIds } }`);
  calls();
  await query(people);
  expect(calls()).toEqual([]);
  const id = groupId("site/Amsterdam");
  await query(`mutation { updateSite(id: "${id}", input: { name: "Utrecht" }) { siteId } }`);
  expect((await query(people)).people.nodes).toEqual([{ site: { name: "Utrecht" } }]);
  await query(`mutation { deleteSites(ids: ["${id}"]) { deletedSiteIds } }`);
  expect((await query(people)).people.nodes).toEqual([{ site: null }]);
});

test("any tree of moves stays a tree", async () => {
  const made = gateway({ sandbox: { enforceLimits: false }, parts: { limits: false } });
  const { teams } = await made.query("{ teams { id } }");
  const ids = teams.map(({ id }: { id: string }) => id) as string[];
  const move = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids));
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 12 }), async (moves) => {
      for (const [id, parentId] of moves) {
        const { errors } = await made.execute(
          "mutation ($id: ID!, $input: UpdateTeamInput!) { updateTeam(id: $id, input: $input) { teamId } }",
          { id, input: { parentId } },
        );
        expect(errors.every(({ extensions }) => extensions.code === "BAD_USER_INPUT")).toBe(true);
      }
      const after = await made.query("{ teams { id parent { id } } }");
      type Team = { id: string; parent: { id: string } | null };
      const parents = new Map(after.teams.map(({ id, parent }: Team) => [id, parent?.id]));
      const rootOf = (id: string): unknown => ids.reduce<unknown>((at) => parents.get(at) ?? at, id);
      for (const id of ids) expect(parents.get(rootOf(id))).toBeUndefined();
    }),
    { numRuns: 20 },
  );
});
