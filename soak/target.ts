import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "../test/support/sandbox.ts";
import { type FastClock, fastClock } from "./fast-clock.ts";
import { type GatewayProcess, startGateway } from "./gateway-process.ts";

/** A gateway in a process of its own over emulators that listen in this one, all on loopback. */
export interface OpenTarget extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly gateway: GatewayProcess;
  /** The emulators' time, which passes as fast as the gateway's. */
  readonly clock: FastClock;
  /** Path of the gateway's audit, which is gone with it. */
  readonly auditFile: string;
}

/**
 * Starts both; `await using` stops them.
 * @param speed how fast time passes. @default 1
 * @param limits whether the gateway keeps to the documented rates. The emulators never enforce them. @default true
 */
export async function openTarget({ limits = true, speed = 1 } = {}): Promise<OpenTarget> {
  const startMs = Date.now();
  const clock = fastClock(speed, startMs);
  const { sandbox, urls, close } = await startSandbox(["assembly", "assembled", "web1on1"], {
    nowMs: clock.dateMs,
    sleep: (ms) => new Promise((resolve) => void clock.after(ms, resolve)),
    enforceLimits: false,
  });
  const { assembly, assembled, web1on1 } = sandbox.credentials;
  const folder = mkdtempSync(join(tmpdir(), "soak-"));
  const auditFile = join(folder, "audit.jsonl");
  const gateway = await startGateway({
    auditFile,
    addresses: {
      assembly: { baseUrl: urls.assembly ?? "", apiKey: assembly.apiKey },
      assembled: { baseUrl: urls.assembled ?? "", apiKey: assembled.apiKey, apiVersion: "2024-05-22" },
      web1on1: { baseUrl: urls.web1on1 ?? "", credentials: { token: web1on1.token } },
    },
    speed,
    startMs,
    limits,
  });
  return {
    sandbox,
    gateway,
    clock,
    auditFile,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}
