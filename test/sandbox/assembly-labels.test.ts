import { expect, test } from "vitest";
import type { AccountJson } from "../../src/assembly/account/endpoints.ts";
import type { LabelJson } from "../../src/assembly/label/endpoints.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { askAssembly, assemblyData } from "./ask-assembly.ts";

interface Answer {
  readonly id: string;
  readonly labels: readonly LabelJson[];
  readonly account: AccountJson;
}

const { tierId, accountId } = showcase.account;
const gold = { type: "Tier", name: "Gold", color: "#FFD700" };
const nobody = "01945162-52fc-739b-98de-e2ac9f2eec49";
const refused = (status: number) => ({ status, body: { error: expect.any(String) } });

test("a created label answers its id alone, and is there for every later read", async () => {
  const ask = askAssembly<Answer>();
  const created = await ask("POST /accounts/labels", { ...gold, unknown_field: "ignored" });
  expect(created).toEqual({ status: 200, body: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
  const label = { id: created.body.id, ...gold, description: null };
  expect((await ask(`GET /accounts/labels/${label.id}`)).body).toEqual({ labels: [label] });
  expect((await ask("GET /accounts/labels")).body.labels).toEqual([...assemblyData.labels, label]);
  expect((await ask("GET /accounts/labels/TIER")).body.labels).toContainEqual(label);
});

test.each([
  ["no type", { type: undefined }],
  ["no name", { name: undefined }],
  ["no color", { color: undefined }],
  ["null for a name", { name: null }],
  ["a blank name", { name: " " }],
  ["an unknown type", { type: "Priority" }],
  ["a type in another case", { type: "tier" }],
  ["a color in words", { color: "gold" }],
  ["a color of three digits", { color: "#FD0" }],
  ["a description that is no text", { description: 7 }],
])("creating a label with %s is 400 and creates nothing", async (_what, fields) => {
  const ask = askAssembly<Answer>();
  expect(await ask("POST /accounts/labels", { ...gold, ...fields })).toEqual(refused(400));
  expect((await ask("GET /accounts/labels")).body.labels).toEqual(assemblyData.labels);
});

test("no document forbids two labels of one name", async () => {
  const ask = askAssembly<Answer>();
  const [one, other] = [await ask("POST /accounts/labels", gold), await ask("POST /accounts/labels", gold)];
  expect([one.status, other.status]).toEqual([200, 200]);
  expect(one.body.id).not.toBe(other.body.id);
});

test("an update changes what it names, and one that is refused changes nothing", async () => {
  const ask = askAssembly<Answer>();
  const target = `/accounts/labels/${tierId}`;
  const [before] = (await ask(`GET ${target}`)).body.labels;
  for (const fields of [{ color: "red" }, { name: "" }, { type: "Tag" }, { name: null }, []]) {
    expect(await ask(`PUT ${target}`, fields)).toEqual(refused(400));
  }
  expect((await ask(`GET ${target}`)).body.labels).toEqual([before]);
  const changes = { name: "Platinum", description: null };
  expect(await ask(`PUT ${target}`, changes)).toEqual({ status: 200, body: { id: tierId } });
  expect((await ask(`GET ${target}`)).body.labels).toEqual([{ ...before, ...changes }]);
});

test("a deleted label is gone, and accounts go on carrying its id", async () => {
  const ask = askAssembly<Answer>();
  const target = `/accounts/labels/${tierId}`;
  expect(await ask(`DELETE ${target}`)).toEqual({ status: 200, body: {} });
  expect(await ask(`GET ${target}`)).toEqual(refused(404));
  expect((await ask("GET /accounts/labels")).body.labels).toHaveLength(assemblyData.labels.length - 1);
  expect((await ask(`GET /accounts/${accountId}`)).body.account.tier).toBe(tierId);
  expect(await ask(`DELETE ${target}`)).toEqual(refused(404));
});

test.each(["PUT", "DELETE"])("%s of what is no label is 404", async (method) => {
  const ask = askAssembly<Answer>();
  for (const id of [nobody, "tier"]) {
    expect(await ask(`${method} /accounts/labels/${id}`, {})).toEqual(refused(404));
  }
});
