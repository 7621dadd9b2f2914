import { sandboxCredentials } from "./credentials.ts";
import { showcase } from "./data/showcase.ts";
import { realTime, startSandbox } from "./sandbox.ts";

const defaultPortBase = 4101;

const portBase = Number(process.env.SANDBOX_PORT_BASE ?? defaultPortBase);
// Three ports in a row have to fit below the end of the range.
if (!Number.isInteger(portBase) || portBase < 1 || portBase > 65_533) {
  process.stderr.write("SANDBOX_PORT_BASE must be a port number from 1 to 65533\n");
  process.exit(1);
}

try {
  const { urls, close } = await startSandbox(["assembly", "assembled", "web1on1"], {
    ...realTime,
    ports: { assembly: portBase, assembled: portBase + 1, web1on1: portBase + 2 },
  });
  const { assembly, assembled, web1on1 } = sandboxCredentials;
  process.stdout.write(`The sandbox is up; Ctrl+C stops it. Its keys open nothing else.

ASSEMBLY_URL=${urls.assembly}
ASSEMBLY_API_KEY=${assembly.apiKey}
ASSEMBLED_URL=${urls.assembled}
ASSEMBLED_API_KEY=${assembled.apiKey}
WEB1ON1_URL=${urls.web1on1}
WEB1ON1_TOKEN=${web1on1.token}
# or, instead of the token:
# WEB1ON1_EMAIL=${web1on1.email}
# WEB1ON1_PASSWORD=${web1on1.password}

All three know the account ${showcase.account.domain}.
`);
  const stop = () => {
    close().then(
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
  process.exitCode = 1;
}
