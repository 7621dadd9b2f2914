import { type Config, readConfig } from "../config/config.ts";
import { loadEnvFile } from "../config/env-file.ts";
import { errorCodes, GatewayError } from "../errors.ts";
import { systemClock } from "../rest/clock.ts";
import { createHttpTransport } from "../rest/sending/transport.ts";
import { systems } from "../systems.ts";
import type { Run } from "./command.ts";
import { type Probed, probe } from "./probe.ts";

/** Tries every real system; 1 is the exit code where one of them does not answer. No line of it holds a credential. */
export const check: Run = async (_given, output) => {
  const notes = loadEnvFile(".env");
  const config = readConfig(process.env, systems);
  for (const note of [...notes, ...config.notes]) output.write(`${note}\n`);
  const transport = createHttpTransport();
  const probing = systems.map(async (system) => {
    const configured: Config["systems"][string] = config.systems[system.name] ?? { mode: "sandbox" };
    if (configured.mode === "sandbox") return { system, probed: undefined };
    const probed = await probe(system, configured.address, { clock: systemClock, transport: transport.send });
    return { system, probed };
  });
  const found = await Promise.all(probing);
  await transport.close();
  for (const { probed, system } of found) output.write(describe(system.title, probed));
  return found.some(({ probed }) => probed?.failure) ? 1 : 0;
};

function describe(title: string, probed: Probed | undefined): string {
  if (!probed) return `${title}: emulated, with made-up data; no key is tried\n`;
  const lines = [
    `${title}: ${probed.baseUrl}`,
    `  key     ${outcome(probed)}`,
    `  limits  ${probed.limits.join("; ")}`,
    `  clock   ${clock(probed.clockSkewMs)}`,
  ];
  return `${lines.join("\n")}\n`;
}

function outcome({ cause, durationMs, endpoint, failure, urlSetting }: Probed): string {
  if (!failure) return `accepted: ${endpoint} was answered in ${durationMs} ms`;
  if (!(failure instanceof GatewayError)) throw failure;
  const { code, message } = failure;
  const why = cause === undefined || cause === code ? code : `${code}, ${cause}`;
  // Other codes do not tell of the key, and their advice is for clients of the gateway.
  const told =
    code === "UPSTREAM_AUTH"
      ? `not accepted (${why}): ${message} ${errorCodes[code].advice}`
      : `not known whether it is accepted (${why}): ${message}`;
  return `${told} Its address is ${urlSetting}.`;
}

function clock(skewMs: number | undefined): string {
  if (skewMs === undefined) return "it tells no time";
  if (skewMs === 0) return "agrees with that of this machine, to a second";
  const seconds = Math.ceil(Math.abs(skewMs) / 1_000);
  return `${seconds} s ${skewMs > 0 ? "ahead of" : "behind"} that of this machine; windows of time shift by as much`;
}
