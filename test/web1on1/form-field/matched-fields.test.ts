import fc from "fast-check";
import { expect, test } from "vitest";
import { matchedFields } from "../../../src/web1on1/form-field/matched-fields.ts";

const named = (...names: string[]) => names.map((name) => ({ name }));
const listed = (...names: string[]) => names.map((name, at) => ({ id: `id-${at}`, name }));
const idsOf = (...args: Parameters<typeof matchedFields>) => matchedFields(...args).map((field) => field?.id);

test.each<[string, ReturnType<typeof named>, ReturnType<typeof listed>, (string | undefined)[]]>([
  ["the same order", named("a", "b"), listed("a", "b"), ["id-0", "id-1"]],
  ["another order of names that differ", named("b", "a"), listed("a", "b"), ["id-1", "id-0"]],
  ["namesakes in their places", named("a", "a"), listed("a", "a"), ["id-0", "id-1"]],
  ["namesakes of which one has moved", named("a", "a"), listed("a", "b"), ["id-0", undefined]],
  ["a field that is gone", named("a", "b"), listed("b"), [undefined, "id-0"]],
  ["a field that is new", named("b"), listed("a", "b"), ["id-1"]],
  ["two namesakes of one", named("c", "a"), listed("a", "b", "a"), [undefined, undefined]],
  ["nothing listed", named("a"), [], [undefined]],
])("fields are matched with %s", (_, embedded, others, expected) => {
  expect(idsOf(embedded, others)).toEqual(expected);
});

test("a field with an id is matched by that, whatever its name", () => {
  expect(idsOf([{ id: "id-1", name: "a" } as object], listed("a", "b"))).toEqual(["id-1"]);
});

test("ids are the same in upper and in lower case", () => {
  expect(idsOf([{ id: "ID-1", name: "a" } as object], listed("a", "b"))).toEqual(["id-1"]);
});

test("a match has the name of the field, and none is given to two", () => {
  const names = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 6 });
  fc.assert(
    fc.property(names, names, (embedded, others) => {
      const matched = matchedFields(named(...embedded), listed(...others));
      const found = matched.flatMap((field) => field ?? []);
      expect(new Set(found).size).toBe(found.length);
      for (const [at, field] of matched.entries()) expect([undefined, embedded[at]]).toContain(field?.name);
    }),
  );
});

test("fields whose names are all different are all found, in whichever order they come", () => {
  const names = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(
      names.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const matched = matchedFields(named(...all), listed(...shuffled));
        expect(matched.map((field) => field?.name)).toEqual(all);
      },
    ),
  );
});
