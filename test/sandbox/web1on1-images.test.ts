import { expect, test } from "vitest";
import type { ReceivedForm } from "../../src/sandbox/form.ts";
import { readForm } from "../../src/sandbox/form.ts";
import { avatarIn, logoIn } from "../../src/sandbox/web1on1/image-form.ts";
import { formBody, formType, type SentPart } from "../uploads/form-body.ts";
import { gif, jpeg, png, starts } from "../uploads/images.ts";

async function formOf(...parts: readonly SentPart[]): Promise<ReceivedForm> {
  async function* body() {
    yield formBody(parts);
  }
  const form = await readForm(formType, body(), 10_000);
  if (typeof form === "string") throw new Error(form);
  return form;
}

const file = (content: Uint8Array, name = "file"): SentPart => ({ name, content, filename: "a.png" });

test.each([
  ...Object.entries(starts),
  ["image/png", png(1, 2)],
  ["image/jpeg", jpeg(1, 2)],
  ["image/gif", gif(1, 2)],
] as const)("an avatar may be %s", async (_, content) => {
  expect(avatarIn(await formOf(file(content))).bytes).toBe(content.length);
});

test.each([
  ["no form", undefined],
  ["no file", []],
  ["a text in its place", [{ name: "file", content: "x" }]],
  ["another name", [file(png(1, 1), "avatar")]],
  ["two files", [file(png(1, 1)), file(png(1, 1))]],
  ["no image", [file(Buffer.from("<svg/>"))]],
])("an avatar is refused that comes as %s", async (_, parts) => {
  const form = parts && (await formOf(...parts));
  expect(() => avatarIn(form)).toThrow(expect.objectContaining({ status: 400 }));
});

test("a logo is a square JPEG, GIF or PNG of 200 pixels or more", async () => {
  for (const content of [png(200, 200), gif(201, 201), jpeg(300, 300)]) {
    expect(logoIn(await formOf(file(content))).size?.width).toBeGreaterThanOrEqual(200);
  }
  for (const content of [png(199, 199), gif(300, 200), jpeg(200, 300), starts["image/webp"]]) {
    const form = await formOf(file(content));
    expect(() => logoIn(form)).toThrow(expect.objectContaining({ status: 400 }));
  }
});
