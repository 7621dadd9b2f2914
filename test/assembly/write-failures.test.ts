import { expect, test } from "vitest";
import { gateway } from "../support/gateway.ts";
import { nouns, unknownId, update } from "./nouns.ts";

for (const noun of nouns) {
  const { type, field, path, id, row } = noun;
  const gid = `gid://assembly/${type}/${id}`;
  const updated = `update${type}`;

  const neverNull = [
    "name",
    ...(type === "Account" ? ["type", "domain"] : ["email", "account"]),
    ...["phone", "additionalProperties", "addTags", "removeTags"],
    ...["addSourceSpecificIds", "removeSourceSpecificIds"],
  ];

  test.each(neverNull)(`${field}: null for %s is refused without a call`, async (name) => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(update(noun, "id"), { input: { [name]: null } });
    expect(data).toEqual({ [updated]: null });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(name), extensions: { code: "BAD_USER_INPUT" } },
    ]);
    expect(calls()).toEqual([]);
  });

  test(`${field}: a read-back that fails is an error of that field, and the write has succeeded`, async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembly.inject({ row: `${row}.getById`, reply: { status: 403, body: { error: "no" } } });
    const { data, errors } = await execute(update(noun, "name"), { input: { notes: "x" } });
    expect(data).toEqual({ [updated]: { [`${field}Id`]: gid, [field]: null } });
    expect(errors).toMatchObject([
      {
        path: [updated, field],
        extensions: {
          code: "FORBIDDEN",
          system: "assembly",
          endpoint: `GET ${path}/{id}`,
          status: 403,
          retryable: false,
        },
      },
    ]);
    expect(calls()).toEqual([`assembly PUT ${path}/${id}`, `assembly GET ${path}/${id}`]);
  });

  const byUnknown: readonly (readonly [key: string, by: string, target: string])[] = [
    ["id", `{ id: "${unknownId}" }`, `${path}/${unknownId}`],
    ["source specific id", '{ sourceSpecificId: "crm-nobody" }', path],
    type === "Account"
      ? ["domain", '{ domain: "nobody.example" }', `${path}/nobody.example`]
      : ["e-mail address", '{ email: "nobody@acme.example" }', `${path}/nobody%40acme.example`],
  ];

  test.each(byUnknown)(`${field}: an update by an unknown %s is NOT_FOUND`, async (_, by, target) => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(
      `mutation { ${updated}(by: ${by}, input: { notes: "x" }) { ${field}Id } }`,
    );
    expect(data).toEqual({ [updated]: null });
    expect(errors).toMatchObject([
      {
        path: [updated],
        extensions: { code: "NOT_FOUND", system: "assembly", status: 404, retryable: false },
      },
    ]);
    expect(calls()).toEqual([`assembly PUT ${target}`]);
  });

  test.each(byUnknown)(`${field}: a delete by an unknown %s is NOT_FOUND`, async (name, by, target) => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(`mutation { delete${type}(by: ${by}) { deleted${type}Id } }`);
    expect(data).toEqual({ [`delete${type}`]: null });
    expect(errors).toMatchObject([{ path: [`delete${type}`], extensions: { code: "NOT_FOUND" } }]);
    expect(calls()).toEqual([`assembly ${name === "id" ? "DELETE" : "GET"} ${target}`]);
  });

  test(`${field}: a label or a ${field} that the upstream refuses is UPSTREAM_REJECTED`, async () => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(update(noun, "id"), { input: { tierId: unknownId } });
    expect(data).toEqual({ [updated]: null });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_REJECTED", status: 400 } }]);
    expect(calls()).toEqual([`assembly PUT ${path}/${id}`]);
  });

  test(`${field}: a domain or source specific id that another has is a CONFLICT`, async () => {
    const { execute, calls, sandbox } = gateway();
    const other = sandbox.data.assembly[row].find((one) => one.id === noun.otherId)?.domain;
    const key = type === "Account" ? { domain: other } : { email: other };
    const taken = [key, { addSourceSpecificIds: [noun.takenSourceSpecificId] }];
    for (const input of taken) {
      const { data, errors } = await execute(update(noun, "id"), { input });
      expect(data).toEqual({ [updated]: null });
      expect(errors).toMatchObject([{ extensions: { code: "CONFLICT", system: "assembly", status: 409 } }]);
    }
    expect(calls()).toEqual([`assembly PUT ${path}/${id}`, `assembly PUT ${path}/${id}`]);
  });

  test(`${field}: a create that answers without an id is told to be done, and which cannot be read`, async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembly.inject({ row: `${row}.create`, reply: { status: 200, body: {} } });
    const { data, errors } = await execute(
      `mutation { create${type}(input: { ${noun.create} }) { ${field}Id } }`,
    );
    expect(data).toEqual({ [`create${type}`]: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining("so it is done"),
        extensions: { code: "UPSTREAM_INVALID_RESPONSE", reconcile: expect.any(String) },
      },
    ]);
    expect(calls()).toEqual([`assembly POST ${path}`]);
  });

  test(`${field}: an id that cannot be read by is the fault of the upstream`, async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembly.inject({ row: `${row}.create`, reply: { status: 200, body: { id: "a b" } } });
    const { data, errors } = await execute(
      `mutation { create${type}(input: { ${noun.create} }) { ${field}Id ${field} { name } } }`,
    );
    const written = { [`${field}Id`]: `gid://assembly/${type}/a%20b`, [field]: null };
    expect(data).toEqual({ [`create${type}`]: written });
    expect(errors).toMatchObject([
      { path: [`create${type}`, field], extensions: { code: "UPSTREAM_INVALID_RESPONSE" } },
    ]);
    expect(calls()).toEqual([`assembly POST ${path}`]);
  });

  test.each([{}, { id: "" }, null, undefined])(
    `${field}: an update by id that answers %j has succeeded all the same`,
    async (body) => {
      const { execute, calls, sandbox } = gateway();
      sandbox.assembly.inject({ row: `${row}.update`, reply: { status: 200, body } });
      const { data, errors } = await execute(update(noun, "sourceId"), { input: { notes: "x" } });
      expect(errors).toEqual([]);
      expect(data).toEqual({ [updated]: { [`${field}Id`]: gid, [field]: { sourceId: id } } });
      expect(calls()).toEqual([`assembly PUT ${path}/${id}`, `assembly GET ${path}/${id}`]);
    },
  );

  const byOther: readonly (readonly [verb: string, row: string, by: string, put: string, get: string])[] = [
    [
      "update",
      "updateBySourceSpecificId",
      `{ sourceSpecificId: "${noun.sourceSpecificIds.at(-1)}" }`,
      path,
      path,
    ],
    [
      "upsert",
      "upsertBySourceSpecificId",
      `{ sourceSpecificId: "${noun.sourceSpecificIds.at(-1)}" }`,
      `${path}/upsert`,
      path,
    ],
    ["upsert", "upsert", `{ id: "${id}" }`, `${path}/upsert/${id}`, `${path}/${id}`],
  ];

  test.each(byOther)(
    `${field}: an %s (%s) that answers without an id looks it up once`,
    async (verb, faulty, by, put, get) => {
      const { execute, calls, sandbox } = gateway();
      sandbox.assembly.inject({ row: `${row}.${faulty}`, reply: { status: 200, body: {} } });
      const { data, errors } = await execute(
        `mutation { ${verb}${type}(by: ${by}, input: { notes: "x" }) { ${field}Id } }`,
      );
      expect(errors).toEqual([]);
      expect(data).toEqual({ [`${verb}${type}`]: { [`${field}Id`]: gid } });
      expect(calls()).toEqual([`assembly PUT ${put}`, `assembly GET ${get}`]);
    },
  );

  test(`${field}: an update that answers without an id is looked up by the key it has from now on`, async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembly.inject({ row: `${row}.updateBySourceSpecificId`, reply: { status: 200, body: {} } });
    const to = type === "Account" ? 'domain: "moved.example"' : 'email: "moved@acme.example"';
    const { data, errors } = await execute(
      `mutation {
        ${updated}(by: { sourceSpecificId: "${noun.sourceSpecificIds.at(-1)}" }, input: { ${to} }) { ${field}Id }
      }`,
    );
    // The emulator was not asked, so nothing has moved.
    expect(data).toEqual({ [updated]: null });
    expect(errors).toMatchObject([
      { path: [updated], extensions: { code: "UPSTREAM_INVALID_RESPONSE", system: "assembly" } },
    ]);
    expect(calls()).toEqual([
      `assembly PUT ${path}`,
      `assembly GET ${path}/${type === "Account" ? "moved.example" : "moved%40acme.example"}`,
    ]);
  });
}
