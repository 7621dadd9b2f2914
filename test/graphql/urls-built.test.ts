import { expect, test, vi } from "vitest";
import type * as Urls from "../../src/rest/message/url.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";

/** URLs in the order in which they were built, by a gateway whose builder counts. */
const built: string[] = [];
vi.resetModules();
vi.doMock("../../src/rest/message/url.ts", async (importOriginal) => {
  const urls = await importOriginal<typeof Urls>();
  const fillUrl: typeof Urls.fillUrl = (...parts) => {
    const url = urls.fillUrl(...parts);
    built.push(url.href);
    return url;
  };
  return { ...urls, fillUrl };
});
const { gateway } = await import("../support/gateway.ts");

test.each([
  ["one field by key", `{ account(by: { domain: "${showcase.account.domain}" }) { name } }`, 1],
  ["a small collection", "{ labels { name } }", 1],
  ["a page of a list", "{ users(first: 2) { nodes { id } } }", 1],
])("an operation builds each URL once: %s", async (_, query, calls) => {
  built.length = 0;
  const made = gateway();
  await made.query(query);
  expect(built).toEqual([...new Set(built)]);
  expect(made.calls().length).toBe(calls);
  expect(built.length).toBeGreaterThanOrEqual(calls);
});
