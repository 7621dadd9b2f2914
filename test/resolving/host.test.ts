import { domainToASCII, domainToUnicode } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseUrl } from "../../src/parse-url.ts";
import { asciiHost, comparableEmail, comparableHost, emailHost } from "../../src/resolving/host.ts";

/** A domain as registrars know it, in no form that comparing takes away. */
const plainDomain = fc
  .domain()
  .map((domain) => domain.toLowerCase())
  .filter((domain) => !domain.startsWith("www.") && !domain.includes("xn--"));

const unicodeLabel = fc.constantFrom(
  "münchner",
  "ñandú",
  "さくら",
  "łódź",
  "дніпро",
  "straße",
  "한강",
  "café",
  "ελλάς",
);
const internationalDomain = fc
  .tuple(unicodeLabel, fc.constantFrom("example", "de", "co.jp", "рф"))
  .map((labels) => labels.join("."));

const anyDomain = fc.oneof(plainDomain, internationalDomain);

/** Upper and lower case at random, by the bits of a number. */
const inCase = (text: string, bits: number) =>
  [...text].map((letter, place) => ((bits >> (place % 31)) & 1 ? letter.toUpperCase() : letter)).join("");

/** All that a URL may put around its host. */
const decoration = fc.record({
  scheme: fc.constantFrom("", "http://", "https://", "HTTPS://", "ftp://", "//"),
  www: fc.constantFrom("", "www.", "WWW."),
  dot: fc.constantFrom("", "."),
  port: fc.oneof(
    fc.constant(""),
    fc.integer({ min: 1, max: 65_535 }).map((port) => `:${port}`),
  ),
  rest: fc.oneof(fc.constantFrom("", "/", "/menú?x=1#y", "#top", "?q=a.b"), fc.webPath()),
  space: fc.constantFrom("", " ", "\t", "\n"),
});

test("a host is the same in whatever case and decoration it is written", () => {
  fc.assert(
    fc.property(anyDomain, decoration, fc.nat(), (domain, around, bits) => {
      const { scheme, www, dot, port, rest, space } = around;
      // ß has no upper case of one letter, and the final sigma no lower case of its own.
      const host = /[ßς]/.test(domain) ? domain : inCase(domain, bits);
      const written = `${space}${scheme}${www}${host}${dot}${port}${rest}${space}`;
      expect(comparableHost(written)).toBe(domainToASCII(domain));
    }),
    { numRuns: 1_000 },
  );
});

test("Unicode and punycode are one host", () => {
  fc.assert(
    fc.property(internationalDomain, (domain) => {
      const punycode = domainToASCII(domain);
      expect(punycode).toContain("xn--");
      expect(comparableHost(punycode)).toBe(punycode);
      expect(comparableHost(domainToUnicode(punycode))).toBe(punycode);
      expect(comparableHost(domain.normalize("NFD"))).toBe(punycode);
    }),
  );
});

test("a subdomain is another host, and so is a host that only begins or ends alike", () => {
  const label = fc
    .domain()
    .map((domain) => domain.split(".")[0] ?? "")
    .filter((name) => name.toLowerCase() !== "www");
  fc.assert(
    fc.property(plainDomain, label, (domain, name) => {
      const host = comparableHost(domain);
      expect(host).toBeDefined();
      for (const other of [`${name}.${domain}`, `${domain}.${name}`, `a${domain}`, `${domain}a`]) {
        expect(comparableHost(other)).not.toBe(host);
      }
    }),
    { numRuns: 500 },
  );
});

test("a host that is compared is in the form for comparing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.webUrl()), (text) => {
      const host = comparableHost(text);
      if (host === undefined) return;
      expect(host).toMatch(/^[^\s/:?#@.]+(\.[^\s/:?#@.]+)+$/);
      expect(host).toBe(host.toLowerCase());
      expect(comparableHost(host.replace(/^www\./, ""))).toBe(host.replace(/^www\./, ""));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["https://WWW.Bluebird.Example:8443/contact?lang=en", "bluebird.example"],
  ["nordlys.example./", "nordlys.example"],
  ["www.nl", "www.nl"],
  ["www.www.nl", "www.nl"],
  ["https://www.example", "www.example"],
  ["www-data.example", "www-data.example"],
  ["ftp://ÑANDÚ.example", "xn--and-6ma2c.example"],
  ["acme.example:8080", "acme.example"],
  ["mail.acme.example", "mail.acme.example"],
])("%s is at %s", (text, host) => {
  expect(comparableHost(text)).toBe(host);
});

test.each([
  undefined,
  null,
  "",
  " ",
  "localhost",
  "https://",
  "not a host",
  "https://[::1]/",
  "a.example:99999",
  "a@bluebird.example",
  "https://ann:secret@bluebird.example/",
  "https://bluebird.example@elsewhere.example",
])("%j holds no host to compare", (text) => {
  expect(comparableHost(text)).toBeUndefined();
});

test("the host of an e-mail address is what follows its last @, compared as any host", () => {
  fc.assert(
    fc.property(fc.emailAddress(), anyDomain, fc.nat(), (address, domain, bits) => {
      const local = address.slice(0, address.lastIndexOf("@"));
      const host = /[ßς]/.test(domain) ? domain : inCase(domain, bits);
      expect(emailHost(`${local}@${host}`)).toBe(domainToASCII(domain));
      expect(emailHost(`"a@b"@${host}`)).toBe(domainToASCII(domain));
    }),
    { numRuns: 300 },
  );
});

test.each([undefined, null, "", "acme.example", "ann@", "ann@localhost", "Ann <ann@acme.example>"])(
  "%j is no address with a host",
  (address) => {
    expect(emailHost(address)).toBeUndefined();
  },
);

const local = fc
  .tuple(fc.constantFrom("ann", "jürgen", "zoë", "ÉLODIE", "Łukasz", "अन्ना", "안나"), fc.nat(99))
  .map(([name, number]) => `${name}.${number}`);

test("an address is one in whatever case, form of Unicode or punycode it is written, with blanks round it or a final dot", () => {
  const written = fc.record({
    before: fc.constantFrom("", " ", "\t", "\u00a0", "\n"),
    after: fc.constantFrom("", " ", "\r\n", ".", ". "),
    form: fc.constantFrom("NFC", "NFD"),
    isAscii: fc.boolean(),
    bits: fc.nat(),
  });
  fc.assert(
    fc.property(local, anyDomain, written, (name, domain, { before, after, form, isAscii, bits }) => {
      const plain = `${name.toLowerCase().normalize("NFC")}@${domainToASCII(domain)}`;
      // ß has no upper case of one letter, and the final sigma no lower case of its own.
      const host = isAscii || /[ßς]/.test(domain) ? domain : inCase(domain, bits);
      const address = `${inCase(name, bits)}@${isAscii ? domainToASCII(host) : host}`.normalize(form);
      expect(comparableEmail(`${before}${address}${after}`)).toBe(plain);
      expect(comparableEmail(plain)).toBe(plain);
    }),
    { numRuns: 500 },
  );
});

test("addresses with another name or another host, a website's www. included, are others", () => {
  const address = "ann@acme.example";
  for (const other of [
    "anna@acme.example",
    "ann@acme.examples",
    "ann@www.acme.example",
    "an.n@acme.example",
  ]) {
    expect(comparableEmail(other)).toBeDefined();
    expect(comparableEmail(other)).not.toBe(comparableEmail(address));
  }
});

test.each(["", " ", "ann", "@acme.example", "ann@", "ann lee@acme.example", "Ann <ann@acme.example>"])(
  "%j is no address to compare",
  (text) => {
    expect(comparableEmail(text)).toBeUndefined();
    expect(emailHost(text)).toBeUndefined();
  },
);

test.each([
  "ann@acme.example/x",
  "ann@acme.example:25",
  "ann@acme.example?x",
  "ann@a b.example",
  "ann@xn--a.example",
])("%j has no host that could be one of an address", (text) => {
  expect(comparableEmail(text)).toBeUndefined();
});

test("any JSON value can be asked for its address and host, and has none unless it is a text", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const read of [comparableEmail, comparableHost, emailHost, asciiHost]) {
        if (typeof value === "string") expect(() => read(value)).not.toThrow();
        else expect(read(value)).toBeUndefined();
      }
    }),
    { numRuns: 500 },
  );
});

test("a host of another alphabet is recognised however often it was read", () => {
  const hosts = new Set(Array.from({ length: 100_000 }, () => comparableHost("https://straße.example")));
  expect([...hosts]).toEqual(["xn--strae-oqa.example"]);
});

test("plain hosts come out as a URL has them", () => {
  const label = fc.stringMatching(/^[a-zA-Z0-9-]{1,8}$/);
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
      const host = labels.join(".");
      fc.pre(!/xn--/i.test(host));
      const url = `https://${host}`;
      expect(asciiHost(host)).toBe(parseUrl(url)?.hostname);
    }),
    { numRuns: 500 },
  );
});

test("a text that is longer than any host or address is none, and no parser sees it", () => {
  const startedAt = process.cpuUsage();
  for (const name of ["例", "a", "é", "%E4%BE%8B", "例。"]) {
    const long = name.repeat(100_000);
    for (const text of [
      long,
      `https://${long}.example/`,
      `https://acme.example/${long}`,
      `ann@${long}.example`,
    ]) {
      for (const read of [comparableEmail, comparableHost, emailHost, asciiHost]) {
        expect(read(text)).toBeUndefined();
      }
    }
  }
  const { user } = process.cpuUsage(startedAt);
  expect(user / 1000).toBeLessThan(500);
  expect(comparableHost(`${"a".repeat(63)}.example`)).toBeDefined();
  expect(comparableHost(`${"a".repeat(64)}.example`)).toBeUndefined();
  expect(comparableHost(`https://${"例".repeat(64)}.example`)).toBeUndefined();
  expect(comparableHost(`${"abcdefg.".repeat(31)}co.nl`)).toBe(`${"abcdefg.".repeat(31)}co.nl`);
  expect(comparableHost(`${"abcdefg.".repeat(31)}com.nl`)).toBeUndefined();
});
