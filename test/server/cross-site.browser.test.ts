import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startServer } from "../support/server.ts";

/** Every way in which a page can have a browser send a GET without asking first, each of which ends by itself. */
const requests = `async (url) => {
  const ended = (element, address) => new Promise((resolve) => {
    Object.assign(element, address, { onload: resolve, onerror: resolve });
    document.head.append(element);
  });
  const make = (name) => document.createElement(name);
  await ended(make("img"), { src: url + "&by=img" });
  await ended(make("script"), { src: url + "&by=script" });
  await ended(make("link"), { rel: "stylesheet", href: url + "&by=stylesheet" });
  await ended(make("link"), { rel: "prefetch", href: url + "&by=prefetch" });
  await ended(make("script"), { type: "module", src: url + "&by=module" });
  const headers = { accept: "application/graphql-response+json" };
  await fetch(url + "&by=no-cors", { mode: "no-cors", headers });
  await fetch(url + "&by=cors", { headers }).catch(() => undefined);
  await new Promise((resolve) => {
    new WebSocket(url.replace("http", "ws") + "&by=socket").onerror = resolve;
  });
}`;

/** Serves one empty page on any port of this machine. */
async function startPage() {
  const server = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end("<title>page</title>"),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

test("Chromium has nothing run for a page of another site, nor of another origin of the same", {
  timeout: 60_000,
}, async ({ skip }) => {
  const browser = await launchBrowser();
  if (!browser) {
    expect(process.env.CI, "Chromium is missing where it must not be").not.toBe("true");
    skip("Chromium is not installed");
    return;
  }
  try {
    await using elsewhere = await startPage();
    const desk = `http://localhost:${elsewhere.port}`;
    await using server = await startServer({ allowedOrigins: [desk] });
    const url = `${server.url}/graphql?query=${encodeURIComponent("{ viewer { status } }")}`;
    const sent: Record<string, number> = {};
    server.server.app.server.on("request", ({ url: asked = "" }, response) => {
      const by = new URL(asked, server.url).searchParams.get("by");
      response.once("finish", () => {
        if (by) sent[by] = response.statusCode;
      });
    });
    const page = await browser.newPage();
    // What is fetched ahead may be a page to visit, so it gets that of GraphiQL, which runs nothing by itself.
    const refused = { img: 400, script: 400, stylesheet: 400, prefetch: 200, "no-cors": 400, socket: 400 };

    // Another origin of the same site, since ports are no part of a site.
    await page.goto(`http://127.0.0.1:${elsewhere.port}`);
    await page.evaluate(`(${requests})(${JSON.stringify(url)})`);
    expect(sent).toEqual({ ...refused, module: 400, cors: 400 });
    expect(server.calls()).toEqual([]);

    // Another site, whose pages may call: only what says so is answered.
    await page.goto(desk);
    await page.evaluate(`(${requests})(${JSON.stringify(url)})`);
    expect(sent).toEqual({ ...refused, module: 200, cors: 200, socket: 200 });
    expect(new Set(server.calls())).toEqual(new Set(["web1on1 GET /users/me"]));

    // A page of the gateway itself.
    await page.goto(`${server.url}/health/live`);
    const status = `fetch(${JSON.stringify(`${url}&by=own`)}).then(({ status }) => status)`;
    expect(await page.evaluate(status)).toBe(200);
  } finally {
    await browser.close();
  }
});
