import { expect, test } from "vitest";
import { loadTabs } from "../../src/client/tabs.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { launchBrowser } from "../support/browser.ts";
import { testNowMs } from "../support/clock.ts";
import { startServer } from "../support/server.ts";

test("the page shows a tab for each shipped operation, runs one and shows its answer, all by itself", {
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
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.context().on("request", (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (!["data:", "blob:"].includes(protocol) && hostname !== "127.0.0.1") elsewhere.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));

    await page.goto(`${server.url}/graphql`);
    const shown = page.locator(".graphiql-tab");
    await shown.first().waitFor();
    expect((await shown.allInnerTexts()).map((text) => text.trim())).toEqual([
      "AccountDesk",
      "Adherence",
      "ChatDirectory",
      "ChatSetup",
      "CreateActivity",
      "CreateContact",
      "CreateWebhook",
      "FormBuilder",
      "MoveShiftPattern",
      "Refetch",
      "SetCategorySlot",
      "StaffingDay",
      "TeamDay",
      "TimeOffInbox",
      "UpdateUser",
      "UsageFeed",
      "Wallboard",
    ]);
    expect(server.calls()).toEqual([]);

    await shown.filter({ hasText: "Refetch" }).click();
    await page.locator(".graphiql-execute-button").click();
    const answer = page.locator(".graphiql-response");
    await answer.getByText("Acme Robotics").first().waitFor();
    expect(new Set(server.calls())).toEqual(
      new Set([
        `assembly GET /accounts/${showcase.account.accountId}`,
        `web1on1 GET /organizations/${showcase.account.organizationId}`,
        `assembled GET /v0/people/${showcase.person.personId}`,
        `web1on1 GET /users/${showcase.person.userId}`,
      ]),
    );
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
