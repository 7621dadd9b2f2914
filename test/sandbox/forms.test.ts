import { request } from "node:http";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createAssemblyEmulator } from "../../src/sandbox/assembly/emulator.ts";
import { readForm } from "../../src/sandbox/form.ts";
import { listen } from "../../src/sandbox/http.ts";
import { readBody } from "../../src/sandbox/read-body.ts";
import { createSandboxData } from "../support/sandbox-data.ts";
import { sha256 } from "../support/sha256.ts";

const data = createSandboxData(Date.UTC(2026, 2, 17)).assembly;
const authorization = "sandbox-assembly-key";
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xfe, 0xc3, 0x28]);

async function listening() {
  const emulator = createAssemblyEmulator(data, { nowMs: () => 0, sleep: async () => {} });
  const server = await listen(emulator, { host: "127.0.0.1", port: 0 });
  return {
    emulator,
    url: `${server.url}/interactions`,
    close: server.close,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

async function* chunksOf(bytes: Uint8Array, sizes: Iterable<number>): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const size of sizes) {
    yield bytes.subarray(start, start + size);
    start += size;
  }
  yield bytes.subarray(start);
}

/** A form as fetch would send it. */
async function encoded(form: FormData) {
  const response = new Response(form);
  const contentType = response.headers.get("content-type") ?? "";
  return { contentType, bytes: new Uint8Array(await response.arrayBuffer()) };
}

test("bytes of a file come through a socket as they are, and none of them into the journal", async () => {
  await using made = await listening();
  const form = new FormData();
  form.set("query", "Where is my parcel? ü");
  form.set("files", new Blob([png], { type: "image/png" }), "parcel.png");
  const reply = await fetch(made.url, { method: "POST", headers: { authorization }, body: form });
  expect([reply.status, await reply.json()]).toEqual([200, { created_ticket_number: "ASM-6" }]);

  const [entry, ...others] = made.emulator.journal;
  expect(others).toEqual([]);
  expect(JSON.parse(entry?.body ?? "")).toEqual({
    texts: [{ field: "query", value: "Where is my parcel? ü" }],
    files: [
      {
        field: "files",
        filename: "parcel.png",
        contentType: "image/png",
        bytes: png.length,
        sha256: sha256(png),
        head: png.subarray(0, 12).toString("hex"),
      },
    ],
  });
});

const name = fc.stringMatching(/^[a-z_]{1,20}$/);
const part = fc.oneof(
  fc.record({ field: name, text: fc.string({ unit: "binary" }) }),
  fc.record({
    field: name,
    filename: fc.stringMatching(/^[a-zü ]{0,9}x$/),
    bytes: fc.uint8Array({ maxLength: 300, size: "max" }),
  }),
);

test("a form is read as another reader reads it, in whatever pieces it comes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), fc.array(fc.nat(40)), async (parts, sizes) => {
      const form = new FormData();
      for (const { field, ...value } of parts) {
        if ("text" in value) form.append(field, value.text);
        else form.append(field, new Blob([new Uint8Array(value.bytes)]), value.filename);
      }
      const { contentType, bytes } = await encoded(form);
      const received = await readForm(contentType, chunksOf(bytes, sizes), 10_000);
      const other = await new Response(bytes, { headers: { "content-type": contentType } }).formData();
      const entries = [...other];
      expect(received).toEqual({
        texts: entries.flatMap(([field, value]) => (typeof value === "string" ? { field, value } : [])),
        files: await Promise.all(
          entries.flatMap(([field, value]) => (typeof value === "string" ? [] : told(field, value))),
        ),
      });
    }),
  );
});

async function told(field: string, file: File) {
  const bytes = Buffer.from(await file.arrayBuffer());
  return {
    field,
    filename: file.name,
    contentType: file.type,
    bytes: bytes.length,
    sha256: sha256(bytes),
    head: bytes.subarray(0, 12).toString("hex"),
  };
}

test("a body that breaks off is never handled", async () => {
  await using made = await listening();
  const { bytes, contentType } = await encoded(formOf("broken off"));
  const headers = { authorization, "content-type": contentType, "content-length": bytes.length };
  const half = bytes.subarray(0, -20);
  const broken = request(made.url, { method: "POST", headers });
  const failed = new Promise((resolve) => void broken.once("error", resolve));
  await new Promise<void>((resolve) => void broken.write(half, () => resolve()));
  broken.destroy(new Error("gone"));
  await failed;

  const whole = await fetch(made.url, { method: "POST", headers: { authorization }, body: formOf("whole") });
  expect(whole.status).toBe(200);
  await made.close();
  expect(made.emulator.journal.map(({ body }) => body)).toEqual([
    '{"texts":[{"field":"query","value":"whole"}],"files":[]}',
  ]);

  const reset = new Error("reset");
  const breaking = (async function* () {
    yield half;
    throw reset;
  })();
  await expect(readBody({ "content-type": contentType }, breaking)).rejects.toBe(reset);
});

function formOf(query: string): FormData {
  const form = new FormData();
  form.set("query", query);
  return form;
}

test.each([
  [
    "without its end",
    "multipart/form-data; boundary=b",
    '--b\r\nContent-Disposition: form-data; name="query"\r\n\r\nhello',
  ],
  ["without a boundary", "multipart/form-data", "--b--\r\n"],
  ["that is none", "multipart/form-data; boundary=b", "hello"],
  ["in JSON", "application/json", '{"query":"hello"}'],
])("a form %s is refused", async (_, contentType, body) => {
  await using made = await listening();
  const headers = { authorization, "content-type": contentType };
  const reply = await fetch(made.url, { method: "POST", headers, body });
  expect(reply.status).toBe(400);
  expect(made.emulator.journal.map(({ applied, status }) => [applied, status])).toEqual([[undefined, 400]]);
});

test("texts above the cap are read to their end, and are no form", async () => {
  const form = formOf("long ".repeat(500));
  form.set("title", "long ".repeat(500));
  const { bytes, contentType } = await encoded(form);
  expect(await readForm(contentType, chunksOf(bytes, [1_000, 1_000]), 4_000)).toBe("tooLarge");
  expect(await readForm(contentType, chunksOf(bytes, [1_000, 1_000]), 5_000)).toMatchObject({ files: [] });
});
