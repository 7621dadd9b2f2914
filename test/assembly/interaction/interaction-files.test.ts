import { expect, test } from "vitest";
import { fieldsOf, replyWith, sendForm, ticketWith } from "../../server/upload-client.ts";
import { startServer } from "../../support/server.ts";
import { sha256 } from "../../support/sha256.ts";
import { formBody } from "../../uploads/form-body.ts";
import { sentForms } from "./sent-forms.ts";

const canary = "canary-in-the-file";
const jpeg = Buffer.concat([Buffer.from("ffd8ffe000104a464946", "hex"), Buffer.from(canary)]);
const photo = { name: "0", filename: "canary-photo.jpg", type: "text/plain", content: jpeg };

test("images of a ticket arrive as they are, and in no line of the log", async () => {
  await using server = await startServer();
  const { json } = await sendForm(server, ticketWith(photo));
  expect(json).toEqual({ data: { createInteraction: { sourceSpecificId: "made-1" } } });
  const reply = await sendForm(server, replyWith({ ...photo, content: `${canary} of a reply` }));
  expect(reply.json).toMatchObject({ data: { replyToInteraction: {} } });
  expect(sentForms(server.sandbox).map(({ files, row }) => [row, files])).toMatchObject([
    [
      "interactions.create",
      [{ field: "files", filename: photo.filename, contentType: "image/jpeg", sha256: sha256(jpeg) }],
    ],
    ["interactions.reply", [{ field: "files", contentType: "text/plain", bytes: canary.length + 11 }]],
  ]);
  expect(server.calls()).toEqual(["assembly POST /interactions", "assembly POST /interactions/reply"]);
  expect(server.logLines.length).toBeGreaterThan(0);
  expect(
    server.logLines.filter((line) => /canary|Why\?|See the files|ann@|sandbox-assembly/.test(line)),
  ).toEqual([]);
});

test("a ticket with images is not sent again once they were begun, and can be by its source specific id", async () => {
  await using server = await startServer();
  server.sandbox.assembly.inject({ row: "interactions.create", kind: "reset", afterEffect: true, times: 1 });
  const document = `mutation ($files: [Upload!]) {
    createInteraction(input: { query: "Why?", images: $files }) { ticketNumber }
  }`;
  const lost = await sendForm(server, formBody([...fieldsOf(document, ["0"]), photo]));
  expect(lost.json.data).toEqual({ createInteraction: null });
  const [{ extensions }] = lost.json.errors;
  const [sent, ...others] = sentForms(server.sandbox);
  expect(extensions).toMatchObject({
    code: "UPSTREAM_OUTCOME_UNKNOWN",
    attempts: 1,
    sourceSpecificId: sent?.fields.source_specific_id,
  });
  expect([sent?.applied, others]).toEqual([true, []]);
  expect(server.calls()).toEqual(["assembly POST /interactions"]);

  const again = document.replace('"Why?"', `"Why?", sourceSpecificId: "${extensions.sourceSpecificId}"`);
  const repeated = await sendForm(server, formBody([...fieldsOf(again, ["0"]), photo]));
  expect(repeated.json.errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
  expect(server.calls()).toEqual(["assembly POST /interactions"]);
});

test.each([
  ["createInteraction", '{ query: " ", images: $files }', "query must hold something."],
  [
    "replyToInteraction",
    '{ interaction: { id: "ASM-1" }, content: "c", user: { id: "1" }, files: $files }',
    "ULID",
  ],
])("input of %s that is wrong is refused before any file is read", async (field, input, reason) => {
  await using server = await startServer();
  const document = `mutation ($files: [Upload!]) { ${field}(input: ${input}) { __typename } }`;
  const { json } = await sendForm(server, formBody([...fieldsOf(document, ["0"]), photo]));
  expect(json).toMatchObject({
    data: { [field]: null },
    errors: [{ message: expect.stringContaining(reason), extensions: { code: "BAD_USER_INPUT" } }],
  });
  expect(server.calls()).toEqual([]);
});
