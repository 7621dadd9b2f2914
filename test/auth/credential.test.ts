import fc from "fast-check";
import { expect, test } from "vitest";
import { type CredentialSource, credentialOf } from "../../src/auth/credential.ts";
import { Unauthenticated } from "../../src/auth/unauthenticated.ts";

function refusalOf(request: CredentialSource): Unauthenticated {
  try {
    credentialOf(request);
  } catch (error) {
    if (error instanceof Unauthenticated) return error;
    throw error;
  }
  throw new Error("It was taken.");
}

test.each([
  ["Authorization", "Bearer abc"],
  ["authorization", "bearer abc"],
  ["AUTHORIZATION", "BEARER   abc "],
])("%s: %s holds a token", (name, value) => {
  const rawHeaders = ["Host", "localhost", name, value, "Accept", "*/*"];
  expect(credentialOf({ rawHeaders, url: "/graphql" })).toBe("abc");
});

test("a token of any characters that tokens have is read as it is", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9._~+/-]{1,200}={0,2}$/), (token) => {
      expect(credentialOf({ rawHeaders: ["Authorization", `Bearer ${token}`] })).toBe(token);
    }),
  );
});

test.each([
  ["no header", []],
  ["an empty header", ["Authorization", ""]],
  ["the scheme alone", ["Authorization", "Bearer"]],
  ["the scheme with blanks", ["Authorization", "Bearer   "]],
  ["another scheme", ["Authorization", "Basic dXNlcjpwYXNzd29yZA=="]],
  ["a scheme that begins as Bearer does", ["Authorization", "Bearertoken abc"]],
  ["another header", ["Proxy-Authorization", "Bearer abc"]],
])("%s is no credential", (_title, rawHeaders) => {
  expect(refusalOf({ rawHeaders }).challenge).toBe("Bearer");
});

test.each([
  ["two headers", ["Authorization", "Bearer abc", "authorization", "Bearer abc"]],
  ["two tokens", ["Authorization", "Bearer abc def"]],
  ["two tokens with a comma", ["Authorization", "Bearer abc, Bearer def"]],
  ["quotes", ["Authorization", 'Bearer "abc"']],
  ["other characters", ["Authorization", "Bearer ab\u00e9c"]],
  ["8193 characters", ["Authorization", `Bearer ${"abc".repeat(2_731)}`]],
])("%s are refused, and not quoted", (_title, rawHeaders) => {
  const { challenge, code, message } = refusalOf({ rawHeaders });
  expect([code, challenge]).toEqual(["UNAUTHENTICATED", 'Bearer error="invalid_token"']);
  expect(message).not.toMatch(/abc|def/);
});

test.each(["/graphql?access_token=abc", "/graphql?query=%7Ba%7D&ACCESS_TOKEN=abc"])(
  "a token in the URL %s is refused, even beside one in the header",
  (url) => {
    for (const rawHeaders of [[], ["Authorization", "Bearer abc"]]) {
      const { challenge, message } = refusalOf({ rawHeaders, url });
      expect(challenge).toBe('Bearer error="invalid_token"');
      expect(message).toMatch(/^A token in the URL is not taken/);
      expect(message).not.toContain("abc");
    }
  },
);
