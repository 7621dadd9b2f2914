import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect } from "vitest";
import { testMatrix } from "./matrix.ts";
import { type MatrixRow, quickRows } from "./matrix-rows.ts";

/** Where redirects lead; nobody may follow. */
const decoy = createServer((_request, response) => {
  decoyRequests += 1;
  response.end("{}");
});
let decoyRequests = 0;
beforeAll(() => new Promise<void>((resolve) => void decoy.listen(0, "127.0.0.1", resolve)));
afterAll(async () => {
  await new Promise((resolve) => void decoy.close(resolve));
  expect(decoyRequests).toBe(0);
});

function rowOf(name: string): MatrixRow {
  const rows = quickRows(`http://127.0.0.1:${(decoy.address() as AddressInfo).port}/`);
  const row = rows.find((one) => one.name === name);
  if (!row) throw new Error(`There is no row ${name}.`);
  return row;
}

const names = quickRows("").map(({ name }) => name);
testMatrix(names, rowOf, 10);
