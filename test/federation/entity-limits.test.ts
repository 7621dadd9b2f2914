import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { counted, planned } from "../support/planned.ts";
import { anyRepresentation, selectionsOfAll } from "./any-representation.ts";
import { entities, subgraphGateway } from "./subgraph.ts";

describe("1 000 representations", () => {
  const role = (id = "") => ({ __typename: "Role", id: `gid://assembled/Role/${id}` });

  test("are answered, each as a row of its own", async () => {
    const { calls, query, sandbox } = subgraphGateway();
    const { people } = sandbox.data.assembled;
    const asked = Array.from({ length: 1_000 }, (_, at) => people[at % people.length]?.id ?? "");
    const { _entities } = await query(entities("... on Person { sourceId }"), {
      representations: asked.map((sourceId) => ({ __typename: "Person", sourceId })),
    });
    expect(_entities).toEqual(asked.map((sourceId) => ({ __typename: "Person", sourceId })));
    expect(calls()).toEqual(["assembled GET /v0/people"]);
  });

  test("are the most: with one more nothing is asked for", async () => {
    const { calls, execute, sandbox } = subgraphGateway();
    const [first] = sandbox.data.assembled.roles;
    const { errors } = await execute(entities(""), { representations: Array(1_001).fill(role(first?.id)) });
    expect(errors).toMatchObject([
      { message: "representations holds 1001; it may hold 1000.", extensions: { code: "BAD_USER_INPUT" } },
    ]);
    expect(calls()).toEqual([]);
  });

  test("with a page below each are counted by the objects that they may give", async () => {
    const { calls, execute, sandbox } = subgraphGateway();
    const ids = sandbox.data.assembly.accounts.map(({ id }) => id);
    const representations = Array.from({ length: 200 }, (_, at) => ({
      __typename: "Account",
      sourceId: ids[at % ids.length],
    }));
    const { errors } = await execute(entities("... on Account { contacts(first: 100) { nodes { id } } }"), {
      representations,
    });
    expect(errors[0]?.message).toMatch(/^The answer may hold \d+ objects; it may hold 10000\./);
    expect(calls()).toEqual([]);
  });
});

test("representations that name nothing count as objects, however many fields they are spread over", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const { calls, execute } = subgraphGateway();
  const fields = Array.from(
    { length: 11 },
    (_, at) => `a${at}: _entities(representations: $r) { __typename }`,
  );
  const answer = await execute(`query ($r: [_Any!]!) { ${fields.join(" ")} }`, { r: Array(1_000).fill(0) });
  await new Promise(setImmediate);
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  expect(answer.errors.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The answer may hold 11000 objects; it may hold 10000\./),
  ]);
  expect(calls()).toEqual([]);
});

test("any representations make as many calls as their plan says, whatever was asked before", {
  timeout: 60_000,
}, async () => {
  const { sandbox } = subgraphGateway();
  const requests = fc.array(fc.array(anyRepresentation(sandbox), { minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(requests, async (steps) => {
      const made = subgraphGateway();
      for (const representations of steps) {
        const { plan } = await planned(made, entities(selectionsOfAll), { representations });
        expect(made.calls()).toEqual([]);
        const { errors, requests } = await counted(made, entities(selectionsOfAll), { representations });
        // What is malformed fails its own place, and nothing else.
        const failed = errors.some(({ path }) => path?.length !== 2);
        for (const [system, count] of Object.entries(requests)) {
          const { least = 0, most } = plan?.[system]?.calls ?? {};
          if (!failed) expect([system, least <= count, most]).toEqual([system, true, most]);
          expect(count).toBeLessThanOrEqual(most ?? Number.POSITIVE_INFINITY);
        }
        made.calls();
      }
    }),
    { numRuns: 15 },
  );
});
