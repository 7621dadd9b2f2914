import type { DataSizes } from "../../src/sandbox/data/sizes.ts";
import type { Emulator, Reply } from "../../src/sandbox/emulator.ts";
import { type Listening, listen } from "../../src/sandbox/http.ts";
import { createSandbox, realTime, type Sandbox, type SystemName } from "../../test/support/sandbox.ts";
import { answerParent, type Questions } from "../process.ts";
import type { TextbookAddresses } from "../textbook/loaders.ts";

/** How the three systems are emulated. */
export interface EmulatorOptions {
  /** Time that every call takes at least. */
  readonly latencyMs: number;
  /** Whether the documented rate limits answer 429. */
  readonly limits: boolean;
  readonly sizes?: Partial<DataSizes>;
  /** Whether equal reads are answered with the same bytes, so that large collections cost the emulator nothing. */
  readonly repeats?: boolean;
}

const systems = ["assembly", "assembled", "web1on1"] as const;
let sandbox: Sandbox | undefined;
let listening: Listening[] = [];

function repeating(emulator: Emulator): Emulator {
  const replies = new Map<string, Promise<Reply>>();
  const inBytes = (reply: Reply): Reply => ({ ...reply, body: JSON.stringify(reply.body) });
  return {
    ...emulator,
    handle(request) {
      const known = replies.get(request.target) ?? emulator.handle(request).then(inBytes);
      replies.set(request.target, known);
      return known;
    },
  };
}

const answers = {
  /** Starts the three systems as they were at first, in place of those before. @returns where they are. */
  async open({ latencyMs, limits, repeats, sizes }: EmulatorOptions): Promise<TextbookAddresses> {
    await Promise.all(listening.map((server) => server.close()));
    const made = createSandbox({ ...realTime, enforceLimits: limits, ...(sizes && { sizes }) });
    sandbox = made;
    listening = await Promise.all(
      systems.map((system) => {
        if (latencyMs > 0) made[system].inject({ row: "*", delayMs: latencyMs });
        const emulator = repeats ? repeating(made[system]) : made[system];
        return listen(emulator, { host: "127.0.0.1", port: 0 });
      }),
    );
    const [assemblyUrl = "", assembledUrl = "", web1on1Url = ""] = listening.map(({ url }) => url);
    const { assembly, assembled, web1on1 } = made.credentials;
    return {
      assembly: { baseUrl: assemblyUrl, ...assembly },
      assembled: { baseUrl: assembledUrl, apiVersion: "2024-05-22", ...assembled },
      web1on1: { baseUrl: `${web1on1Url}/v2`, credentials: { token: web1on1.token } },
    };
  },
  /** Calls to each system since it was opened or this was last asked, and how many of them met a limit. */
  calls(): Readonly<Record<SystemName, { readonly made: number; readonly refused: number }>> {
    const count = (system: SystemName) => {
      const entries = sandbox?.[system].journal ?? [];
      const counted = {
        made: entries.length,
        refused: entries.filter(({ status }) => status === 429).length,
      };
      sandbox?.[system].clearJournal();
      return counted;
    };
    return { assembly: count("assembly"), assembled: count("assembled"), web1on1: count("web1on1") };
  },
  /** Calls for a token of Web1on1 since it was opened, or calls were last asked for. */
  logIns: (): number =>
    sandbox?.web1on1.journal.filter(({ path }) => path.endsWith("/auth/token")).length ?? 0,
} satisfies Questions;

/** Questions that the process of the emulated systems can be asked. */
export type EmulatorProcess = typeof answers;

answerParent(answers);
