import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readClientsFile } from "../../src/auth/read-clients-file.ts";
import { clientFile } from "./client-file.ts";

const none = { clients: [] };

test.each([0o600, 0o400, 0o640, 0o440])("a file of mode %o is read", async (mode) => {
  await using file = await clientFile(none);
  await chmod(file.path, mode);
  expect(readClientsFile(file.path, [])).toEqual([]);
});

test.each([0o644, 0o604, 0o602, 0o660, 0o666, 0o777])("a file of mode %o is refused", async (mode) => {
  await using file = await clientFile(none);
  await chmod(file.path, mode);
  expect(() => readClientsFile(file.path, [])).toThrow(/may be read or written by others.*chmod 640/);
});

test("a link to a file is followed, and the mode of the file counts", async () => {
  await using file = await clientFile(none);
  const link = join(file.folder, "link");
  await symlink(file.path, link);
  expect(readClientsFile(link, [])).toEqual([]);
  await chmod(file.path, 0o644);
  expect(() => readClientsFile(link, [])).toThrow(/may be read or written by others/);
});

test("a file that is missing, none, too large or no UTF-8 is refused", async () => {
  await using file = await clientFile(none);
  const at = (name: string) => join(file.folder, name);
  await mkdir(at("folder"));
  await writeFile(at("large"), " ".repeat(1_048_577), { mode: 0o600 });
  await writeFile(at("latin"), Buffer.from([0xff, 0x7b]), { mode: 0o600 });
  expect(() => readClientsFile(at("missing"), [])).toThrow(/CLIENTS_FILE names no file\./);
  // The way to it leads through a file, for which the system has an error of its own.
  expect(() => readClientsFile(at("large/file"), [])).toThrow(/CLIENTS_FILE names no file\./);
  expect(() => readClientsFile(at("folder"), [])).toThrow(/CLIENTS_FILE names no file\./);
  expect(() => readClientsFile(at("large"), [])).toThrow(/larger than 1048576 bytes/);
  expect(() => readClientsFile(at("latin"), [])).toThrow(/not UTF-8/);
});
