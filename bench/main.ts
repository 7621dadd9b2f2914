import { execFileSync, spawnSync } from "node:child_process";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { bundleGateway } from "./bundled-gateway.ts";
import { chatDirectory, costOfMetrics, machineNoise } from "./chat-directory.ts";
import { coldOperations } from "./cold.ts";
import { credentials } from "./credentials.ts";
import { isVariant } from "./directory.ts";
import { fairness } from "./fairness.ts";
import { fiftyAgents } from "./fifty-agents.ts";
import { growth } from "./growth.ts";
import { underLimits } from "./limits.ts";
import { overload } from "./overload.ts";
import { loadCore } from "./process.ts";
import { profileOf } from "./profile.ts";
import { replicaRuns } from "./replicas/runs.ts";
import { type Row, tableOf } from "./table.ts";
import { typing } from "./typing.ts";
import { isInstalled } from "./wrk.ts";

const usage = `npm run bench -- [NAME…] [--pairs N] [--seconds N]

  noise                     the baseline against itself: what a ratio is worth on this machine
  metrics                   the gateway with metrics against itself without; 5 pairs of 4 s
  same, vars, docs, alone   chat-directory under four loads, same beside bare node:http, too; 5 pairs of 4 s
  limits                    a support desk under the documented rate limits; 1 pair of 30 s
  fairness                  one client alone, then beside another with thirty connections; 1 pair of 30 s
  overload                  health and refusals under connections without the cache, by MAX_IN_FLIGHT; 6 s each
  agents                    fifty people with two weeks of their schedules; 5 rounds, and 26 s by hand
  cold                      each shipped operation on a gateway that has read nothing; 5 rounds
  growth                    a page of people joined to users, over collections of growing size
  typing                    a search over ten thousand contacts, letter by letter; 5 rounds
  auth                      the client of a request by its token: one that is new, and one that is known; 5 rounds
  replicas [NAME]           replicas that share the limits of a judge through Redis: R1 to R7 and R12, or those whose name has NAME
  profile NAME              where the gateway's time goes under one load of chat-directory; 8 s
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: "string" },
    seconds: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const progress = (line: string) => void process.stderr.write(`${line}\n`);

/** The numbers that were asked for, or those that are usual for this bench. */
const numbers = (usual: { readonly pairs: number; readonly seconds: number }) => ({
  pairs: Number(values.pairs ?? usual.pairs),
  seconds: Number(values.seconds ?? usual.seconds),
  progress,
});
const brief = { pairs: 5, seconds: 4 };

const benches: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  noise: async () => [await machineNoise(numbers(brief))],
  metrics: async () => [await costOfMetrics(numbers(brief))],
  same: () => chatDirectory("same", numbers(brief)),
  vars: () => chatDirectory("vars", numbers(brief)),
  docs: () => chatDirectory("docs", numbers(brief)),
  alone: () => chatDirectory("alone", numbers(brief)),
  limits: () => underLimits(numbers({ pairs: 1, seconds: 30 })),
  fairness: async () => [await fairness(numbers({ pairs: 1, seconds: 30 }))],
  overload: () => overload({ seconds: Number(values.seconds ?? 6), progress }),
  agents: () => fiftyAgents({ rounds: 5, progress }),
  cold: () => coldOperations({ rounds: 5, progress }),
  growth: () => growth({ progress }),
  typing: () => typing({ rounds: 5, progress }),
  auth: () => credentials({ rounds: 5, progress }),
};

const refuse = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const [command, profiled] = positionals;
const wanted = positionals.length > 0 ? positionals : Object.keys(benches);
const isKnown =
  command === "replicas"
    ? true
    : command === "profile"
      ? isVariant(profiled)
      : wanted.every((name) => Object.hasOwn(benches, name));
if (values.help || !isKnown) refuse(usage);
if (!(await isInstalled("taskset"))) refuse("The benches need taskset, which comes with Linux.");
if (!(await isInstalled("wrk"))) refuse("The benches need wrk; on Debian: apt-get install wrk.");
if (availableParallelism() < 2) refuse("The benches need two cores: one for the server, one for all else.");

// This process makes load, too, and must not take time from the server.
execFileSync("taskset", ["--all-tasks", "--cpu-list", "--pid", String(loadCore), String(process.pid)]);
const build = spawnSync("npm", ["run", "build", "--silent"], { stdio: "inherit" });
if (build.status !== 0) refuse("The gateway does not compile.");
await bundleGateway();

if (command === "replicas") {
  const rows = await replicaRuns({ ...(profiled && { only: profiled }), progress });
  process.stdout.write(`${tableOf(rows)}\n`);
} else if (command === "profile" && isVariant(profiled)) {
  process.stdout.write(`${await profileOf(profiled, Number(values.seconds ?? 8))}\n`);
} else {
  const rows: Row[] = [];
  for (const name of wanted) rows.push(...((await benches[name]?.()) ?? []));
  const [core] = cpus();
  process.stdout.write(
    `Node ${process.version} on ${cpus().length} cores: ${core?.model}\n\n${tableOf(rows)}\n`,
  );
}
