import { describe, expect, test } from "vitest";
import { settled } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { nouns } from "../nouns.ts";
import { keysOf, type PropertyKey, propertiesOf, storedOf } from "./property-keys.ts";

const writes = `mutation ($of: AccountOrContactLookup!) {
  create: createAdditionalProperties(input: { of: $of, properties: { plan: "pro", seats: 7 } }) {
    ownerId
    additionalProperties
  }
  update: updateAdditionalProperties(input: { of: $of, properties: { seats: [8, "nine"], since: null } }) {
    ownerId
    additionalProperties
  }
  delete: deleteAdditionalProperties(input: { of: $of, names: ["plan", "never there", "plan"] }) {
    ownerId
    additionalProperties
  }
}`;

describe.each(nouns)("of one $field", (noun) => {
  const id = `gid://assembly/${noun.type}/${noun.id}`;

  describe.each(keysOf(noun))("by $name", ({ key, of, target }) => {
    test.each([false, true])(
      "properties are read, added, merged and deleted, answered as a list (%s) or not",
      async (additionalPropertiesAsList) => {
        const made = gateway({ sandbox: { choices: { assembly: { additionalPropertiesAsList } } } });
        const stored = storedOf(made, noun);
        expect(await propertiesOf(made, of)).toEqual(stored);
        expect(made.callsWithQueries()).toEqual([`assembly GET ${target}`]);

        expect(await made.query(writes, { of })).toEqual({
          create: { ownerId: id, additionalProperties: { ...stored, plan: "pro", seats: 7 } },
          update: {
            ownerId: id,
            additionalProperties: { ...stored, plan: "pro", seats: [8, "nine"], since: null },
          },
          delete: { ownerId: id, additionalProperties: { ...stored, seats: [8, "nine"], since: null } },
        });
        expect(made.callsWithQueries()).toEqual([
          `assembly POST ${target}`,
          `assembly GET ${target}`,
          `assembly PUT ${target}`,
          `assembly GET ${target}`,
          `assembly DELETE ${target}`,
          `assembly GET ${target}`,
        ]);
        const sent = made.sandbox.assembly.journal.flatMap(({ body }) => (body ? [JSON.parse(body)] : []));
        expect(sent).toEqual([
          { plan: "pro", seats: 7 },
          { seats: [8, "nine"], since: null },
          { properties: ["plan", "never there"] },
        ]);
      },
    );

    test("the id costs a call only where neither the key nor the answer tells it", async () => {
      const made = gateway();
      const ids = await made.query(writes.replaceAll("additionalProperties\n", "\n"), { of });
      expect(ids).toEqual({ create: { ownerId: id }, update: { ownerId: id }, delete: { ownerId: id } });
      // A read that nobody waits for would go out after the answer.
      await settled();
      const lookUp = key.id === undefined ? [`assembly GET ${target}`] : [];
      expect(made.callsWithQueries()).toEqual([
        `assembly POST ${target}`,
        `assembly PUT ${target}`,
        `assembly DELETE ${target}`,
        ...lookUp,
      ]);
      const names = "mutation ($of: AccountOrContactLookup!) { deleteAdditionalProperties(input: { of: $of, ";
      await made.query(`${names} names: ["a"] }) { __typename } }`, { of });
      expect(made.callsWithQueries()).toEqual([`assembly DELETE ${target}`]);
    });

    test("an object that does not exist has none to read, and is NOT_FOUND to a write", async () => {
      const made = gateway();
      const unknown = { [noun.field]: unknownKey(key) };
      expect(await propertiesOf(made, unknown)).toBeNull();
      const { data, errors } = await made.execute(writes, { of: unknown });
      expect(data).toEqual({ create: null, update: null, delete: null });
      expect(errors.map(({ extensions: { code, status } }) => [code, status])).toEqual(
        Array(3).fill(["NOT_FOUND", 404]),
      );
      expect(made.calls().map((call) => call.split(" ")[1])).toEqual(["GET", "POST", "PUT", "DELETE"]);
    });
  });

  test.each([{}, null, undefined, { id: "" }])(
    "a create or update that answers %j has been done all the same",
    async (body) => {
      const made = gateway();
      const [, byDomain] = keysOf(noun);
      for (const verb of ["create", "update"])
        made.sandbox.assembly.inject({
          row: `additionalProperties.${verb}For${noun.type}`,
          times: 1,
          reply: { status: 200, body },
          afterEffect: true,
        });
      const data = await made.query(writes, { of: byDomain?.of });
      expect(data).toMatchObject({
        create: { ownerId: id, additionalProperties: { plan: "pro" } },
        update: { ownerId: id, additionalProperties: { seats: [8, "nine"] } },
      });
      expect(made.callsWithQueries().filter((call) => call.includes("GET"))).toHaveLength(3);
    },
  );
});

function unknownKey(key: PropertyKey["key"]): PropertyKey["key"] {
  if (key.id !== undefined) return { id: "0198aaaa-0000-7000-8000-000000000000" };
  if (key.sourceSpecificId !== undefined) return { sourceSpecificId: "crm-nobody" };
  return key.domain === undefined ? { email: "nobody@acme.example" } : { domain: "nobody.example" };
}
