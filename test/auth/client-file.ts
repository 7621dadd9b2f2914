import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file with clients in a folder of its own. */
export interface ClientFile extends AsyncDisposable {
  readonly path: string;
  readonly folder: string;
  /** Writes it anew; a text is written as it is. */
  write(content: unknown): Promise<void>;
}

/** Makes a file that its owner alone may read. */
export async function clientFile(content: unknown): Promise<ClientFile> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-clients-"));
  const path = join(folder, "clients.json");
  const write = (next: unknown) =>
    writeFile(path, typeof next === "string" ? next : JSON.stringify(next), { mode: 0o600 });
  await write(content);
  return { path, folder, write, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
