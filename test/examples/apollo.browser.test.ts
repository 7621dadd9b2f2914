import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { launchBrowser } from "../support/browser.ts";
import { bundle, type Esbuild, loadEsbuild } from "../support/esbuild.ts";
import { type Listening, listen } from "../support/listening.ts";
import { startServer } from "../support/server.ts";

const folder = fileURLToPath(new URL("../../examples/apollo/", import.meta.url));

/** Builds the page and serves it, from another origin than the gateway's. */
async function servePage(esbuild: Esbuild): Promise<Listening> {
  const entryPoints = [`${folder}main.tsx`];
  const script = await bundle(esbuild, { entryPoints, format: "esm", jsx: "automatic" });
  const html = await readFile(`${folder}index.html`);
  return listen(({ url = "" }, response) => {
    const isScript = url.startsWith("/main.js");
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : html);
  });
}

const namesOn = async (page: Page): Promise<string[]> =>
  (await page.locator("li").allInnerTexts()).map((text) => text.split("\n")[0]?.trim() ?? "");

test("the page with Apollo Client shows a customer's contacts page by page, renames one, and tells what failed", {
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
    await using served = await servePage(esbuild);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("pageerror", ({ message }) => complaints.push(message));
    const address = `${served.url}/?gateway=${encodeURIComponent(`${server.url}/graphql`)}`;

    const { accountId, organizationId } = showcase.account;

    server.sandbox.web1on1.inject({ row: "organizations.get", times: 1, reply: { status: 400, body: {} } });
    await page.goto(address);
    await page.getByRole("heading", { name: "Acme Robotics" }).waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("Web1on1");
    expect(await namesOn(page)).toHaveLength(5);
    expect(new Set(server.calls())).toEqual(
      new Set([
        "assembly GET /accounts/acme.example",
        `assembly GET /contacts/company/${accountId}`,
        `web1on1 GET /organizations/${organizationId}`,
      ]),
    );

    await page.reload();
    await page.getByText("Chats as Acme").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(server.calls()).toEqual([`web1on1 GET /organizations/${organizationId}`]);

    await page.getByRole("button", { name: "More" }).click();
    await expect.poll(() => namesOn(page)).toHaveLength(10);
    const names = await namesOn(page);
    expect(new Set(names).size).toBe(10);
    expect(server.calls()).toEqual([`assembly GET /contacts/company/${accountId}`]);

    const last = page.locator("li").nth(9);
    await last.getByRole("textbox").fill("Ada Lovelace");
    await last.getByRole("button", { name: "Rename" }).click();
    await expect.poll(() => namesOn(page)).toEqual([...names.slice(0, 9), "Ada Lovelace"]);
    // The object of the payload is read after the write; the list is not read again.
    expect(server.calls()).toEqual([
      expect.stringMatching(/^assembly PUT \/contacts\//),
      expect.stringMatching(/^assembly GET \/contacts\//),
    ]);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
