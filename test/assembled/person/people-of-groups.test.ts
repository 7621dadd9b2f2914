import { describe, expect, test } from "vitest";
import type { StoredPerson } from "../../../src/sandbox/data/assembled/stored.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { planned } from "../../support/planned.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";

const { assembled } = createSandboxData(testNowMs);
const allPeople = Array.from(
  { length: Math.ceil(assembled.people.length / 500) },
  () => "assembled GET /v0/people",
);

interface Case {
  readonly one: string;
  readonly many: string;
  readonly rows: readonly { readonly id: string }[];
  readonly has: (person: StoredPerson, id: string) => boolean | undefined;
}

const cases: readonly Case[] = [
  { one: "team", many: "teams", rows: assembled.teams, has: ({ teams }, id) => teams?.includes(id) },
  { one: "queue", many: "queues", rows: assembled.queues, has: ({ queues }, id) => queues?.includes(id) },
  { one: "skill", many: "skills", rows: assembled.skills, has: ({ skills }, id) => skills?.includes(id) },
  { one: "site", many: "sites", rows: assembled.sites, has: ({ site }, id) => site === id },
  {
    one: "role",
    many: "roles",
    rows: assembled.roles,
    has: ({ role, roles }, id) => (roles ?? [role]).includes(id),
  },
];

describe.each(cases)("the people of a $one", ({ one, many, rows, has }) => {
  const peopleWith = (id: string) =>
    assembled.people.filter((person) => !person.deleted && has(person, id)).map((person) => person.id);

  test("are read with all people, those of all at once, and no more when they are asked again", async () => {
    const { query, calls } = gateway();
    const document = `{ ${many} { sourceId people(first: 100) { totalCount nodes { sourceId } } } }`;
    const answer = await query(document);
    for (const { people, sourceId } of answer[many]) {
      expect(people.totalCount).toBe(peopleWith(sourceId).length);
      expect(people.nodes).toEqual(
        peopleWith(sourceId)
          .slice(0, 100)
          .map((id) => ({ sourceId: id })),
      );
    }
    expect(calls().sort()).toEqual([...allPeople, `assembled GET /v0/${many}`].sort());
    expect(await query(document)).toEqual(answer);
    expect(calls()).toEqual([]);
  });

  test("come in pages from either end, and are counted without one", async () => {
    const { query } = gateway();
    const id = rows.map((row) => row.id).find((each) => peopleWith(each).length > 3);
    const document = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
      ${one}(id: $id) {
        people(first: $first, after: $after, last: $last, before: $before) {
          totalCount nodes { sourceId } pageInfo { startCursor endCursor hasPreviousPage }
        }
      }
    }`;
    const all = peopleWith(id ?? "");
    const counted = (await query(document, { id, first: 0 }))[one].people;
    expect(counted).toMatchObject({ totalCount: all.length, nodes: [] });
    const { endCursor } = (await query(document, { id, first: 2 }))[one].people.pageInfo;
    const rest = (await query(document, { id, first: 100, after: endCursor }))[one].people;
    expect(rest.nodes[0]).toEqual({ sourceId: all[2] });
    const last = (await query(document, { id, last: 2 }))[one].people;
    expect(last.nodes).toEqual(all.slice(-2).map((sourceId) => ({ sourceId })));
    const before = last.pageInfo.startCursor;
    const others = (await query(document, { id, last: 100, before }))[one].people;
    expect(others.nodes).toEqual(
      all
        .slice(0, -2)
        .slice(-100)
        .map((sourceId) => ({ sourceId })),
    );
  });
});

test("a plan tells the pages of the list of people once they are known, however many groups there are", async () => {
  const made = gateway();
  const document = "{ teams { people { nodes { id } } } sites { people { nodes { id } } } }";
  await made.query(document);
  await made.clock.advance(700_000);
  const { plan } = await planned(made, document);
  expect(plan?.assembled?.calls).toEqual({ least: 2, most: 3 });
});

test("a list of people that cannot be read empties this field alone", async () => {
  const { execute, sandbox } = gateway();
  sandbox.assembled.inject({ row: "people.list", reply: { status: 403 } });
  const { data, errors } = await execute("{ teams { name people { totalCount } } }");
  expect(data.teams[0]).toEqual({ name: expect.any(String), people: null });
  expect(errors[0]?.extensions).toMatchObject({ code: "FORBIDDEN", system: "assembled" });
});
