import { getHeapSpaceStatistics } from "node:v8";
import { expect, test } from "vitest";
import { Cancellation } from "../../src/rest/cancellation.ts";
import { collectYoung, heldBytes } from "../support/heap.ts";
import { startServer } from "../support/server.ts";

const query = `query ($after: String) {
  users(first: 20, after: $after) { totalCount nodes { id displayName organization { id name } } pageInfo { endCursor } }
}`;

/** Bytes of objects that have lived through two collections, or were made to stay. */
const oldBytes = (): number =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => ["old_space", "map_space", "trusted_space"].includes(space_name))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0);

test("an operation that makes no call leaves nothing among the objects that live long", async () => {
  await using server = await startServer();
  const { gateway } = server;
  for (let time = 0; time < 2; time += 1) await server.post({ query });
  expect(server.calls()).not.toEqual([]);
  const execute = async () => {
    const context = gateway.contextFor(gateway.waiterFor(new Cancellation()));
    expect(typeof gateway.executeDirectly({ query, variables: { after: null } }, context)).toBe("string");
  };
  const bytesEach = async (times: number): Promise<number> => {
    await heldBytes();
    const before = oldBytes();
    for (let time = 0; time < times; time += 1) {
      await execute();
      if (time % 50 === 49) collectYoung();
    }
    return (oldBytes() - before) / times;
  };
  const rounds: number[] = [];
  // Of code that is compiled meanwhile something stays, and in a process that has run other tests literals are made in slower ways.
  for (let round = 0; round < 6; round += 1) rounds.push(await bytesEach(300));
  expect(Math.min(...rounds)).toBeLessThan(10_000);
  expect(server.calls()).toEqual([]);
}, 30_000);
