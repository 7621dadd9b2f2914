import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { volatile } from "../../src/rest/cache-policy.ts";
import { DELETE, GET, PATCH, POST, PUT } from "./routes.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

const header = `
import type { Call } from "${root}src/rest/call.ts";
import { endpointsOf } from "${root}src/rest/noun-endpoints.ts";
import { routesOf } from "${root}src/rest/route.ts";
import { volatile } from "${root}src/rest/cache-policy.ts";
import { GET, PATCH, POST } from "${root}test/rest/routes.ts";
import type { FileParts } from "${root}src/rest/form.ts";
declare const call: Call;
const rows = {
  list: GET("/things").query<{ readonly limit: number; readonly tag?: readonly string[] }>().returns<string[]>(),
  search: GET("/search").query<{ readonly text?: string }>().returns<string[]>(),
  all: GET("/all").returns<string[]>(),
  get: GET("/things/{id}").returns((wire: { readonly name: string }) => wire.name.length),
  part: GET("/things/{id}/parts/{partId}").returns<string>(),
  byKey: GET("/things?key={key}").returns<string>(),
  create: POST("/things").body<{ readonly name: string }>().returns<string>(),
  update: PATCH("/things/{id}").body<{ readonly name?: string }>().returns<string>(),
  send: POST("/photos").form<PhotoForm>().returns<string>(),
};
const a = routesOf<"a">();
interface PhotoForm { readonly title: string; readonly tags?: readonly string[]; readonly photos?: FileParts | undefined }
declare const files: FileParts;
void [rows, a, endpointsOf, volatile];
`;

/** Statements that compile, and statements that must not, with what the compiler says of them. */
const statements: readonly (readonly [statement: string, complaint?: RegExp])[] = [
  ["call(rows.all)"],
  ["call(rows.all, {})"],
  ["call(rows.all, { id: '1' })", /'id' does not exist/],
  ["call(rows.all, { query: {} })", /'\{\}' is not assignable to type 'undefined'/],
  ["call(rows.all, { body: {} })", /'\{\}' is not assignable to type 'undefined'/],
  ["call(rows.list, { query: { limit: 1, tag: ['a'] } })"],
  ["call(rows.list)", /Expected 2 arguments/],
  ["call(rows.list, { query: {} })", /'limit' is missing/],
  ["call(rows.list, { query: { limit: 1, page: 2 } })", /'page' does not exist/],
  ["call(rows.list, { query: { limit: 'many' } })", /'string' is not assignable to type 'number'/],
  ["call(rows.search)"],
  ["call(rows.search, { query: { text: 'a' } })"],
  ["call(rows.search, { query: { txt: 'a' } })", /'txt' does not exist/],
  ["call(rows.search, { body: { text: 'a' } })", /is not assignable to type 'undefined'/],
  ["call(rows.get, { id: '1' }).then((length: number) => length)"],
  ["call(rows.get, { id: '1' }).then((length: string) => length)", /'number' is not assignable to/],
  ["call(rows.get)", /Expected 2 arguments/],
  ["call(rows.get, {})", /'id' is missing/],
  ["call(rows.get, { id: 1 })", /'number' is not assignable to type 'string'/],
  ["call(rows.get, { id: '1', body: {} })", /'\{\}' is not assignable to type 'never'/],
  ["call(rows.get, { id: '1', query: { limit: 1 } })", /is not assignable to type 'never'/],
  ["call(rows.part, { id: '1', partId: '2' })"],
  ["call(rows.part, { id: '1' })", /'partId' is missing/],
  ["call(rows.byKey, { key: 'a' })"],
  ["call(rows.byKey, { query: { key: 'a' } })", /not assignable to type 'never'/],
  ["call(rows.create, { body: { name: 'a' } })"],
  ["call(rows.create, { body: {} })", /'name' is missing/],
  ["call(rows.create, { body: { name: 'a', colour: 'red' } })", /'colour' does not exist/],
  ["call(rows.update, { id: '1' })"],
  ["call(rows.send, { body: { title: 'a', tags: ['b'], photos: files } })"],
  ["call(rows.send, { body: { title: 'a', photos: undefined } })"],
  ["call(rows.send, { body: { photos: files } })", /'title' is missing/],
  [
    "call(rows.send, { body: { title: 'a', photos: 'b' } })",
    /'string' is not assignable to type 'AsyncIterable<FilePart>'/,
  ],
  ["POST('/x').form<{ readonly count: number }>()", /number/],
  ["GET('/x').query<{ readonly since: Date }>()", /Date/],
  ["GET('/x').cache(volatile)"],
  ["GET('/x').invalidates('a')", /not callable/],
  ["POST('/x').invalidates('a')"],
  ["POST('/x').cache(volatile)", /not callable/],
  ["a.POST('/x').invalidates('a')"],
  ["a.POST('/x').invalidates('b')", /'"b"' is not assignable to parameter of type '"a"'/],
  ["endpointsOf<'a'>()({ invalidates: ['a'] }, {})"],
  ["endpointsOf<'a'>()({ invalidates: ['b'] }, {})", /'"b"' is not assignable to type '"a"'/],
];

test("arguments that a row does not have do not compile, and those it has do", async () => {
  await using folder = await temporaryFolder();
  await writeFile(
    join(folder.path, "calls.ts"),
    `${header}${statements.map(([statement]) => `void ${statement};`).join("\n")}\n`,
  );
  const options = [
    "--noEmit",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--skipLibCheck",
    "--ignoreConfig",
  ];
  const modules = ["--module", "nodenext", "--target", "es2023", "--allowImportingTsExtensions"];
  const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types"), "--pretty", "false"];
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const output = await run(
    process.execPath,
    [tsc, ...options, ...modules, ...types, join(folder.path, "calls.ts")],
    { cwd: folder.path },
  ).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
  const first = header.split("\n").length;
  const complaints = new Map<number, string>();
  let at = 0;
  for (const line of output.split("\n")) {
    at = Number(/^calls\.ts\((\d+),/.exec(line)?.[1] ?? at);
    complaints.set(at, `${complaints.get(at) ?? ""}${line}\n`);
  }
  for (const [place, [statement, complaint]] of statements.entries()) {
    const said = complaints.get(first + place) ?? "";
    if (complaint) expect(said, statement).toMatch(complaint);
    else expect(said, statement).toBe("");
  }
});

test("a row says what doing it twice would do, and a POST or PUT may say otherwise", () => {
  expect(GET("/a").returns().effect).toBe("read");
  expect(POST("/a").returns().effect).toBe("create");
  expect(POST("/a", "idempotent").returns().effect).toBe("idempotent");
  expect(PUT("/a").returns().effect).toBe("idempotent");
  expect(PUT("/a", "create").returns().effect).toBe("create");
  expect(PATCH("/a").returns().effect).toBe("idempotent");
  expect(DELETE("/a").returns().effect).toBe("idempotent");
});

test("secrets add up, and survive what is stated after them", () => {
  const row = GET("/a").without("one").query<{ readonly q?: string }>().without("two", "three.four");
  expect(row.inferred().returns()).toMatchObject({
    method: "GET",
    path: "/a",
    secrets: ["one", "two", "three.four"],
    inferred: true,
  });
  expect(GET("/a").returns()).toMatchObject({ secrets: [], inferred: false });
});

test("a row says for how long it is kept, what it drops, when it may be repeated and what shows that it happened", () => {
  const isNamed = () => true;
  const row = POST("/a", "conditional")
    .invalidates("as", "bs")
    .repeatableIf(isNamed)
    .verifiedBy("query { as { id } }")
    .body<{ readonly a: string }>()
    .without("secret");
  expect(row.returns()).toMatchObject({
    invalidates: ["as", "bs"],
    repeatableIf: isNamed,
    reconcile: "query { as { id } }",
    secrets: ["secret"],
  });
  expect(GET("/a").cache(volatile).query<{ readonly q?: string }>().returns().cache).toBe(volatile);
  // To drop nothing is said; to say nothing is to drop everything.
  expect(POST("/a").invalidates().returns().invalidates).toEqual([]);
  expect(POST("/a").returns()).not.toHaveProperty("invalidates");
  expect(GET("/a").returns()).not.toHaveProperty("cache");
});

test("a row says that it takes a form, which limit it keeps beside the system's and how its refusals tell a conflict", () => {
  const taken = /already exists/i;
  const row = POST("/a")
    .limitedBy("replies")
    .conflictWhen(taken)
    .form<{ readonly a: string }>()
    .without("secret");
  expect(row.returns()).toMatchObject({
    isForm: true,
    limitedBy: "replies",
    conflictWhen: taken,
    secrets: ["secret"],
  });
  const plain = POST("/a").body<{ readonly a: string }>().returns();
  for (const fact of ["isForm", "limitedBy", "conflictWhen"]) expect(plain).not.toHaveProperty(fact);
});

async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), "tributary-types-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
