import { ConfigError } from "./config/config.ts";
import { createAudit, type Log } from "./log.ts";
import { type AuditFile, openAuditFile } from "./observation/audit-file.ts";
import type { Audit } from "./observation/events.ts";

/** The audit as the gateway writes it, to be closed once no mutation can end any more. */
export interface OpenAudit {
  readonly audit: Audit;
  closeAudit(): Promise<void>;
}

/**
 * Has the audit written to a file of its own, which is opened again on SIGHUP. What the file does not take goes into the log
 * at level 50, and is counted; mutations go on, since a full disk must not stop a business.
 * @param path of the file. @default the log takes the audit
 * @throws ConfigError when it cannot be opened.
 */
export function openAudit(path: string | undefined, log: Log): OpenAudit {
  if (path === undefined) return { audit: log.audit, closeAudit: async () => {} };
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
  return {
    audit(entry) {
      try {
        write(entry);
      } catch (error) {
        log.auditFailed(entry, codeOf(error));
      }
    },
    // The file itself stays open: what is given up when the process ends is still written.
    async closeAudit() {
      process.off("SIGHUP", reopen);
    },
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
