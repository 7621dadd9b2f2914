import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type IdKind,
  optionalSourceIdOf,
  parseGlobalId,
  sourceIdOf,
  toGlobalId,
} from "../../src/resolving/ids.ts";
import { organizationId, userId } from "../../src/sandbox/data/ids.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

const anything: IdKind = {
  system: "assembly",
  type: "Thing",
  pattern: { description: "anything", pattern: /^.+$/su, longest: 1_000 },
};

test("a global id leads back to the source id, whatever characters that has, and shows none that a URL minds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (sourceId) => {
      fc.pre(sourceId !== "." && sourceId !== "..");
      const id = toGlobalId(anything, sourceId);
      expect(id).toMatch(/^gid:\/\/assembly\/Thing\/[\w.!~*'()%-]+$/);
      expect(parseGlobalId(id)).toEqual({ system: "assembly", type: "Thing", sourceId });
      expect(sourceIdOf(anything, id)).toBe(sourceId);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [{ type: "Account" }, "gid://assembled/Person/x", "a Person of Assembled", "an Account of Assembly"],
  [
    { type: "User", system: "web1on1" },
    "gid://web1on1/Organization/x",
    "an Organization of Web1on1",
    "a User of Web1on1",
  ],
])("the id of another type is refused by the names that users know: %j", (kind, id, given, expected) => {
  expect(() => sourceIdOf({ ...anything, ...kind }, id)).toThrow(
    `"${id}" is the id of ${given}; expected the id of ${expected}.`,
  );
});

test("a global id that is changed in any one place is another id or none", () => {
  const id = toGlobalId(anything, "a/b c%2F");
  fc.assert(
    fc.property(fc.nat(id.length - 1), fc.string({ maxLength: 3 }), (place, put) => {
      const forged = id.slice(0, place) + put + id.slice(place + 1);
      fc.pre(forged !== id);
      let read: unknown;
      try {
        read = sourceIdOf(anything, forged);
      } catch (error) {
        expect(error).toMatchObject({ code: "BAD_USER_INPUT" });
      }
      // Escapes may be written in capitals or not.
      if (forged.toLowerCase() !== id.toLowerCase()) expect(read).not.toBe("a/b c%2F");
    }),
    { numRuns: 500 },
  );
});

test("one object has one source id, whichever case its id came in", () => {
  const hexadecimal: IdKind = {
    ...anything,
    pattern: { description: "hex", pattern: /^[0-9a-f]+$/i, longest: 24 },
  };
  expect(sourceIdOf(hexadecimal, "0AF")).toBe("0af");
  expect(sourceIdOf(hexadecimal, "gid://assembly/Thing/0AF")).toBe("0af");
  // Where the pattern tells the cases apart, they are two.
  expect(sourceIdOf(anything, "0AF")).toBe("0AF");
});

test("an id that is left out is none", () => {
  expect(optionalSourceIdOf(anything, null)).toBeUndefined();
  expect(optionalSourceIdOf(anything, undefined)).toBeUndefined();
});

/** Root fields by the id that they take, and the only reads that this may lead to. */
const reads: readonly (readonly [document: string, reads: RegExp])[] = [
  ["account(by: { id: $id }) { id }", /^assembly GET \/accounts\/[0-9A-Za-z][\w-]{0,63}$/],
  ["contact(by: { id: $id }) { id }", /^assembly GET \/contacts\/[0-9A-Za-z][\w-]{0,63}$/],
  ["person(by: { id: $id }) { id }", /^assembled GET \/v0\/people\/[0-9a-f-]{36}$/],
  ["person(by: { agentId: $id }) { id }", /^assembled GET \/v0\/people$/],
  ["team(id: $id) { id }", /^assembled GET \/v0\/teams$/],
  ["user(by: { id: $id }) { id }", /^web1on1 GET \/users\/[0-9a-f]{24}$/],
  ["users(filter: { organization: $id }) { nodes { id } }", /^web1on1 GET \/users$/],
  ["organization(by: { id: $id }) { id }", /^web1on1 GET \/organizations\/[0-9a-f]{24}$/],
  [
    "node(id: $id) { id }",
    /^(assembly GET \/(accounts|contacts)\/[0-9A-Za-z][\w-]*|assembly GET \/accounts\/labels\/[0-9A-Za-z][\w-]*|assembly GET \/usage\/[0-9A-Za-z][\w-]*|assembled GET \/v0\/(people\/[0-9a-f-]{36}|[a-z_]+)|web1on1 GET \/(users|organizations)\/[0-9a-f]{24})$/,
  ],
];

const reserved = ["labels", "upsert", "company", "usage", "add_props", "me", ".", "..", "Tier", "__proto__"];
const part = fc.oneof(
  fc.constantFrom(...reserved, organizationId("acme"), userId(1), showcase.account.accountId),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom(
    "%2e%2e",
    "%2F",
    "..%2f..",
    "a/b",
    "?x=1",
    "#",
    "%",
    "%zz",
    "a%00b",
    "\u202e",
    "\ud800",
    "x".repeat(2_000),
  ),
);
const forgedId = fc.oneof(
  part,
  fc.tuple(part, part).map((parts) => parts.join("/")),
  fc
    .tuple(
      fc.constantFrom("assembly", "assembled", "web1on1", "ASSEMBLY", "", "x"),
      fc.constantFrom(
        "Account",
        "Contact",
        "Label",
        "UsageLog",
        "Person",
        "Team",
        "User",
        "Organization",
        "Agent",
        "x",
      ),
      part,
    )
    .map(([system, type, sourceId]) => `gid://${system}/${type}/${sourceId}`),
);

test("whatever is given for an id is refused without a call, or read at the one place where its kind is read", async () => {
  const made = gateway();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...reads), forgedId, async ([field, allowed], id) => {
      const { errors } = await made.execute(`query ($id: ID!) { ${field} }`, { id });
      const calls = made.calls();
      for (const { extensions, message } of errors) {
        expect(extensions.code).toBe("BAD_USER_INPUT");
        expect(message.length).toBeLessThan(400);
      }
      if (errors.length > 0) expect(calls).toEqual([]);
      for (const call of calls) expect(call).toMatch(allowed);
      // Room in the rate limits for the next.
      await made.clock.advance(200);
    }),
    { numRuns: 300 },
  );
});
