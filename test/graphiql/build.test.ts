import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const built = new URL("src/server/graphiql/built/", root);

test("the page that is served is the one that graphiql/ builds, and its types fit", { timeout: 180_000 }, ({
  skip,
}) => {
  if (!existsSync(new URL("graphiql/node_modules", root))) {
    expect(process.env.CI, "graphiql/ is not installed where it must be").not.toBe("true");
    return skip("graphiql/ is not installed: npm ci --prefix graphiql");
  }
  const check = () =>
    execFileSync("npm", ["run", "check", "--silent"], {
      cwd: fileURLToPath(new URL("graphiql", root)),
      encoding: "utf8",
      stdio: "pipe",
    });
  expect(check()).toBe("");
});

test("the page stays small", () => {
  const bytes = readdirSync(built).map((file) => statSync(new URL(file, built)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});
