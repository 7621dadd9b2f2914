import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createSchema } from "../../src/graphql/schema.ts";
import { countRuns } from "../support/count-runs.ts";
import { startServer } from "../support/server.ts";
import { formBody, formType, type SentPart } from "../uploads/form-body.ts";
import { applied, asked, fieldsOf, openRequest, replyWith, sendForm, ticketWith } from "./upload-client.ts";

const reply = "assembly POST /interactions/reply";
const create = "assembly POST /interactions";
const megabyte = 1024 * 1024;

const file = (name: string, content: string | Uint8Array, filename = `${name}.bin`): SentPart => ({
  name,
  content,
  filename,
  type: "application/pdf",
});

const refusedField = (field: string, message: string | RegExp) => ({
  status: 200,
  json: {
    data: { [field]: null },
    errors: [
      {
        message: expect.stringMatching(message),
        path: [field],
        extensions: { code: "BAD_USER_INPUT", retryable: false },
      },
    ],
  },
});

const refusedRequest = (message: string | RegExp, status = 400) => ({
  status,
  json: {
    errors: [
      {
        message: expect.stringMatching(message),
        extensions: { code: "BAD_REQUEST", retryable: false, requestId: expect.any(String) },
      },
    ],
  },
});

test("two files reach the system byte by byte, in one call", async () => {
  await using server = await startServer();
  const contents = [Buffer.alloc(300_000, "one"), Buffer.from("two\r\n--edg")];
  const [first, second] = contents.map((content, at) => file(String(at), content, `café ${at}.pdf`));
  if (!first || !second) throw new Error("Two files were made.");
  const answer = await sendForm(server, replyWith(first, second));
  expect(answer).toEqual({
    status: 200,
    json: { data: { replyToInteraction: { replyId: expect.any(String) } } },
  });
  const [entry] = server.sandbox.assembly.journal;
  expect(JSON.parse(entry?.body ?? "").files).toEqual(
    contents.map((content, at) =>
      expect.objectContaining({
        filename: `café ${at}.pdf`,
        contentType: "application/pdf",
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
      }),
    ),
  );
  expect(server.calls()).toEqual([reply]);
});

test("images are told by their bytes, and others are refused", async () => {
  await using server = await startServer();
  const png = Buffer.from("89504e470d0a1a0a00", "hex");
  expect(await sendForm(server, ticketWith(file("0", png)))).toMatchObject({
    json: { data: { createInteraction: { sourceSpecificId: "made-1" } } },
  });
  expect(JSON.parse(server.sandbox.assembly.journal[0]?.body ?? "").files).toMatchObject([
    { contentType: "image/png", bytes: png.length },
  ]);
  expect(server.calls()).toEqual([create]);
  const text = { ...file("0", "no image", "photo.png"), type: "image/png" };
  expect(await sendForm(server, ticketWith(file("1", png), text))).toMatchObject(
    refusedField("createInteraction", /^File "0" \(photo.png\) is no JPEG or PNG image\.$/),
  );
  expect(applied(server)).toEqual([]);
});

test("a file of 32 MB passes, and with one byte more nothing takes effect", async () => {
  await using server = await startServer();
  const content = Buffer.alloc(32 * megabyte);
  expect((await sendForm(server, replyWith(file("0", content)))).json.errors).toBeUndefined();
  expect(applied(server)).toEqual(["interactions.reply"]);
  expect(server.calls()).toEqual([reply]);
  const larger = replyWith(file("a", Buffer.concat([content, Buffer.of(1)]), `${"x".repeat(100)}.bin`));
  expect(await sendForm(server, larger)).toMatchObject(
    refusedField("replyToInteraction", /^File "a" \(x{60}\) is larger than 33554432 bytes\.$/),
  );
  expect(applied(server)).toEqual([]);
});

test("eleven files are one too many", async () => {
  await using server = await startServer();
  const files = Array.from({ length: 11 }, (_, at) => file(String(at), "x"));
  expect(await sendForm(server, replyWith(...files.slice(1)))).toMatchObject({
    json: { data: { replyToInteraction: { replyId: expect.any(String) } } },
  });
  expect(server.calls()).toEqual([reply]);
  expect(await sendForm(server, replyWith(...files))).toMatchObject(
    refusedRequest("map names 11 files; a request may bring 10."),
  );
  expect(server.calls()).toEqual([]);
});

describe("a page of another site cannot make a browser send a form", () => {
  test("without the header it is refused before any of its body has come", async () => {
    await using server = await startServer();
    const open = await openRequest(server, { "content-type": formType, "content-length": "1000000" });
    expect(await open.answer).toMatchObject(
      refusedRequest("A multipart request needs the header apollo-require-preflight: true,"),
    );
    open.leave();
    expect(server.calls()).toEqual([]);
  });

  test.each(["apollo-require-preflight", "x-apollo-operation-name"])("with %s it is read", async (name) => {
    await using server = await startServer();
    const answer = await sendForm(server, replyWith(file("0", "x")), { [name]: "yes" } as typeof asked);
    expect(answer.json.errors).toBeUndefined();
    expect(server.calls()).toEqual([reply]);
  });

  test.each([
    ["http://localhost:3000", "content-type,apollo-require-preflight"],
    ["https://evil.example", null],
  ])("a page of %s may send these headers: %s", async (origin, allowed) => {
    await using server = await startServer();
    const { headers } = await server.request("/graphql", {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,apollo-require-preflight",
      },
    });
    const isAllowed = headers.get("access-control-allow-origin") === origin;
    expect(isAllowed ? headers.get("access-control-allow-headers") : null).toBe(allowed);
    expect(server.calls()).toEqual([]);
  });
});

test.each<[string, Buffer | string, string | RegExp, string?]>([
  ["nothing", "", /it ends too early/],
  ["something else", "hello", /it ends too early/],
  ["JSON", '{"query":"{ viewer { id } }"}', /it ends too early/],
  ["half of a form", replyWith(file("0", "x")).subarray(0, 100), /it ends too early/],
  ["a form that is empty", formBody([]), /operations did not come in its place/],
  [
    "files first",
    formBody([file("0", "x"), ...fieldsOf("{ a }", [])]),
    /operations did not come in its place/,
  ],
  ["no boundary", replyWith(), /names no boundary/, "multipart/form-data"],
  ["operations that are no JSON", formBody([{ name: "operations", content: "{" }]), /cannot be read/],
  [
    "__proto__ in operations",
    formBody([{ name: "operations", content: '{"__proto__":{"a":1},"variables":{}}' }]),
    /cannot be read/,
  ],
  ["a batch", formBody([{ name: "operations", content: "[]" }]), /has to be one operation/],
  [
    "operations that are too large",
    formBody([{ name: "operations", content: " ".repeat(megabyte + 1) }]),
    /^operations is larger than 1048576 bytes/,
  ],
])("%s is refused in GraphQL's form", async (_, body, message, type = formType) => {
  await using server = await startServer();
  const answer = await sendForm(server, Buffer.from(body), {
    ...asked,
    "content-type": type,
  } as typeof asked);
  expect(answer).toMatchObject(refusedRequest(message, /larger/.test(String(message)) ? 413 : 400));
  expect(server.calls()).toEqual([]);
});

test("an upload is a file that came, and nothing else", async () => {
  await using server = await startServer();
  const query = `mutation ($files: [Upload!]) { createInteraction(input: { query: "Why?", images: $files }) { ticketNumber } }`;
  for (const given of ["text", { name: "0" }, 1]) {
    const { json } = await server.post({ query, variables: { files: [given] } });
    expect(json.errors).toMatchObject([
      {
        message: expect.stringMatching(
          /at "files\[0\]": Upload is a file: leave its variable null, and send/,
        ),
        extensions: { code: "BAD_USER_INPUT" },
      },
    ]);
  }
  const literal = await server.post({
    query: query.replace("$files }", '["a.png"] }').replace("($files: [Upload!])", ""),
  });
  expect(literal.json.errors).toMatchObject([{ message: expect.stringContaining("Upload is a file:") }]);
  expect(server.calls()).toEqual([]);
});

test("a map of JSON values cannot hold a file", async () => {
  await using server = await startServer();
  const query = `mutation ($files: JSONObject) { createInteraction(input: { query: "Why?", additionalProperties: $files }) { ticketNumber } }`;
  const map = { 0: ["variables.files.deep.0"] };
  const form = formBody([
    { name: "operations", content: JSON.stringify({ query, variables: { files: { deep: [null] } } }) },
    { name: "map", content: JSON.stringify(map) },
    file("0", "x"),
  ]);
  const { json } = await sendForm(server, form);
  expect(json.errors).toMatchObject([
    {
      message: "input.additionalProperties holds a file; a map of JSON values cannot.",
      extensions: { code: "BAD_USER_INPUT" },
    },
  ]);
  expect(server.calls()).toEqual([]);
});

test("files that two fields use come in the order in which these are run", async () => {
  await using server = await startServer();
  const field = (alias: string) =>
    `${alias}: replyToInteraction(input: { interaction: { sourceSpecificId: "chat-1001" }, content: "x", user: { email: "a@acme.example" }, files: [$${alias}] }) { replyId }`;
  const query = `mutation ($a: Upload!, $b: Upload!) { ${field("a")} ${field("b")} }`;
  const send = (...order: readonly string[]) =>
    sendForm(
      server,
      formBody([
        { name: "operations", content: JSON.stringify({ query, variables: { a: null, b: null } }) },
        { name: "map", content: JSON.stringify({ a: ["variables.a"], b: ["variables.b"] }) },
        ...order.map((name) => file(name, name)),
      ]),
    );
  const written = { replyId: expect.any(String) };
  expect((await send("a", "b")).json).toEqual({ data: { a: written, b: written } });
  expect(server.calls()).toEqual([reply, reply]);
  expect((await send("b", "a")).json).toMatchObject({
    data: { a: written, b: null },
    errors: [{ path: ["b"], message: expect.stringContaining("send files in the order in which") }],
  });
  expect(server.calls()).toEqual([reply]);
});

test("equal operations are run each for itself, since their files may differ", async () => {
  await using server = await startServer({ parts: { schema: createSchema() } });
  const runs = countRuns(server);
  const form = formBody(fieldsOf("{ viewer { status } }", []));
  for (let time = 0; time < 3; time += 1) {
    expect(await sendForm(server, form)).toEqual({
      status: 200,
      json: { data: { viewer: { status: "ACTIVE" } } },
    });
  }
  await Promise.all([sendForm(server, form), sendForm(server, form)]);
  expect(runs()).toBe(5);
  expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
});

test("a plan runs nothing and waits for no file", async () => {
  await using server = await startServer();
  const open = await openRequest(server, { "content-type": formType, ...asked, "x-explain": "plan" });
  const form = replyWith(file("0", "x"));
  await open.send(form.subarray(0, form.indexOf('name="0"')));
  const { json } = await open.answer;
  expect(json.extensions.upstream.plan.assembly.calls).toEqual({ least: 1, most: 1 });
  open.leave();
  expect(server.calls()).toEqual([]);
});

test("no log line holds a file, its name or a field", async () => {
  await using server = await startServer();
  await sendForm(server, replyWith(file("0", "secret-content", "secret-name.pdf")));
  await sendForm(server, replyWith(file("0", "secret-content", "secret-name.pdf")).subarray(0, -10));
  expect(server.calls()).toEqual([reply]);
  expect(server.logLines.length).toBeGreaterThan(1);
  expect(server.logLines.filter((line) => /secret|ann@|See the files/.test(line))).toEqual([]);
});
