import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { nouns } from "../nouns.ts";
import { keysOf, propertiesOf, storedOf } from "./property-keys.ts";

describe.each(nouns)("what was written to the properties of one $field", (noun) => {
  const { field, id, path, row, type } = noun;
  const of = `{ ${field}: { id: "${id}" } }`;
  const one = `${field}(by: { id: "${id}" }) { additionalProperties }`;

  test("shows in its own field, in the next operation and in the same one", async () => {
    const made = gateway();
    const stored = storedOf(made, noun);
    expect(await made.query(`{ ${one} }`)).toEqual({ [field]: { additionalProperties: stored } });
    const touched = (name: string) => `${name}: update${type}(by: { id: "${id}" }, input: {}) {
      ${field} { additionalProperties }
    }`;
    const data = await made.query(`mutation {
      ${touched("before")}
      updateAdditionalProperties(input: { of: ${of}, properties: { written: "just now" } }) { ownerId }
      ${touched("after")}
    }`);
    const written = { ...stored, written: "just now" };
    expect(data.before[field].additionalProperties).toEqual(stored);
    expect(data.after[field].additionalProperties).toEqual(written);
    expect(await made.query(`{ ${one} }`)).toEqual({ [field]: { additionalProperties: written } });
    const [get, put] = [`assembly GET ${path}/${id}`, `assembly PUT ${path}/${id}`];
    expect(made.calls()).toEqual([get, put, get, `assembly PUT /add_props${path}/${id}`, put, get]);
  });

  test("shows in lists, and by every key", async () => {
    const made = gateway();
    const list = `{ ${row}(first: 100) { nodes { sourceId additionalProperties } } }`;
    const find = (data: Awaited<ReturnType<typeof made.query>>) =>
      data[row].nodes.find(({ sourceId }: { sourceId: string }) => sourceId === id)?.additionalProperties;
    const stored = storedOf(made, noun);
    expect(find(await made.query(list))).toEqual(stored);
    for (const key of keysOf(noun)) expect(await propertiesOf(made, key.of)).toEqual(stored);
    made.calls();
    await made.query(
      `mutation { createAdditionalProperties(input: { of: ${of}, properties: { a: 1 } }) { ownerId } }`,
    );
    expect(find(await made.query(list))).toEqual({ ...stored, a: 1 });
    for (const key of keysOf(noun)) expect(await propertiesOf(made, key.of)).toEqual({ ...stored, a: 1 });
    expect(made.callsWithQueries()).toEqual([
      `assembly POST /add_props${path}/${id}`,
      `assembly GET ${path}?limit=100&offset=0`,
      ...keysOf(noun).map(({ target }) => `assembly GET ${target}`),
    ]);
  });

  test("leaves kept what it cannot change", async () => {
    const made = gateway();
    const others = `{
      labels { name }
      account(by: { id: "${showcase.account.accountId}" }) { usageLogs(first: 1) { nodes { content } } }
      contacts(first: 1) { nodes { name } }
      accounts(first: 1) { nodes { name } }
    }`;
    await made.query(others);
    made.calls();
    await made.query(
      `mutation { deleteAdditionalProperties(input: { of: ${of}, names: ["a"] }) { ownerId } }`,
    );
    expect(made.calls()).toEqual([`assembly DELETE /add_props${path}/${id}`]);
    await made.query(others);
    expect(made.calls()).toEqual([`assembly GET ${path}`]);
  });
});
