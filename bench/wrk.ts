import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { loadCore } from "./process.ts";

const run = promisify(execFile);
const script = fileURLToPath(new URL("./wrk.lua", import.meta.url));

/** The requests to send, as `wrk.lua` reads it. */
export interface Load {
  readonly mode: "same" | "vars" | "docs";
  /** Bodies to take in turn. */
  readonly bodies: readonly string[];
  /** For `vars`: what `@after` stands for. */
  readonly cursors?: readonly string[];
}

/** The outcome of a load. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Requests without an answer, and answers whose status is none of success. */
  readonly failed: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Whether a program is there. */
export async function isInstalled(program: string): Promise<boolean> {
  return run(program, ["--version"]).then(
    () => true,
    // Some end with an error once they have told their version.
    ({ code }: { readonly code?: unknown }) => code !== "ENOENT",
  );
}

/**
 * Posts operations over some connections for some seconds.
 * @param firstNumber continues an earlier load, so that nothing is sent again.
 */
export async function putUnderLoad(
  url: string,
  load: Load,
  options: {
    readonly seconds: number;
    readonly firstNumber: number;
    /** @default 50 */
    readonly connections?: number;
    /** Beside the type of the body. @default none */
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<LoadResult> {
  const { connections = 50, headers = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), "tributary-bench-"));
  try {
    const file = join(folder, "bodies");
    const { bodies, cursors } = load;
    writeFileSync(file, `${[...bodies, ...(cursors ? ["", ...cursors] : [])].join("\n")}\n`);
    const { stdout } = await run("taskset", [
      ...["--cpu-list", String(loadCore), "wrk"],
      ...[
        "--threads",
        "1",
        "--connections",
        String(connections),
        "--duration",
        `${options.seconds}s`,
        "--timeout",
        "10s",
      ],
      ...Object.entries(headers).flatMap(([name, value]) => ["--header", `${name}: ${value}`]),
      ...["--script", script, url, "--", load.mode, String(options.firstNumber), file],
    ]);
    const json = /^JSON (.*)$/m.exec(stdout)?.[1];
    if (json === undefined) throw new Error(`wrk answered:\n${stdout}`);
    return JSON.parse(json) as LoadResult;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
