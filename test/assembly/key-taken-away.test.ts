import { describe, expect, test } from "vitest";
import { testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { createSandboxData } from "../support/sandbox-data.ts";
import { nouns } from "./nouns.ts";

const { accounts, contacts } = createSandboxData(testNowMs).assembly;

describe.each(nouns)("a write to one $field that takes away the key it goes by", (noun) => {
  const { type, field, path, id, sourceSpecificIds } = noun;
  const domain = [...accounts, ...contacts].find((one) => one.id === id)?.domain ?? "";
  const [sourceSpecificId = ""] = sourceSpecificIds;
  const keyOfDomain = field === "account" ? "domain" : "email";
  const renamed = field === "account" ? "renamed.example" : "renamed@acme.example";
  const ways = [
    { by: { [keyOfDomain]: domain }, input: { [keyOfDomain]: renamed }, read: encodeURIComponent(domain) },
    { by: { sourceSpecificId }, input: { removeSourceSpecificIds: [sourceSpecificId] }, read: "" },
  ];
  const cases = ways.flatMap((way) => ["update", "upsert"].map((verb) => ({ verb, ...way })));

  test.each(cases)("$verb by $by goes by id, so that a lost answer is made up for", async (each) => {
    const { verb, by, input, read } = each;
    const { execute, calls, sandbox } = gateway();
    sandbox.assembly.inject({ row: `${noun.row}.${verb}`, times: 1, kind: "reset", afterEffect: true });
    const { data, errors } = await execute(
      `mutation ($by: ${type}Lookup!, $input: ${verb === "update" ? "Update" : "Upsert"}${type}Input!) {
        ${verb}${type}(by: $by, input: $input) { ${field}Id }
      }`,
      { by, input },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ [`${verb}${type}`]: { [`${field}Id`]: `gid://assembly/${type}/${id}` } });
    const write = `assembly PUT ${path}${verb === "update" ? "" : "/upsert"}/${id}`;
    expect(calls()).toEqual([`assembly GET ${path}${read && `/${read}`}`, write, write]);
  });

  test("is told as NOT_FOUND where nothing has the key", async () => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(
      `mutation { update${type}(by: { sourceSpecificId: "nobody" }, input: { removeSourceSpecificIds: ["nobody"] }) { ${field}Id } }`,
    );
    expect(data).toEqual({ [`update${type}`]: null });
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
    expect(calls()).toEqual([`assembly GET ${path}`, `assembly PUT ${path}`]);
  });

  test("is not in need of that where the key stays", async () => {
    const { query, calls } = gateway();
    await query(
      `mutation ($by: ${type}Lookup!, $input: Update${type}Input!) { update${type}(by: $by, input: $input) { ${field}Id } }`,
      {
        by: { [keyOfDomain]: domain },
        input: { [keyOfDomain]: domain, removeSourceSpecificIds: [sourceSpecificId] },
      },
    );
    expect(calls()).toEqual([`assembly PUT ${path}/${encodeURIComponent(domain)}`]);
  });
});
