import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { sha256 } from "../../support/sha256.ts";
import { jpeg, png } from "../../uploads/images.ts";
import { lastFile, uploadOf } from "../sent-image.ts";
import { gid, stored, unknownId } from "../upstream.ts";

const { userId } = showcase.person;
const megabyte = 1024 * 1024;
const upload = `mutation ($id: ID!, $file: Upload!) {
  uploadUserAvatar(id: $id, input: { file: $file }) { userId user { avatar } }
}`;
const uploadOnly =
  "mutation ($id: ID!, $file: Upload!) { uploadUserAvatar(id: $id, input: { file: $file }) { userId } }";
const remove = "mutation ($id: ID!) { deleteUserAvatar(id: $id) { userId user { sourceId avatar } } }";
const post = `web1on1 POST /users/${userId}/avatar`;
const read = `web1on1 GET /users/${userId}`;

test("a picture is sent on as it is, under the type that its bytes tell, and answered with the user", async () => {
  const made = gateway();
  const content = jpeg(30, 20);
  const data = await made.query(upload, { id: gid("User", userId), file: await uploadOf(content, 5) });
  expect(data.uploadUserAvatar).toEqual({
    userId: gid("User", userId),
    user: { avatar: (await stored(made, `/users/${userId}`)).avatar },
  });
  expect(data.uploadUserAvatar.user.avatar).toContain(sha256(content).slice(0, 8));
  expect(made.calls()).toEqual([post]);
  expect(made.sandbox.web1on1.journal.map(({ row }) => row)).toContain("users.uploadAvatar");
  const [entry] = made.sandbox.web1on1.journal;
  expect(JSON.parse(entry?.body ?? "")).toMatchObject({
    texts: [],
    files: [{ field: "file", filename: "me.png", contentType: "image/jpeg", sha256: sha256(content) }],
  });
});

test("the user is shown with the new picture that the upload answered, without a read", async () => {
  const made = gateway();
  const avatarOf = async () => (await made.query(`{ user(by: { id: "${userId}" }) { avatar } }`)).user.avatar;
  const before = await avatarOf();
  await made.query(uploadOnly, { id: userId, file: await uploadOf(png(1, 1)) });
  expect(await avatarOf()).not.toBe(before);
  expect(made.calls()).toEqual([read, post]);
  expect(lastFile(made)).toMatchObject({ status: 201, files: [{ contentType: "image/png" }] });
});

test("8 MB pass, and with one byte more nothing is done", async () => {
  const made = gateway();
  const content = Buffer.concat([png(1, 1), Buffer.alloc(8 * megabyte - png(1, 1).length)]);
  await made.query(uploadOnly, { id: userId, file: await uploadOf(content) });
  expect(lastFile(made)).toMatchObject({ status: 201, files: [{ bytes: 8 * megabyte }] });
  expect(made.calls()).toEqual([post]);
  const file = await uploadOf(Buffer.concat([content, Buffer.of(0)]));
  const { errors } = await made.execute(uploadOnly, { id: userId, file });
  expect(errors).toMatchObject([
    {
      message: 'File "0" (me.png) is larger than 8388608 bytes.',
      extensions: { code: "BAD_USER_INPUT" },
    },
  ]);
  expect(made.calls()).toEqual([]);
});

test.each([
  ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>', userId, /is no JPEG, PNG, .* image\.$/],
  ["an id that is none", png(1, 1).toString("latin1"), "me", /User id/],
])("%s is refused, and no call comes to its end", async (_, content, id, message) => {
  const made = gateway();
  const file = await uploadOf(Buffer.from(content, "latin1"));
  const { data, errors } = await made.execute(upload, { id, file });
  expect(data).toEqual({ uploadUserAvatar: null });
  expect(errors).toMatchObject([
    { message: expect.stringMatching(message), extensions: { code: "BAD_USER_INPUT" } },
  ]);
  expect(made.calls()).toEqual([]);
});

test.each(["reset", 503] as const)("is not sent again after %s, since its bytes are gone", async (fault) => {
  const made = gateway();
  made.sandbox.web1on1.inject({
    row: "users.uploadAvatar",
    times: 1,
    ...(fault === "reset" ? { kind: fault, afterEffect: true } : { reply: { status: fault } }),
  });
  const { errors } = await made.execute(upload, { id: userId, file: await uploadOf(png(1, 1)) });
  expect(errors).toMatchObject([
    { extensions: { code: "UPSTREAM_UNAVAILABLE", attempts: 1, retryable: true } },
  ]);
  expect(made.calls()).toEqual([post]);
});

test("a picture of a user who does not exist is told as such", async () => {
  const made = gateway();
  const { errors } = await made.execute(upload, { id: unknownId, file: await uploadOf(png(1, 1)) });
  expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  expect(made.calls()).toEqual([`web1on1 POST /users/${unknownId}/avatar`]);
});

test("a picture is removed, and the user read when selected", async () => {
  const made = gateway();
  await made.query(uploadOnly, { id: userId, file: await uploadOf(png(1, 1)) });
  made.calls();
  expect(await made.query(remove, { id: userId })).toEqual({
    deleteUserAvatar: { userId: gid("User", userId), user: { sourceId: userId, avatar: null } },
  });
  expect(made.calls()).toEqual([`web1on1 DELETE /users/${userId}/avatar`, read]);
  await made.query("mutation ($id: ID!) { deleteUserAvatar(id: $id) { userId } }", { id: userId });
  expect(made.calls()).toEqual([`web1on1 DELETE /users/${userId}/avatar`]);
});
