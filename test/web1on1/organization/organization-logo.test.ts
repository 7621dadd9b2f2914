import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { sha256 } from "../../support/sha256.ts";
import { gif, jpeg, png, segment, starts } from "../../uploads/images.ts";
import { lastFile, uploadOf } from "../sent-image.ts";
import { gid } from "../upstream.ts";

const { organizationId: acme } = showcase.account;
const upload = `mutation ($id: ID!, $file: Upload!) {
  uploadOrganizationLogo(id: $id, input: { file: $file }) { organizationId organization { logo } }
}`;
const post = `web1on1 POST /organizations/${acme}/logo`;
const profile = segment(0xe2, Buffer.alloc(65_000, 0xff));

test.each([
  ["image/png", png(200, 200)],
  ["image/gif", gif(512, 512)],
  ["image/jpeg", jpeg(1_000, 1_000, Array(20).fill(profile))],
])("a square %s is sent on as it is, and answered with the organization", async (contentType, content) => {
  const made = gateway();
  const { uploadOrganizationLogo } = await made.query(upload, {
    id: acme,
    file: await uploadOf(content, 900),
  });
  expect(uploadOrganizationLogo).toEqual({
    organizationId: gid("Organization", acme),
    organization: { logo: expect.stringContaining(sha256(content).slice(0, 8)) },
  });
  expect(lastFile(made)).toMatchObject({
    status: 201,
    texts: [],
    files: [{ field: "file", contentType, sha256: sha256(content) }],
  });
  expect(made.calls()).toEqual([post]);
});

test.each([
  ["one pixel too small", png(199, 199), /199 pixels wide and 199 high/],
  ["no square, which its end tells", jpeg(400, 300, Array(20).fill(profile)), /400 pixels wide and 300 high/],
  ["of another type", starts["image/webp"], /is no JPEG, GIF or PNG image/],
  ["without a size", png(200, 200).subarray(0, 20), /has no header that states the size/],
  ["of no bytes", Buffer.alloc(0), /is no JPEG, GIF or PNG image/],
])("an image that is %s is refused, and no call comes to its end", async (_, content, message) => {
  const made = gateway();
  const { data, errors } = await made.execute(upload, { id: acme, file: await uploadOf(content) });
  expect(data).toEqual({ uploadOrganizationLogo: null });
  expect(errors).toMatchObject([
    { message: expect.stringMatching(message), extensions: { code: "BAD_USER_INPUT" } },
  ]);
  expect(made.calls()).toEqual([]);
  expect(made.sandbox.web1on1.journal).toEqual([]);
});

test("a logo is removed, and the organization read when selected", async () => {
  const made = gateway();
  const data = await made.query(
    "mutation ($id: ID!) { deleteOrganizationLogo(id: $id) { organizationId organization { logo } } }",
    { id: acme },
  );
  expect(data.deleteOrganizationLogo).toEqual({
    organizationId: gid("Organization", acme),
    organization: { logo: null },
  });
  expect(made.calls()).toEqual([
    `web1on1 DELETE /organizations/${acme}/logo`,
    `web1on1 GET /organizations/${acme}`,
  ]);
});
