import { describe, expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { hasRedis, startRedis } from "../support/redis.ts";
import { startTwo } from "./two-servers.ts";

const { userId } = showcase.person;
const read = `{ user(by: { id: "${userId}" }) { phone } }`;
const write = (phone: string | number, id = userId) =>
  `mutation { updateUser(id: "${id}", input: { phone: "${phone}" }) { user { phone } } }`;
const page = "{ users(first: 5) { nodes { phone } } }";

describe.skipIf(!hasRedis())("two gateways over a real Redis", { timeout: 60_000 }, () => {
  test("give no answer from before a write that the other has answered", async () => {
    await using redis = await startRedis();
    await using two = await startTwo(redis.url);
    const { one, other } = two;
    await two.shared();
    for (let round = 0; round < 10; round += 1) {
      const [writer, reader] = round % 2 ? [one, other] : [other, one];
      for (const replica of [one, other])
        for (const document of [read, read, page]) await replica.query(document);
      await writer.query(write(round));
      expect(await reader.query(read)).toEqual({ user: { phone: `${round}` } });
      expect(await writer.query(read)).toEqual({ user: { phone: `${round}` } });
    }
  });

  test("keep what neither has written, and what their own writes leave as it is", async () => {
    await using redis = await startRedis();
    await using two = await startTwo(redis.url);
    const { one, other } = two;
    await two.shared();
    const teams = "{ teams { name } }";
    const organizations = "{ organizations(first: 3) { nodes { name } } }";
    for (const replica of [one, other])
      for (const document of [teams, organizations, read]) await replica.query(document);
    one.calls();
    await one.query(write("1"));
    expect(one.calls()).toEqual([`web1on1 PATCH /users/${userId}`]);
    for (const replica of [one, other])
      for (const document of [teams, organizations]) await replica.query(document);
    await one.query(read);
    expect(one.calls()).toEqual([]);
    await other.query(read);
    await other.query(read);
    expect(one.calls()).toEqual([`web1on1 GET /users/${userId}`]);
  });

  test("show no less than was answered before, with 100 writes among 500 reads", async () => {
    await using redis = await startRedis();
    await using two = await startTwo(redis.url, { slow: true });
    await two.shared();
    const replicas = [two.one, two.other] as const;
    const ids = two.one.sandbox.data.web1on1.users.slice(0, 8).map(({ id }) => id);
    const acknowledged = new Map(ids.map((id) => [id, 0]));
    const replica = () => replicas[Math.random() < 0.5 ? 0 : 1];
    for (const id of ids) await two.one.query(write(0, id));
    let [writes, reads, stale] = [0, 0, 0];
    const writeAll = async (id: string) => {
      for (let next = 1; writes < 100; next += 1) {
        writes += 1;
        await replica().query(write(next, id));
        acknowledged.set(id, next);
      }
    };
    const readAll = async () => {
      for (; reads < 500 || writes < 100; reads += 1) {
        const id = ids[reads % ids.length] ?? userId;
        const least = acknowledged.get(id) ?? 0;
        const { user } = await replica().query(`{ user(by: { id: "${id}" }) { phone } }`);
        if (Number(user.phone) < least) stale += 1;
      }
    };
    await Promise.all([...ids.map(writeAll), ...Array.from({ length: 16 }, readAll)]);
    expect({ stale, writes }).toEqual({ stale: 0, writes: 100 });
  });

  test("keep nothing of a write whose replica died until it cannot take effect any more", async () => {
    await using redis = await startRedis();
    await using two = await startTwo(redis.url);
    const { one, other } = two;
    await two.shared();
    await other.query(read);
    one.sandbox.web1on1.inject({ row: "users.update", times: 1, delayMs: 500 });
    const left = one.query(write("of the dead")).catch(() => {});
    await expect.poll(() => redis.client.keys("*:open")).toHaveLength(1);
    await one.store.close();
    await left;
    one.calls();
    const get = `web1on1 GET /users/${userId}`;
    for (let times = 0; times < 3; times += 1) await other.query(read);
    expect(one.calls()).toEqual([get, get, get]);
    two.passMs(10_000);
    expect(await other.query(read)).toEqual({ user: { phone: "of the dead" } });
    await other.query(read);
    expect(one.calls()).toEqual([get]);
  });

  test("give answers of at most 5 s while Redis is away, and drop all once it is back", async () => {
    await using redis = await startRedis();
    await using two = await startTwo(redis.url);
    const { one, other } = two;
    await two.shared();
    const get = `web1on1 GET /users/${userId}`;
    await other.query(read);
    await redis.kill();
    await expect.poll(() => other.replicas.areTold).toBe(false);
    await one.query(write("unseen"));
    one.calls();
    await other.query(read);
    expect(one.calls()).toEqual([]);
    two.passMs(5_001);
    expect(await other.query(read)).toEqual({ user: { phone: "unseen" } });
    expect(one.calls()).toEqual([get]);
    await one.query(write("seen once Redis is back"));
    one.calls();
    await redis.start();
    await two.shared();
    expect(await other.query(read)).toEqual({ user: { phone: "seen once Redis is back" } });
    expect(one.calls()).toEqual([get]);
  });
});
