import { parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { nouns } from "../nouns.ts";
import { keysOf, propertiesOf, storedOf } from "./property-keys.ts";

const of = "$of: AccountOrContactLookup!";
const create = `mutation (${of}, $properties: JSONObject!) {
  createAdditionalProperties(input: { of: $of, properties: $properties }) { ownerId }
}`;
const update = create.replace("createA", "updateA");
const remove = `mutation (${of}, $names: [String!]!) {
  deleteAdditionalProperties(input: { of: $of, names: $names }) { ownerId }
}`;

describe.each(nouns)("of one $field", (noun) => {
  const { field, type, id, path } = noun;
  const keys = keysOf(noun);
  const byId = { [field]: { id } };

  describe.each([400, 409] as const)("where a taken name is answered with %d", (takenPropertyStatus) => {
    test.each(keys)(
      "a create by $name with one is a CONFLICT, and stores nothing",
      async ({ of, target }) => {
        const made = gateway({ sandbox: { choices: { assembly: { takenPropertyStatus } } } });
        const [taken = ""] = Object.keys(storedOf(made, noun));
        const { data, errors } = await made.execute(create, { of, properties: { fresh: 1, [taken]: 2 } });
        expect(data).toEqual({ createAdditionalProperties: null });
        expect(errors).toMatchObject([
          {
            path: ["createAdditionalProperties"],
            extensions: {
              code: "CONFLICT",
              system: "assembly",
              status: takenPropertyStatus,
              retryable: false,
            },
          },
        ]);
        expect(await propertiesOf(made, of)).toEqual(storedOf(made, noun));
        expect(made.callsWithQueries()).toEqual([`assembly POST ${target}`, `assembly GET ${target}`]);
      },
    );
  });

  test("a create that is refused for something else is no CONFLICT", async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembly.inject({
      row: `additionalProperties.createFor${type}`,
      reply: { status: 400, body: { error: "too many properties" } },
    });
    const { data, errors } = await execute(create, { of: byId, properties: { a: 1 } });
    expect(data).toEqual({ createAdditionalProperties: null });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_REJECTED", status: 400 } }]);
    expect(calls()).toEqual([`assembly POST /add_props${path}/${id}`]);
  });

  test.each([
    ["has taken effect", true],
    ["has not", false],
  ])(
    "a create whose answer is lost is sent once, and the query with the error shows that it %s",
    async (_, afterEffect) => {
      const made = gateway();
      made.sandbox.assembly.inject({
        row: `additionalProperties.createFor${type}`,
        times: 1,
        kind: "reset",
        afterEffect,
      });
      const { errors } = await made.execute(create, { of: byId, properties: { fresh: 1 } });
      expect(errors).toMatchObject([
        {
          extensions: {
            code: "UPSTREAM_OUTCOME_UNKNOWN",
            system: "assembly",
            endpoint: `POST /add_props${path}/{idOr${type === "Account" ? "Domain" : "Email"}}`,
            retryable: false,
            attempts: 1,
            sentAt: new Date(testNowMs).toISOString(),
          },
        },
      ]);
      const reconcile = String(errors[0]?.extensions.reconcile);
      expect(validate(made.gateway.schema, parse(reconcile))).toEqual([]);
      const { additionalProperties } = await made.query(reconcile, { of: byId });
      expect(additionalProperties).toEqual({ ...storedOf(made, noun), ...(afterEffect && { fresh: 1 }) });
      expect(made.calls()).toEqual([
        `assembly POST /add_props${path}/${id}`,
        `assembly GET /add_props${path}/${id}`,
      ]);
    },
  );

  test.each([
    ["update", "PUT", update, { properties: { fresh: 1 } }],
    ["delete", "DELETE", remove, { names: ["fresh"] }],
  ] as const)(
    "an %s whose answer is lost is sent again, since twice is once",
    async (verb, method, document, input) => {
      const made = gateway();
      made.sandbox.assembly.inject({
        row: `additionalProperties.${verb}For${type}`,
        times: 1,
        kind: "reset",
        afterEffect: true,
      });
      await made.clock.advance(0);
      const answered = made.query(document, { of: byId, ...input });
      await made.clock.advance(2_000);
      expect(await answered).toEqual({
        [`${verb}AdditionalProperties`]: { ownerId: `gid://assembly/${type}/${id}` },
      });
      const call = `assembly ${method} /add_props${path}/${id}`;
      expect(made.calls()).toEqual([call, call]);
    },
  );

  test("nothing to write, and a blank name, are refused without a call", async () => {
    const { execute, calls } = gateway();
    const blank = ["", " ", "\t\n", "\u200b", "\ufeff \u2060"];
    const refused: readonly (readonly [document: string, input: object])[] = [
      [create, { properties: {} }],
      [update, { properties: {} }],
      [remove, { names: [] }],
      ...blank.flatMap((name) => [
        [create, { properties: { good: 1, [name]: 2 } }] as const,
        [update, { properties: { good: 1, [name]: 2 } }] as const,
        [remove, { names: ["good", name] }] as const,
      ]),
    ];
    for (const [document, input] of refused) {
      const { errors } = await execute(document, { of: byId, ...input });
      expect(errors, JSON.stringify(input)).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    }
    // The variable that is left out leaves a map of nothing.
    const literal = `mutation ($x: Float) {
      updateAdditionalProperties(input: { of: { ${field}: { id: "${id}" } }, properties: { a: $x } }) { ownerId }
    }`;
    expect((await execute(literal)).errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  });

  test("no key that cannot be one reaches the upstream, an empty source specific id least of all", async () => {
    const { execute, calls } = gateway();
    const external = ["", " ", "\u200b", "a\r\nb", "x".repeat(256), "\ud800"];
    const other = field === "account" ? "domain" : "email";
    const badKeys = [
      ...external.map((sourceSpecificId) => ({ sourceSpecificId })),
      ...["", "..", "upsert", "accounts", "a/b", `gid://assembly/Label/${id}`].map((bad) => ({ id: bad })),
      ...["", "..", "a b", "nobody@", "@acme.example", "x.example/y"].map((bad) => ({ [other]: bad })),
      {},
      { id, sourceSpecificId: "crm-acme" },
    ];
    const inputs: readonly (readonly [document: string, input: object])[] = [
      [`query (${of}) { additionalProperties(of: $of) }`, {}],
      [create, { properties: { a: 1 } }],
      [update, { properties: { a: 1 } }],
      [remove, { names: ["a"] }],
    ];
    for (const key of badKeys) {
      for (const [document, input] of inputs) {
        const { data, errors } = await execute(document, { of: { [field]: key }, ...input });
        expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
        expect(errors, JSON.stringify(key)).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
      }
    }
    expect(calls()).toEqual([]);
  });
});
