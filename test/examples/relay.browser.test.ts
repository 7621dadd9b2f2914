import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { examplePackages } from "../support/example-packages.ts";
import { startServer } from "../support/server.ts";

const folder = fileURLToPath(new URL("../../examples/relay/", import.meta.url));

/** Builds the page as its README says, and serves it from another origin than the gateway's. */
async function servePage() {
  await promisify(execFile)(process.execPath, [`${folder}build.mjs`]);
  const [html, script] = await Promise.all(
    ["index.html", "dist/main.js"].map((file) => readFile(folder + file)),
  );
  const server = createServer(({ url = "" }, response) => {
    const isScript = url.endsWith("main.js");
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : html);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

test("the page with Relay lists customers with who serves them, page by page, and renames one", {
  timeout: 90_000,
}, async ({ skip }) => {
  examplePackages(skip);
  const browser = await launchBrowser();
  if (!browser) {
    expect(process.env.CI, "Chromium is missing where it must not be").not.toBe("true");
    skip("Chromium is not installed");
    return;
  }
  try {
    await using server = await startServer();
    await using served = await servePage();
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    const customers = page.locator("li");
    const names = () => page.locator("li strong").allInnerTexts();

    await page.goto(`${served.url}/?gateway=${encodeURIComponent(`${server.url}/graphql`)}`);
    await customers.first().waitFor();
    expect(await customers.count()).toBe(5);
    expect(await customers.filter({ hasText: /Served by \w/ }).count()).toBeGreaterThan(1);
    expect(new Set(server.calls().map((call) => call.split(" ")[0]))).toEqual(
      new Set(["assembly", "assembled", "web1on1"]),
    );

    await page.getByRole("button", { name: "More" }).click();
    await expect.poll(() => customers.count()).toBe(10);
    const before = await names();
    expect(new Set(before).size).toBe(10);
    server.calls();

    const last = customers.nth(9);
    await last.getByRole("textbox").fill("Lovelace & Daughters");
    await last.getByRole("button", { name: "Rename" }).click();
    await expect.poll(names).toEqual([...before.slice(0, 9), "Lovelace & Daughters"]);
    // The payload's object is read after the write; the list is not read again.
    expect(server.calls()).toEqual([
      expect.stringMatching(/^assembly PUT \/accounts\//),
      expect.stringMatching(/^assembly GET \/accounts\//),
    ]);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
