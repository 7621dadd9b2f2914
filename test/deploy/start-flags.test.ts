import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startFlags } from "../../bench/start-flags.ts";

const textOf = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

test("the gateway that is measured is started with the flags of `npm start` and of the container", () => {
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: { start: string } };
  const command = ["node", ...startFlags, "dist/main.js"];
  expect(scripts.start.split(" && ").at(-1)).toBe(command.join(" "));
  expect(textOf("Dockerfile").trimEnd().split("\n").at(-1)).toBe(
    `CMD [${command.map((word) => JSON.stringify(word)).join(", ")}]`,
  );
});
