import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type * as Client from "../../src/client/index.ts";
import { launchBrowser } from "../support/browser.ts";
import { bundle, type Esbuild, loadEsbuild } from "../support/esbuild.ts";
import { listen } from "../support/listening.ts";
import { startServer } from "../support/server.ts";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** Builds code of a page over the client as it is shipped; a module of Node's in it would be an error. */
const pageOver = (esbuild: Esbuild, contents: string): Promise<string> =>
  bundle(esbuild, {
    stdin: { contents, resolveDir: dist },
    minify: true,
    platform: "browser",
    format: "iife",
    globalName: "client",
  });

test("a page that brings its own documents loads no more than the client: 6 kB", async ({ skip }) => {
  const esbuild = loadEsbuild(skip);
  const text = await pageOver(esbuild, 'export { createTributaryClient } from "./client/index.js";');
  expect(text).not.toContain("AccountDesk");
  expect(text.length).toBeLessThan(6_000);
});

test("the client reads, uploads, repeats by key and leaves from a page of another origin", {
  timeout: 60_000,
}, async ({ skip }) => {
  const esbuild = loadEsbuild(skip);
  const browser = await launchBrowser();
  if (!browser) {
    expect(process.env.CI, "Chromium is missing where it must not be").not.toBe("true");
    skip("Chromium is not installed");
    return;
  }
  try {
    await using server = await startServer();
    await using served = await listen((_, response) => response.end("<!doctype html>"));
    const page = await browser.newPage();
    await page.goto(served.url);
    await page.addScriptTag({ content: await pageOver(esbuild, 'export * from "./client/index.js";') });
    const answers = await page.evaluate(async (url) => {
      const { client } = globalThis as unknown as { client: typeof Client };
      const tributary = client.createTributaryClient({ url, headers: { "x-request-id": "from-a-page" } });
      const { ChatDirectoryDocument, CreateContactDocument } = client;
      const read = await tributary.run(ChatDirectoryDocument, { first: 1 }, { freshness: "new" });
      const reply = `mutation ($file: Upload!) { replyToInteraction(input: {
        interaction: { sourceSpecificId: "chat-1001" }, content: "See it.", user: { email: "ann@acme.example" }, files: [$file]
      }) { replyId } }`;
      const file = new File(["a picture"], "screenshot.png", { type: "image/png" });
      const upload = await tributary.run(reply, { file });
      const input = { name: "Ada", email: "ada@acme.example", account: { domain: "acme.example" } };
      const options = { idempotencyKey: "8e03978e" };
      await tributary.run(CreateContactDocument, { input }, options);
      const repeated = await tributary.run(CreateContactDocument, { input }, options);
      const left = await tributary
        .run(ChatDirectoryDocument, {}, { signal: AbortSignal.abort("left the page") })
        .catch((reason: unknown) => reason);
      return { read, upload, repeated, left };
    }, `${server.url}/graphql`);
    expect(answers.read).toMatchObject({ data: { users: { nodes: [{}] } }, requestId: "from-a-page" });
    expect(answers.upload).toMatchObject({ errors: [], data: { replyToInteraction: {} } });
    expect(answers.repeated).toMatchObject({ errors: [], isReplayed: true });
    expect(answers.left).toBe("left the page");
    expect(server.calls().filter((call) => /POST/.test(call))).toEqual([
      "assembly POST /interactions/reply",
      "assembly POST /contacts",
    ]);
  } finally {
    await browser.close();
  }
});
