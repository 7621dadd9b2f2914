import { describe, expect, test } from "vitest";
import type { ImageLimits } from "../../src/uploads/image-check.ts";
import { imageTypes } from "../../src/uploads/image-type.ts";
import { filesOf } from "../../src/uploads/upload.ts";
import { gif, jpeg, png, segment, starts } from "./images.ts";
import { file, outcomeOf, read, sent } from "./read-files.ts";

const mostBytes = 1_000_000;
const any: ImageLimits = { types: imageTypes };
const logo: ImageLimits = { types: ["image/jpeg", "image/gif", "image/png"], leastSquarePixels: 200 };
const asText = (content: Uint8Array) => ({ ...file("0", content), type: "text/html" });

const images: Readonly<Record<string, Buffer>> = {
  ...starts,
  "image/png": png(1, 2),
  "image/jpeg": jpeg(1, 2),
  "image/gif": gif(1, 2),
};

describe("any image", () => {
  test.each(Object.entries(images))(
    "%s is told by its bytes, by one at a time as well",
    async (type, content) => {
      for (const pieceBytes of [1, 65_536]) {
        const uploads = await sent(["0"], [asText(content)], pieceBytes);
        expect(await read(filesOf(uploads, { mostBytes, images: any }))).toEqual([
          { filename: "0.txt", contentType: type, content },
        ]);
      }
    },
  );

  test("every type has an example here", () => {
    expect(Object.keys(images).sort()).toEqual([...imageTypes].sort());
  });

  test.each([
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["SVG behind a mark of its encoding", '\ufeff<?xml version="1.0"?><svg/>'],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["sound in the container of WebP", "RIFF\x24\0\0\0WAVEfmt "],
    ["a film in the container of AVIF", "\0\0\0\x1cftypisom\0\0\0\0"],
    ["a letter that begins as a bitmap does", "BMW drivers, "],
    ["nothing", ""],
  ])("%s is none, whatever its sender claims", async (_, content) => {
    const uploads = await sent(["0"], [{ ...file("0", content), filename: "a.png", type: "image/png" }]);
    expect(await outcomeOf(() => read(filesOf(uploads, { mostBytes, images: any })))).toBe(
      'File "0" (a.png) is no JPEG, PNG, GIF, WEBP, BMP, AVIF, HEIC or HEIF image.',
    );
  });
});

describe("a square", () => {
  const profile = segment(0xe2, Buffer.alloc(60_000, 0xff));

  test.each([
    ["PNG", png(200, 200)],
    ["GIF", gif(4_000, 4_000)],
    ["JPEG", jpeg(200, 200)],
    ["JPEG with its frame far behind", jpeg(300, 300, [profile, profile, profile, profile])],
  ])("passes: %s", async (_, content) => {
    for (const pieceBytes of [Math.ceil(content.length / 200), 65_536]) {
      const uploads = await sent(["0"], [asText(content)], pieceBytes);
      const [found] = await read(filesOf(uploads, { mostBytes, images: logo }));
      // Compared byte by byte, an image of this size takes seconds.
      expect(found?.content.equals(content)).toBe(true);
    }
  });

  const wide = (width: number, height: number) =>
    `File "0" (0.txt) is ${width} pixels wide and ${height} high; it has to be a square of 200 or more.`;
  const none = 'File "0" (0.txt) has no header that states the size of its image.';
  test.each([
    ["a PNG that is too small", png(199, 199), wide(199, 199)],
    ["a GIF that is too wide", gif(300, 200), wide(300, 200)],
    ["a JPEG that is too high", jpeg(200, 201, [profile]), wide(200, 201)],
    ["a JPEG whose height comes later", jpeg(200, 0), wide(200, 0)],
    ["a PNG that ends within its header", png(200, 200).subarray(0, 23), none],
    ["a JPEG that ends before its frame", jpeg(200, 200, [profile]).subarray(0, 50_000), none],
    ["a WebP", starts["image/webp"], 'File "0" (0.txt) is no JPEG, GIF or PNG image.'],
  ])("does not pass: %s", async (_, content, message) => {
    for (const pieceBytes of [Math.ceil(content.length / 200), 65_536]) {
      const uploads = await sent(["0"], [asText(content)], pieceBytes);
      expect(await outcomeOf(() => read(filesOf(uploads, { mostBytes, images: logo })))).toBe(message);
    }
  });

  test("is given out as it comes, before its header has come, and not on once that is wrong", async () => {
    const content = Buffer.concat([jpeg(200, 201, [profile, profile, profile]), Buffer.alloc(200_000)]);
    const uploads = await sent(["0"], [asText(content)], 10_000);
    let givenBytes = 0;
    const reading = async () => {
      for await (const { bytes } of filesOf(uploads, { mostBytes, images: logo })) {
        for await (const chunk of bytes) givenBytes += chunk.byteLength;
      }
      return [];
    };
    expect(await outcomeOf(reading)).toBe(wide(200, 201));
    expect(givenBytes).toBeGreaterThan(100_000);
    expect(givenBytes).toBeLessThan(190_000);
  });
});
