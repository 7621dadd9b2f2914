import { mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLog, type Log } from "../../src/log.ts";
import { openAuditFile } from "../../src/observation/audit-file.ts";
import type { AuditEntry } from "../../src/observation/events.ts";
import { startAudit } from "../../src/start/audit.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const entry: AuditEntry = {
  requestId: "r-1",
  client: "reports",
  field: "updateUser",
  ids: ["gid://web1on1/User/52557bc056f5fb15a75201bf"],
  outcome: "done",
  durationMs: 12,
};

function logged() {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  return { log, told: () => lines.map((line) => JSON.parse(line)) };
}

/** The audit with a file of its own, and the function that ends it. */
function opened(path: string, log: Log) {
  let closeAudit = async () => {};
  const audit = startAudit(path, log, (close) => {
    closeAudit = close;
  });
  return { audit, closeAudit };
}

const linesOf = (path: string) =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

test("lines are there at once, behind those of an earlier run, in a file that only its owner reads", async () => {
  const { log, told } = logged();
  const path = join(folder, "audit.jsonl");
  for (const client of ["first run", "second run"]) {
    const { audit, closeAudit } = opened(path, log);
    audit({ ...entry, client });
    expect(linesOf(path).at(-1)).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-/),
      audit: true,
      ...entry,
      client,
      msg: "mutation",
    });
    await closeAudit();
  }
  expect(linesOf(path)).toHaveLength(2);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(told()).toEqual([]);
});

test("after SIGHUP lines go to a new file where the old one was moved away", async () => {
  const { log } = logged();
  const path = join(folder, "audit.jsonl");
  const { audit, closeAudit } = opened(path, log);
  audit(entry);
  renameSync(path, `${path}.1`);
  audit({ ...entry, requestId: "r-2" });
  process.emit("SIGHUP", "SIGHUP");
  audit({ ...entry, requestId: "r-3" });
  await closeAudit();
  expect(linesOf(`${path}.1`).map(({ requestId }) => requestId)).toEqual(["r-1", "r-2"]);
  expect(linesOf(path).map(({ requestId }) => requestId)).toEqual(["r-3"]);
});

test("a file that cannot be opened again is written on, and the operator is told", async () => {
  const { log, told } = logged();
  const inner = mkdtempSync(join(folder, "logs-"));
  const { audit, closeAudit } = opened(join(inner, "audit.jsonl"), log);
  rmSync(inner, { recursive: true });
  process.emit("SIGHUP", "SIGHUP");
  audit(entry);
  await closeAudit();
  expect(told()).toMatchObject([{ level: 50, cause: "ENOENT", msg: expect.stringContaining("AUDIT_FILE") }]);
});

test("lines that a full disk does not take go into the log as they are, and are counted", async () => {
  const { log, told } = logged();
  const { audit, closeAudit } = opened("/dev/full", log);
  audit(entry);
  audit({ ...entry, requestId: "r-2" });
  await closeAudit();
  expect(told()).toMatchObject([
    { level: 50, audit: true, ...entry, cause: "ENOSPC" },
    { level: 50, audit: true, requestId: "r-2", cause: "ENOSPC" },
  ]);
  expect(log.failedAuditLines).toBe(2);
});

test.each(["/proc/nothing/audit", tmpdir()])("a start with %s is refused, without its name", (path) => {
  const { log } = logged();
  expect(() => opened(path, log)).toThrow(/AUDIT_FILE cannot be opened to be written \((ENOENT|EISDIR)\)/);
  expect(() => opened(path, log)).not.toThrow(path);
});

test("a file is appended to line by line", () => {
  const path = join(folder, "audit.jsonl");
  const file = openAuditFile(path);
  file.write("one\n");
  file.write("two\n");
  file.close();
  expect(readFileSync(path, "utf8")).toBe("one\ntwo\n");
});
