import { gzipSync } from "node:zlib";
import { getIntrospectionQuery } from "graphql";
import { expect, test } from "vitest";
import { startServer } from "../support/server.ts";

const schema = { query: getIntrospectionQuery() };

test.each(["gzip", "br"])(
  "a long answer comes compressed with %s to a client that takes it",
  async (encoding) => {
    await using server = await startServer();
    const plain = await server.post(schema, { "accept-encoding": "identity" });
    const packed = await server.post(schema, { "accept-encoding": encoding });
    expect(plain.headers.get("content-encoding")).toBe(null);
    expect(Object.fromEntries(packed.headers)).toMatchObject({
      "content-encoding": encoding,
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      vary: expect.stringContaining("accept-encoding"),
    });
    expect(packed.json).toEqual(plain.json);
    expect(server.calls()).toEqual([]);
  },
);

test("a short answer goes out as it is", async () => {
  await using server = await startServer();
  const { headers, json } = await server.post({ query: "{ __typename }" }, { "accept-encoding": "gzip, br" });
  expect(headers.get("content-encoding")).toBe(null);
  expect(headers.get("content-length")).toBe(String(JSON.stringify(json).length + 1));
  expect(server.calls()).toEqual([]);
});

test("a compressed request is not unpacked", async () => {
  await using server = await startServer();
  const answer = await server.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
    body: gzipSync(JSON.stringify({ query: "{ __typename }" })),
  });
  expect(answer.status).toBe(415);
  expect(server.calls()).toEqual([]);
});
