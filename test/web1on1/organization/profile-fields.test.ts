import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProfileFieldInput } from "../../../src/generated/resolvers.ts";
import type { JsonObject } from "../../../src/rest/message/exact-json.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { plantedSecret } from "../../../src/sandbox/planted-secret.ts";
import {
  mergeProfileFields,
  profileFieldChanges,
} from "../../../src/web1on1/organization/profile-field-input.ts";
import { profileFieldsIn } from "../../../src/web1on1/organization/profile-fields.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { bodies, stored } from "../upstream.ts";

const { organizationId: acme } = showcase.account;
const path = `/organizations/${acme}`;
const read = `web1on1 GET ${path}`;

const fieldsOf = async ({ execute, sandbox }: TestGateway, profileFields: unknown) => {
  const body = { id: acme, name: "Acme", profileFields };
  sandbox.web1on1.inject({ row: "organizations.get", reply: { status: 200, body } });
  const { data, errors } = await execute(
    `{ organization(by: { id: "${acme}" }) { name profileFields { name label options enabled definition } } }`,
  );
  return { fields: data.organization.profileFields, codes: codesOf(errors) };
};
const updated = ({ execute }: TestGateway, input: object) =>
  execute(
    `mutation ($input: UpdateOrganizationInput!) { updateOrganization(id: "${acme}", input: $input) { organizationId } }`,
    { input },
  );
const field = (name: string, rest: object) => ({
  name,
  label: null,
  options: null,
  enabled: null,
  definition: null,
  ...rest,
});

describe("profile fields are read", () => {
  test.each<[string, unknown, unknown]>([
    ["none", undefined, null],
    ["null", null, null],
    ["no names, as some languages write it", [], []],
    [
      "a field that is null",
      { name: null, address: { postalCode: null, x: {} } },
      [field("address.x", { definition: {} })],
    ],
    [
      "a field of no document",
      { shoe: { label: "Shoe", size: 7 } },
      [field("shoe", { label: "Shoe", definition: { label: "Shoe", size: 7 } })],
    ],
    [
      "a group of no document",
      { b2b: { vat: { label: "VAT" } } },
      [field("b2b.vat", { label: "VAT", definition: { label: "VAT" } })],
    ],
    [
      "labels by language",
      { name: { label: { nl: "Naam" } } },
      [field("name", { definition: { label: { nl: "Naam" } } })],
    ],
    [
      "a text for a field",
      { name: "Naam", flag: true },
      [field("name", { label: "Naam" }), field("flag", {})],
    ],
    [
      "an object in a field that has a label",
      { name: { label: "N", x: { y: 1 } } },
      [field("name", { label: "N", definition: { label: "N", x: { y: 1 } } })],
    ],
  ])("from %s", async (_, profileFields, fields) => {
    const made = gateway();
    expect(await fieldsOf(made, profileFields)).toEqual({ fields, codes: [] });
    expect(made.calls()).toEqual([read]);
  });

  test.each(["name", 7, ["name"], true])(
    "and %j in their place spoils no other field",
    async (profileFields) => {
      const made = gateway();
      expect(await fieldsOf(made, profileFields)).toEqual({
        fields: null,
        codes: ["UPSTREAM_INVALID_RESPONSE"],
      });
      expect(made.calls()).toEqual([read]);
    },
  );
});

describe("an update of profile fields", () => {
  test("leaves what it does not name, and clears what it names with null", async () => {
    const made = gateway();
    await updated(made, {
      profileFields: [
        { name: "gender", options: null, enabled: null },
        { name: "address.postalCode", enabled: false },
      ],
      removeProfileFields: ["shoe", "b2b.vat"],
    });
    expect(bodies(made)).toEqual([
      {
        profileFields: {
          name: { label: "Name", enabled: true },
          gender: { label: "Gender" },
          address: {
            postalCode: { label: "Postcode", enabled: false },
            addressLocality: { label: "City", enabled: true },
          },
        },
      },
    ]);
    expect(made.calls()).toEqual([read, `web1on1 PATCH ${path}`]);
  });

  test.each(["worksFor", "address.addressRegion", "shoe"])(
    "refuses %s without a label, since it is new",
    async (name) => {
      const made = gateway();
      const { errors } = await updated(made, { profileFields: [{ name, enabled: true }] });
      expect(errors).toMatchObject([
        {
          message: `Profile field "${name}" is new and needs a label.`,
          extensions: { code: "BAD_USER_INPUT" },
        },
      ]);
      expect(made.calls()).toEqual([read]);
    },
  );

  test.each<[string, object]>([
    ["the address itself", { profileFields: [{ name: "address", label: "A" }] }],
    ["a part of what has none", { profileFields: [{ name: "givenName.first", label: "A" }] }],
    ["three levels", { removeProfileFields: ["address.a.b"] }],
    ["no name", { removeProfileFields: [""] }],
    ["a name of the language", { removeProfileFields: ["address."] }],
    ["a label that is cleared", { profileFields: [{ name: "name", label: null }] }],
    [
      "one name twice",
      {
        profileFields: [
          { name: "name", label: "A" },
          { name: "name", label: "B" },
        ],
      },
    ],
    [
      "one name to write and to remove",
      { profileFields: [{ name: "x", label: "A" }], removeProfileFields: ["x"] },
    ],
    ["a group to remove and a field in it", { removeProfileFields: ["b2b", "b2b.vat"] }],
  ])("is refused before any call with %s", async (_, input) => {
    const made = gateway();
    expect(codesOf((await updated(made, input)).errors)).toEqual(["BAD_USER_INPUT"]);
    expect(made.calls()).toEqual([]);
  });

  test("shows what was written beside what was stored, whatever it is", () => {
    const name = fc.oneof(
      fc.constantFrom(
        "name",
        "worksFor",
        "address.streetName",
        "__proto__",
        "constructor",
        "address.__proto__",
      ),
      fc.stringMatching(/^[A-Za-z_][\w-]{0,8}$/).filter((text) => text !== "address"),
    );
    const one = fc.record({ name, label: fc.string({ minLength: 1 }), enabled: fc.boolean() });
    const some = fc.uniqueArray(one, { selector: (item) => item.name, maxLength: 6 });
    const shown = (profileFields: JsonObject) =>
      profileFieldsIn({ id: acme, name: "Acme", profileFields })?.map((item) => ({
        name: item.name,
        label: item.label,
        enabled: item.enabled,
      }));
    const merged = (before: JsonObject, fields: readonly ProfileFieldInput[]) =>
      mergeProfileFields(before, profileFieldChanges(fields) ?? []);
    fc.assert(
      fc.property(some, some, (before, fields) => {
        const names = new Set(fields.map((item) => item.name));
        const kept = before.filter((item) => !names.has(item.name));
        const after = shown(merged(merged({}, before), fields));
        expect(new Set(after)).toEqual(new Set([...kept, ...fields]));
      }),
    );
  });
});

test("values of billing are merged, and not given back", async () => {
  const made = gateway();
  const { errors } = await updated(made, { billingInfo: { meta: { costCentre: 7 } } });
  expect(errors).toEqual([]);
  expect((await stored(made, path)).billingInfo).toMatchObject({
    meta: { note: plantedSecret("billingInfo.meta", "acme"), costCentre: 7 },
  });
  expect(made.calls()).toEqual([read, `web1on1 PATCH ${path}`]);
});
