import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadTabs } from "../../src/client/tabs.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { launchBrowser } from "../support/browser.ts";
import { testNowMs } from "../support/clock.ts";
import { openGraphiql, shownExamples } from "../support/graphiql-page.ts";
import { startServer, type TestServer } from "../support/server.ts";

const tabs = loadTabs(testNowMs);
const answerOf = (page: Page) => page.locator(".graphiql-response");
const run = (page: Page) => page.locator(".graphiql-execute-button").click();

/** One for all tests: each opens the page in a context of its own, which shares no storage and no cache with others. */
let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

/** Opens the page, has it used, and checks that it asked nothing of another machine and complained of nothing. */
async function withPage(
  skip: (reason: string) => void,
  use: (page: Page, server: TestServer) => Promise<void>,
  path = "/graphql",
): Promise<void> {
  if (!browser) {
    expect(process.env.CI, "Chromium is missing where it must not be").not.toBe("true");
    return skip("Chromium is not installed");
  }
  await using server = await startServer({ tabs });
  const { page, complaints, elsewhere } = await openGraphiql(browser, `${server.url}${path}`);
  try {
    await use(page, server);
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await page.context().close();
  }
}

test(
  "the page shows the shipped operations in groups, opens one, runs it and shows its answer, all by itself",
  {
    timeout: 90_000,
  },
  ({ skip }) =>
    withPage(skip, async (page, server) => {
      expect(await shownExamples(page)).toEqual({
        Questions: tabs.filter(({ group }) => group === "questions").map(({ title }) => title),
        Lists: tabs.filter(({ group }) => group === "lists").map(({ title }) => title),
        Writes: tabs.filter(({ group }) => group === "writes").map(({ title }) => title),
      });
      expect(server.calls()).toEqual([]);

      await page.getByRole("button", { name: /^Refetch/ }).click();
      await page.locator(".graphiql-tab").filter({ hasText: "Refetch" }).waitFor();
      await run(page);
      await answerOf(page).getByText("Acme Robotics").first().waitFor();
      expect(new Set(server.calls())).toEqual(
        new Set([
          `assembly GET /accounts/${showcase.account.accountId}`,
          `web1on1 GET /organizations/${showcase.account.organizationId}`,
          `assembled GET /v0/people/${showcase.person.personId}`,
          `web1on1 GET /users/${showcase.person.userId}`,
        ]),
      );
    }),
);

test(
  "an answer has the line of its costs and the calls by path, and a plan tells bounds without running",
  {
    timeout: 90_000,
  },
  ({ skip }) =>
    withPage(skip, async (page, server) => {
      await page.getByRole("button", { name: "Plan", exact: true }).click();
      const plan = page.getByRole("region", { name: "Plan" });
      await plan.getByRole("row", { name: /^Assembly \d+( to \d+)? 0 ms$/ }).waitFor();
      await plan.getByText("Not run with Explain on").waitFor();
      expect(server.calls()).toEqual([]);

      await run(page);
      const line = page.locator(".tributary-line");
      await line.waitFor();
      const { length: count } = server.calls();
      const inLine = new RegExp(
        `^▸ ${count} calls · Assembly \\d · Assembled \\d · Web1on1 \\d · [\\d.]+ m?s · oldest data [\\d.]+ m?s · left \\d+/\\d+/\\d+$`,
      );
      expect(await line.innerText()).toMatch(inLine);
      expect(await answerOf(page).locator(".view-lines").innerText()).not.toContain("upstream");
      await page.getByRole("button", { name: /calls · Assembly/ }).click();
      const calls = page.getByRole("region", { name: "Calls" });
      // The list of people is begun beside users.
      await calls.getByText("account.organization.users", { exact: true }).first().waitFor();
      await calls.getByText("Assembly GET /accounts/{domain} · sent").waitFor();

      await page.getByRole("button", { name: "Plan", exact: true }).click();
      await plan.getByText(/^Last run: \d+ calls · Assembly/).waitFor();
      expect(server.calls()).toEqual([]);

      await page.getByRole("switch", { name: "Explain" }).uncheck();
      await run(page);
      await plan.waitFor({ state: "detached" });
      expect(await line.count()).toBe(0);
    }),
);

test(
  "an address with a query opens with it and does not run it; a shared one opens with its variables",
  {
    timeout: 90_000,
  },
  ({ skip }) =>
    withPage(
      skip,
      async (page, server) => {
        const tab = page.locator(".graphiql-tab").filter({ hasText: "Typed" });
        await tab.waitFor();
        expect(new URL(page.url()).search).toBe("");
        await page.getByRole("button", { name: /^Share/ }).click();
        await page.waitForURL(/#query=/);
        const shared = page.url();
        const other = await page.context().newPage();
        await other.goto(shared);
        await other.locator(".graphiql-editor-tool").getByText('"acme"').waitFor();
        await other.close();
        expect(server.calls()).toEqual([]);
      },
      `/graphql?${new URLSearchParams({ query: "query Typed($a: String) { __typename }", variables: '{"a":"acme"}' })}`,
    ),
);

test(
  "of several operations the one under the cursor is planned",
  {
    timeout: 90_000,
  },
  ({ skip }) =>
    withPage(
      skip,
      async (page, server) => {
        const plan = page.getByRole("region", { name: "Plan" });
        await page.getByRole("button", { name: "Plan", exact: true }).click();
        await plan.getByRole("row", { name: /^All 0 0 ms$/ }).waitFor();
        await page.locator(".graphiql-query-editor .view-lines").getByText("labels").click();
        await page.getByRole("button", { name: "Plan", exact: true }).click();
        await plan.getByRole("row", { name: /^All 1 to 2 0 ms$/ }).waitFor();
        expect(server.calls()).toEqual([]);
      },
      `/graphql?${new URLSearchParams({ query: "query One { __typename }\n\nquery Two { labels(type: TIER) { name } }" })}`,
    ),
);
