import { ConfigError } from "../config/config.ts";
import { createAudit, type Log } from "../log.ts";
import { type AuditFile, openAuditFile } from "../observation/audit-file.ts";
import type { Audit } from "../observation/events.ts";
import type { OnStop } from "./on-stop.ts";

/**
 * Has the audit written to a file of its own, which is opened again on SIGHUP. What the file does not take goes into the log
 * at level 50, and is counted; mutations go on, since a full disk must not stop a business.
 * @param path of the file. @default the log takes the audit
 * @throws ConfigError when it cannot be opened.
 */
export function startAudit(path: string | undefined, log: Log, onStop: OnStop): Audit {
  if (path === undefined) return log.audit;
  const file = opened(path);
  const write = createAudit(file);
  const reopen = () => {
    try {
      file.reopen();
    } catch (error) {
      log.alarm("AUDIT_FILE cannot be opened again; the file of before is written on.", codeOf(error));
    }
  };
  process.on("SIGHUP", reopen);
  // The file itself stays open: what is given up when the process ends is still written.
  onStop(async () => void process.off("SIGHUP", reopen));
  return (entry) => {
    try {
      write(entry);
    } catch (error) {
      log.auditFailed(entry, codeOf(error));
    }
  };
}

function opened(path: string): AuditFile {
  try {
    return openAuditFile(path);
  } catch (error) {
    throw new ConfigError([`AUDIT_FILE cannot be opened to be written (${codeOf(error)}).`]);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown";
