import type { Browser, Page } from "playwright-core";

/** A page of GraphiQL with what it did that it must not do. */
export interface GraphiqlPage {
  readonly page: Page;
  /** Addresses of other machines that it asked so far. */
  readonly elsewhere: readonly string[];
  /** Errors that it printed or threw so far. */
  readonly complaints: readonly string[];
}

/** Opens GraphiQL at an address, and waits until operations can be run. */
export async function openGraphiql(browser: Browser, address: string): Promise<GraphiqlPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && hostname !== "127.0.0.1") elsewhere.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  await page.locator(".graphiql-query-editor .view-lines").waitFor();
  return { page, elsewhere, complaints };
}

/** Titles of the examples that the pane shows, by the heading that they stand under. */
export async function shownExamples(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const shown: Record<string, readonly string[]> = {};
  for (const heading of ["Questions", "Lists", "Writes"]) {
    const group = page.getByRole("region", { name: heading, exact: true });
    shown[heading] = await group.locator("strong").allInnerTexts();
  }
  return shown;
}
