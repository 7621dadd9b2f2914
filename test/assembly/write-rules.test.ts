import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { settled } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { lastBody, nouns, update } from "./nouns.ts";

for (const noun of nouns) {
  const { type, field, path, id, sourceSpecificIds: ids, row } = noun;
  const gid = `gid://assembly/${type}/${id}`;
  const updated = `update${type}`;

  test(`${field}: tags are added and removed, never replaced`, async () => {
    const made = gateway();
    const { labels } = made.sandbox.data.assembly;
    const tags = labels.filter((label) => label.type === "AccountTag").map((label) => label.id);
    const [vip = "", beta = "", multi = "", late = ""] = tags;
    const start = await made.query(update(noun, "tags { sourceId }"), { input: { addTags: [vip, beta] } });
    const before = start[updated][field].tags.map((tag: { sourceId: string }) => tag.sourceId);
    made.calls();
    const data = await made.query(update(noun, "tags { sourceId }"), {
      input: { addTags: [`gid://assembly/Label/${late}`, vip], removeTags: [beta, multi] },
    });
    const after = data[updated][field].tags.map((tag: { sourceId: string }) => tag.sourceId);
    const expected = new Set([...before, late]);
    expected.delete(beta);
    expected.delete(multi);
    expect(new Set(after)).toEqual(expected);
    expect(lastBody(made)).toEqual({ tags: [late, vip], removed_tags: [beta, multi] });
    // The labels are those that were read for the first answer: no write here changes any.
    expect(made.calls()).toEqual([`assembly PUT ${path}/${id}`, `assembly GET ${path}/${id}`]);
  });

  test(`${field}: source specific ids are added and removed, never replaced`, async () => {
    const made = gateway();
    const data = await made.query(update(noun, "sourceSpecificIds"), {
      input: { addSourceSpecificIds: ["erp-1", "erp-2"], removeSourceSpecificIds: [ids[0], "never-there"] },
    });
    expect(data[updated][field].sourceSpecificIds).toEqual([...ids.slice(1), "erp-1", "erp-2"]);
    expect(lastBody(made)).toEqual({
      source_specific_ids: ["erp-1", "erp-2"],
      removed_source_specific_ids: [ids[0], "never-there"],
    });
    expect(made.calls()).toEqual([`assembly PUT ${path}/${id}`, `assembly GET ${path}/${id}`]);
  });

  test(`${field}: custom properties are merged by name`, async () => {
    const made = gateway();
    const start = made.sandbox.data.assembly[row].find((one) => one.id === id)?.additional_properties;
    const data = await made.query(update(noun, "additionalProperties"), {
      input: { additionalProperties: { region: "Mars", extra: { deep: [1] } } },
    });
    expect(data[updated][field].additionalProperties).toEqual({
      ...start,
      region: "Mars",
      extra: { deep: [1] },
    });
    expect(made.calls()).toEqual([`assembly PUT ${path}/${id}`, `assembly GET ${path}/${id}`]);
  });

  test(`${field}: null says nothing of a new one, and is not sent`, async () => {
    const made = gateway();
    const plain = `mutation { create${type}(input: { ${noun.create} }) { ${field}Id } }`;
    const nulls = ["sourceSpecificIds", "imageUrl", "phone", "contractValue", "contractType", "renewalDate"];
    nulls.push(
      "trialExpirationDate",
      "tierId",
      "stageId",
      "tags",
      "notes",
      "idInTool",
      "additionalProperties",
    );
    nulls.push("role", ...(type === "Account" ? ["companyTypeId", "numberOfSeats"] : []));
    const withNulls = plain.replace(" })", `, ${nulls.map((name) => `${name}: null`).join(", ")} })`);
    await made.query(withNulls);
    const sent = lastBody(made);
    expect(made.calls()).toEqual([`assembly POST ${path}`]);
    const other = gateway();
    await other.query(plain);
    expect(sent).toEqual(lastBody(other));
  });

  test(`${field}: null clears what can be cleared`, async () => {
    const made = gateway();
    const cleared = {
      imageUrl: null,
      contractValue: null,
      contractType: null,
      renewalDate: null,
      trialExpirationDate: null,
      notes: null,
      idInTool: null,
      role: null,
    };
    const filled = {
      imageUrl: "https://cdn.example/x.png",
      contractValue: 1,
      contractType: "YEAR",
      renewalDate: "2026-05-01",
      trialExpirationDate: "2026-05-02",
      notes: "x",
      idInTool: "y",
      tierId: showcase.account.tierId,
    };
    await made.query(update(noun, "id"), { input: filled });
    made.calls();
    const selected = `${Object.keys(cleared).join(" ")} tier { id } stage { id } phone`;
    const data = await made.query(update(noun, selected), {
      input: { ...cleared, tierId: null, stageId: null, phone: [] },
    });
    expect(data[updated][field]).toEqual({ ...cleared, tier: null, stage: null, phone: [] });
    expect(lastBody(made)).toEqual({
      image_url: null,
      contract_value: null,
      contract_type: null,
      renewal_date: null,
      trial_expiration_date: null,
      notes: null,
      id_in_tool: null,
      role: null,
      tier: null,
      stage: null,
      phone: [],
    });
    expect(made.calls()).toEqual([`assembly PUT ${path}/${id}`, `assembly GET ${path}/${id}`]);
  });

  test(`${field}: what is left out of an update is not sent`, async () => {
    const made = gateway();
    expect(
      await made.query(`mutation { ${updated}(by: { id: "${id}" }, input: {}) { ${field}Id } }`),
    ).toEqual({
      [updated]: { [`${field}Id`]: gid },
    });
    expect(lastBody(made)).toEqual({});
    expect(made.calls()).toEqual([`assembly PUT ${path}/${id}`]);
  });

  test(`${field}: a payload of which only the id is selected is not read back`, async () => {
    const { query, calls } = gateway();
    const data = await query(
      `mutation {
        create${type}(input: { ${noun.create} }) { ${field}Id __typename }
        ${updated}(by: { id: "${id}" }, input: { notes: "x" }) { ${field}Id }
        upsert${type}(by: { id: "${id}" }, input: { notes: "y" }) { ${field}Id }
      }`,
    );
    expect(data[updated]).toEqual({ [`${field}Id`]: gid });
    expect(data[`upsert${type}`]).toEqual({ [`${field}Id`]: gid });
    // A read that nobody waits for would go out after the answer.
    await settled();
    expect(calls()).toEqual([
      `assembly POST ${path}`,
      `assembly PUT ${path}/${id}`,
      `assembly PUT ${path}/upsert/${id}`,
    ]);
  });

  test(`${field}: each write of one document reads what it has written, and the next goes on from there`, async () => {
    const { query, calls } = gateway();
    const fields = `${field} { name notes sourceSpecificIds }`;
    const data = await query(
      `mutation {
        first: ${updated}(by: { id: "${id}" }, input: { name: "One", addSourceSpecificIds: ["x-1"] }) { ${fields} }
        second: upsert${type}(by: { sourceSpecificId: "x-1" }, input: { notes: "Two" }) { ${fields} }
      }`,
    );
    expect(data.first[field].name).toBe("One");
    expect(data.first[field].notes).not.toBe("Two");
    expect(data.second[field]).toEqual({
      name: "One",
      notes: "Two",
      sourceSpecificIds: data.first[field].sourceSpecificIds,
    });
    expect(data.second[field].sourceSpecificIds).toContain("x-1");
    expect(calls()).toEqual([
      `assembly PUT ${path}/${id}`,
      `assembly GET ${path}/${id}`,
      `assembly PUT ${path}/upsert`,
      `assembly GET ${path}/${id}`,
    ]);
  });

  test(`${field}: a label changed by a write is not answered from before it`, async () => {
    const { query, calls } = gateway();
    const data = await query(
      `mutation ($tier: ID!) {
        first: ${updated}(by: { id: "${id}" }, input: { tierId: $tier }) { ${field} { tier { sourceId } } }
        second: ${updated}(by: { id: "${id}" }, input: { tierId: null }) { ${field} { tier { sourceId } } }
      }`,
      { tier: showcase.account.tierId },
    );
    expect(data.first[field].tier).toEqual({ sourceId: showcase.account.tierId });
    expect(data.second[field].tier).toBeNull();
    expect(calls()).toEqual([
      `assembly PUT ${path}/${id}`,
      `assembly GET ${path}/${id}`,
      "assembly GET /accounts/labels",
      `assembly PUT ${path}/${id}`,
      `assembly GET ${path}/${id}`,
    ]);
  });
}
