import { startServer } from "../support/server.ts";

/** Use of the machine by a gateway in a process of its own. */
export interface Usage {
  /** CPU time since the process began, in milliseconds. */
  readonly cpuMs: number;
  /** The most memory that the process ever had, in bytes. */
  readonly peakBytes: number;
  /** Calls to the emulated systems since the last look. */
  readonly calls: readonly string[];
  /** Lines of the log at level error, since the start. */
  readonly faults: number;
}

/** Started by `fork`: tells its address, and its usage at every message. */
if (process.send) {
  // Limits of the rate of calls would make the warm-up wait.
  const server = await startServer({ sandbox: { enforceLimits: false }, parts: { limits: false } });
  process.on("message", () => {
    const { maxRSS, systemCPUTime, userCPUTime } = process.resourceUsage();
    const usage: Usage = {
      cpuMs: (userCPUTime + systemCPUTime) / 1_000,
      peakBytes: maxRSS * 1_024,
      calls: server.calls(),
      faults: server.logLines.filter((line) => JSON.parse(line).level >= 50).length,
    };
    process.send?.(usage);
  });
  // The test that started it is gone.
  process.on("disconnect", () => process.exit());
  process.send(server.url);
}
