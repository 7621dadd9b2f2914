import fc from "fast-check";
import { expect, test } from "vitest";
import { createTributaryClient } from "../../src/client/index.ts";

type Variables = Readonly<Record<string, unknown>>;

const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.string().map((text) => new File([text], "file.txt")),
);
// The dots of a path are between names.
const name = fc.stringMatching(/^[a-z]\w{0,5}$/);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 3 }),
  ),
}));
const variables = fc.dictionary(name, value ?? leaf, { maxKeys: 4 }) as fc.Arbitrary<Variables>;

/** The request that the client sends for variables. */
async function sent(given: Variables): Promise<unknown> {
  const bodies: unknown[] = [];
  const client = createTributaryClient({
    url: "http://gateway.test/graphql",
    fetch: async (_, init) => {
      bodies.push(init?.body ?? "");
      return new Response('{"data":{}}');
    },
  });
  await client.run("mutation { __typename }", given);
  return bodies[0] ?? "";
}

/** The value at a path such as `variables.files.0`. */
const at = (root: unknown, path: string): unknown =>
  path.split(".").reduce((found: unknown, key) => (found as Record<string, unknown>)[key], root);

const filesIn = (given: unknown): number => {
  if (given instanceof Blob) return 1;
  const members = typeof given === "object" && given !== null ? Object.values(given) : [];
  return members.reduce((sum: number, member) => sum + filesIn(member), 0);
};

test("wherever variables hold files, each is sent for its place, which is null, and all else is as it was", async () => {
  await fc.assert(
    fc.asyncProperty(variables, async (given) => {
      const body = await sent(given);
      const count = filesIn(given);
      if (!(body instanceof FormData)) {
        expect(count).toBe(0);
        expect(JSON.parse(String(body)).variables).toEqual(given);
        return;
      }
      const operations = JSON.parse(String(body.get("operations")));
      const places: Record<string, string[]> = JSON.parse(String(body.get("map")));
      expect(Object.keys(places)).toHaveLength(count);
      for (const [part, [path = "", ...others]] of Object.entries(places)) {
        expect(others).toEqual([]);
        expect(at(operations, path)).toBeNull();
        expect(await (body.get(part) as Blob).text()).toBe(
          await (at({ variables: given }, path) as Blob).text(),
        );
      }
      const withoutFiles = JSON.parse(
        JSON.stringify(given, (_, member) => (member instanceof Blob ? null : member)),
      );
      expect(operations.variables).toEqual(withoutFiles);
    }),
  );
});
