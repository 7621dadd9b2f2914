import { expect, test } from "vitest";
import { createKey } from "../../src/auth/client-key.ts";
import { credentialOf } from "../../src/auth/credential.ts";
import { Unauthenticated } from "../../src/auth/unauthenticated.ts";
import { loadTabs } from "../../src/client/tabs.ts";
import { launchBrowser } from "../support/browser.ts";
import { testNowMs } from "../support/clock.ts";
import { openGraphiql } from "../support/graphiql-page.ts";
import { startServer } from "../support/server.ts";

test("a key that is typed into the headers of GraphiQL goes with its operations, and is stored nowhere", {
  timeout: 60_000,
}, async ({ skip }) => {
  const browser = await launchBrowser();
  if (!browser) {
    expect(process.env.CI, "Chromium is missing where it must not be").not.toBe("true");
    skip("Chromium is not installed");
    return;
  }
  try {
    const key = createKey();
    await using server = await startServer({
      tabs: loadTabs(testNowMs),
      authenticate: ({ raw }) => {
        if (credentialOf(raw) !== key) throw Unauthenticated.invalid("The key is that of no client.");
        return server.gateway.anonymous;
      },
    });
    const { page } = await openGraphiql(browser, `${server.url}/graphql`);
    await page.getByRole("button", { name: /^Refetch/ }).click();
    await page.locator(".graphiql-tab").filter({ hasText: "Refetch" }).waitFor();
    const answer = page.locator(".graphiql-response");
    await page.locator(".graphiql-execute-button").click();
    await answer.getByText("UNAUTHENTICATED").first().waitFor();
    expect(server.calls()).toEqual([]);

    await page.getByRole("button", { name: "Headers" }).click();
    await page.locator(".graphiql-editor-tool .graphiql-editor:not(.hidden) .monaco-editor").click();
    await page.keyboard.insertText(`{ "authorization": "Bearer ${key}" }`);
    await page.locator(".graphiql-execute-button").click();
    await answer.getByText("Acme Robotics").first().waitFor();
    expect(server.calls().length).toBeGreaterThan(0);

    await page.getByRole("button", { name: /re-fetch/i }).click();
    await page.getByRole("button", { name: /documentation explorer/i }).click();
    await page.getByText("Root Types").waitFor();
    await page.getByRole("button", { name: "Plan", exact: true }).click();
    await page.getByRole("region", { name: "Plan" }).getByRole("row", { name: /^All / }).waitFor();
    await page.getByRole("button", { name: /history/i }).click();
    await page.getByRole("button", { name: "Refetch", exact: true }).first().waitFor();
    const stored = await page.evaluate<string>("JSON.stringify({ ...localStorage, ...sessionStorage })");
    expect(stored).not.toContain(key);
  } finally {
    await browser.close();
  }
});
