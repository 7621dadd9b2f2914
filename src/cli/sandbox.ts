import type { RunningEmulator } from "../resolving/system.ts";
import { systemClock } from "../rest/clock.ts";
import { systems } from "../systems.ts";
import { type Run, UsageError } from "./command.ts";
import { portIn } from "./port.ts";

const defaultPort = 4101;

/** Starts the emulators, on ports in a row, and prints the settings that lead to them; a signal ends them. */
export const sandbox: Run = async ({ options }, output) => {
  const first = portIn(options, "port") ?? defaultPort;
  const most = 65_536 - systems.length;
  if (first < 1 || first > most) throw new UsageError(`--port must be from 1 to ${most}.`);
  const nowMs = systemClock.dateMs();
  const running: RunningEmulator[] = [];
  const stop = async () => {
    for (const { close } of running.splice(0)) await close();
  };
  try {
    for (const [place, system] of systems.entries()) {
      const { start } = await system.emulator();
      running.push(await start({ nowMs, port: first + place }));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  output.write(describe(running));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return 0;
};

const describe = (
  running: readonly RunningEmulator[],
): string => `The sandbox is up; Ctrl+C stops it. Its keys open nothing else.

${running.flatMap(settingsOf).join("\n")}

All of them know the account acme.example.
`;

function settingsOf({ alternatives = {}, settings }: RunningEmulator): string[] {
  const others = lines(alternatives, "# ");
  return [...lines(settings), ...(others.length > 0 ? ["# or, instead of the last:", ...others] : [])];
}

const lines = (settings: RunningEmulator["settings"], before = ""): string[] =>
  Object.entries(settings).map(([name, value]) => `${before}${name}=${value}`);
