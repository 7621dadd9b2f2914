import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Scope, scopesOf } from "../../src/auth/scopes.ts";
import { clientOfToken, nameOfSubject } from "../../src/auth/token-client.ts";

const scopes: ReadonlySet<unknown> = new Set(scopesOf(["assembly", "assembled"]));
const isScope = (text: unknown): text is Scope => scopes.has(text);
const rightsOf = (claims: object) => clientOfToken({ sub: "a", ...claims }, isScope)?.rights;

describe("the name of the client of a token", () => {
  test.each([
    ["desk-app", "jwt:desk-app"],
    ["auth0|5f7c8ec7c33c6c004bbafe82", "jwt:auth0|5f7c8ec7c33c6c004bbafe82"],
    ["ann@acme.example", "jwt:ann@acme.example"],
    ["a".repeat(64), `jwt:${"a".repeat(64)}`],
  ])("of %s is its subject", (subject, name) => {
    expect(nameOfSubject(subject)).toBe(name);
  });

  test.each(["anonymous", 'a"b', "a\nb", "a b", "a~b", "a".repeat(65), "ä"])("of %j is safe", (subject) => {
    expect(nameOfSubject(subject)).toMatch(/^jwt:[\w.@|:-]{1,64}(~[0-9a-f]{16})?$/);
  });

  test("is one of its own for each subject, bounded, and never one of the file with keys", () => {
    const subject = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.string({ minLength: 60, maxLength: 300, unit: "grapheme" }),
    );
    fc.assert(
      fc.property(subject, subject, (one, other) => {
        const [name, otherName] = [nameOfSubject(one), nameOfSubject(other)];
        expect(name).toMatch(/^jwt:[\w.@|:~-]{1,64}$/);
        expect(name === otherName).toBe(one === other);
      }),
    );
  });

  test("a subject that looks as another one is shown is not taken for it", () => {
    const shown = nameOfSubject("a b").replace("jwt:", "");
    expect(nameOfSubject(shown)).not.toBe(nameOfSubject("a b"));
  });
});

describe("the scopes of the client of a token", () => {
  test.each([
    ["scope as text", { scope: "assembly:read assembled:write" }, "assembled:write assembly:read"],
    ["scp as a list", { scp: ["assembly:read", "assembled:write"] }, "assembled:write assembly:read"],
    ["scp as text", { scp: "assembly:read" }, "assembly:read"],
    ["scope as a list", { scope: ["assembly:read"] }, "assembly:read"],
    ["scope before scp", { scope: "assembly:read", scp: ["assembled:write"] }, "assembly:read"],
    ["unknown ones dropped", { scope: "openid assembly:read web1on1:read Assembly:write" }, "assembly:read"],
    ["none", {}, ""],
    ["an empty text", { scope: "" }, ""],
    ["another type", { scope: { "assembly:read": true } }, ""],
    ["a list with other types", { scp: [1, null, ["assembly:read"], "assembled:read"] }, "assembled:read"],
  ])("%s", (_title, claims, rights) => {
    expect(rightsOf(claims)).toBe(rights);
  });
});

test.each([undefined, "", 7, null, ["a"]])("a token with the subject %j has no client", (sub) => {
  expect(clientOfToken({ sub } as { sub: string }, isScope)).toBe(undefined);
});
