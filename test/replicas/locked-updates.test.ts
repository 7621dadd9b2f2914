import { describe, expect, test, vi } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { hasRedis, startRedis } from "../support/redis.ts";
import { startTwo } from "./two-servers.ts";

const { userId } = showcase.person;
const { organizationId } = showcase.account;
const documents = {
  user: `mutation ($meta: JSONObject) { updateUser(id: "${userId}", input: { meta: $meta }) { userId } }`,
  organization: `mutation ($meta: JSONObject) { updateOrganization(id: "${organizationId}", input: { meta: $meta }) { organizationId } }`,
};
const stored = `{ user(by: { id: "${userId}" }) { meta } organization(by: { id: "${organizationId}" }) { meta } }`;

describe.skipIf(!hasRedis())("two gateways that change one object", { timeout: 60_000 }, () => {
  test("lose none of 40 merge patches that they have answered", async () => {
    await using redis = await startRedis();
    await using two = await startTwo(redis.url, { slow: true });
    await two.shared();
    const patches = Array.from({ length: 40 }, (_, at) => ({
      replica: at % 2 ? two.one : two.other,
      kind: at % 4 < 2 ? ("user" as const) : ("organization" as const),
      name: `patch${at}`,
    }));
    const done = await Promise.all(
      patches.map(async (patch) => {
        const variables = { meta: { [patch.name]: true } };
        const { json } = await patch.replica.post({ query: documents[patch.kind], variables });
        return { ...patch, error: json.errors?.[0].extensions };
      }),
    );
    const refused = done.filter(({ error }) => error);
    for (const { error } of refused) expect(error).toMatchObject({ code: "UPSTREAM_TIMEOUT", attempts: 0 });
    expect(refused.length).toBeLessThan(20);
    const found = await two.one.query(stored);
    for (const { error, kind, name } of done) if (!error) expect(found[kind].meta).toHaveProperty(name, true);
  });

  test("refuse merge patches while Redis is away, and nothing else", async () => {
    await using redis = await startRedis();
    await using two = await startTwo(redis.url);
    await two.shared();
    const { one } = two;
    const patch = { query: documents.user, variables: { meta: { away: true } } };
    await redis.kill();
    await vi.waitFor(() => expect(one.replicas.state.redis).toBe("away"), { timeout: 10_000, interval: 5 });
    one.calls();
    const { json } = await one.post(patch);
    expect(json.errors).toMatchObject([
      { path: ["updateUser"], extensions: { code: "UPSTREAM_UNAVAILABLE", retryable: true, attempts: 0 } },
    ]);
    expect(one.calls()).toEqual([]);
    expect(
      await one.query(`mutation { updateUser(id: "${userId}", input: { phone: "1" }) { userId } }`),
    ).toEqual({
      updateUser: { userId: `gid://web1on1/User/${userId}` },
    });
    await redis.start();
    await two.shared();
    expect((await one.post(patch)).json.errors).toBe(undefined);
  });
});
