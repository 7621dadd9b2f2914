import { systems } from "../src/systems.ts";

const defaultPortBase = 4101;
const portBase = Number(process.env.SANDBOX_PORT_BASE ?? defaultPortBase);
const lastBase = 65_536 - systems.length;
// Ports in a row, one for each system, have to fit below the end of the range.
if (!Number.isInteger(portBase) || portBase < 1 || portBase > lastBase) {
  process.stderr.write(`SANDBOX_PORT_BASE must be a port number from 1 to ${lastBase}\n`);
  process.exit(1);
}

const nowMs = Date.now();
const lines = (settings: Readonly<Record<string, string | undefined>>, before = ""): string[] =>
  Object.entries(settings).map(([name, value]) => `${before}${name}=${value}`);

try {
  const running = await Promise.all(
    systems.map(async (system, place) => (await system.emulator()).start({ nowMs, port: portBase + place })),
  );
  const text = running.flatMap(({ settings, alternatives = {} }) => [
    ...lines(settings),
    ...(Object.keys(alternatives).length > 0
      ? ["# or, instead of the last:", ...lines(alternatives, "# ")]
      : []),
  ]);
  process.stdout.write(`The sandbox is up; Ctrl+C stops it. Its keys open nothing else.

${text.join("\n")}

All of them know the account acme.example.
`);
  const stop = () => {
    Promise.all(running.map(({ close }) => close())).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
} catch (error) {
  process.stderr.write(
    `The sandbox cannot start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
