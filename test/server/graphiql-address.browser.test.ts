import { expect, test } from "vitest";
import { loadTabs } from "../../src/client/tabs.ts";
import { launchBrowser } from "../support/browser.ts";
import { testNowMs } from "../support/clock.ts";
import { startServer } from "../support/server.ts";

test("a query in the address is in the editor when the page opens, and has not been run", {
  timeout: 60_000,
}, async ({ skip }) => {
  const browser = await launchBrowser();
  if (!browser) {
    expect(process.env.CI, "Chromium is missing where it must not be").not.toBe("true");
    skip("Chromium is not installed");
    return;
  }
  try {
    await using server = await startServer({ tabs: loadTabs(testNowMs) });
    const page = await browser.newPage();
    const query = "query FromAddress { viewer { status } }";
    await page.goto(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
    await page.locator(".graphiql-query-editor .view-lines").getByText("FromAddress").waitFor();
    expect(server.calls()).toEqual([]);
    await page.locator(".graphiql-execute-button").click();
    await page.locator(".graphiql-response").getByText("ACTIVE").first().waitFor();
    expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
  } finally {
    await browser.close();
  }
});
