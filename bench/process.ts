import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { bundledGateway } from "./bundled-gateway.ts";
import { startFlags } from "./start-flags.ts";

/** Questions that a process can be asked, by name: each takes at most one argument, which must survive a trip through IPC. */
// biome-ignore lint/suspicious/noExplicitAny: each question has its own types, which `ask` takes from the map.
export type Questions = Readonly<Record<string, (argument: any) => unknown>>;

/** A process of its own, on a core of its own. */
export interface BenchProcess<Asked extends Questions> {
  /** Asks one thing. @throws what it threw there. */
  ask<Name extends keyof Asked & string>(
    name: Name,
    ...argument: Parameters<Asked[Name]>
  ): Promise<Awaited<ReturnType<Asked[Name]>>>;
  /** Ends it and waits until it is gone. */
  stop(): Promise<void>;
}

interface Question {
  readonly number: number;
  readonly name: string;
  readonly argument: unknown;
}

type Answer = { readonly number: number } & ({ readonly value: unknown } | { readonly failure: string });

const root = fileURLToPath(new URL("..", import.meta.url));

/** Core of the server under load. */
export const serverCore = 0;
/** Core of everything else: load, upstreams, and the bench itself. */
export const loadCore = 1;

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill();
});

/**
 * Starts a process that calls `answerParent`, in production mode.
 * @param module file in `bench/processes/`, without extension.
 * @param options.flags of Node, such as `--expose-gc`.
 */
export function startProcess<Asked extends Questions>(
  module: string,
  options: { readonly core: number; readonly flags?: readonly string[] },
): BenchProcess<Asked> {
  const file = fileURLToPath(new URL(`./processes/${module}.ts`, import.meta.url));
  const run = module === "gateway" ? [...startFlags, bundledGateway] : ["--import", "tsx", file];
  const node = [process.execPath, ...(options.flags ?? []), ...run];
  const child = spawn("taskset", ["--cpu-list", String(options.core), ...node], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    // What it logs is written as in a container, and thrown away.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  running.add(child);
  const gone = once(child, "exit").finally(() => running.delete(child));
  const open = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  let asked = 0;
  child.on("message", (answer: Answer) => {
    const waiting = open.get(answer.number);
    open.delete(answer.number);
    if ("failure" in answer) waiting?.reject(new Error(`${module}: ${answer.failure}`));
    else waiting?.resolve(answer.value as never);
  });
  child.once("exit", (code, signal) => {
    for (const { reject } of open.values()) reject(new Error(`${module} ended: ${code ?? signal}`));
  });
  return {
    ask: (name, ...[argument]) =>
      new Promise((resolve, reject) => {
        asked += 1;
        open.set(asked, { resolve, reject });
        const question: Question = { number: asked, name, argument };
        child.send(question, (error) => error && reject(error));
      }),
    async stop() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

/** Answers what the parent asks, until it disconnects. */
export function answerParent(answers: Questions): void {
  // Traces mapped back to TypeScript would be charged to the code that throws an error.
  process.setSourceMapsEnabled(false);
  const answer = async ({ number, name, argument }: Question): Promise<void> => {
    const reply = await Promise.resolve()
      .then(() => answers[name]?.(argument))
      .then(
        (value): Answer => ({ number, value }),
        (error: unknown): Answer => ({
          number,
          failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      );
    process.send?.(reply);
  };
  process.on("message", (question: Question) => void answer(question));
  // By itself, so that a profile is written.
  process.once("disconnect", () => process.exit());
}
