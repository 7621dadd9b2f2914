import { run } from "../../src/cli/run.ts";
import { createLogOutput } from "../../src/log-output.ts";

/** What a command wrote, and the exit code that its process would have. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command to its end in this process, which takes a tenth of the time that one of its own does. */
export async function runHere(...args: string[]): Promise<Ended> {
  const written = { out: "", error: "" };
  const output = createLogOutput((bytes) => {
    written.out += Buffer.from(bytes).toString();
    return bytes.length;
  });
  const code = await run(args, output, (text) => {
    written.error += text;
  });
  await output.flushed(0);
  return { code, ...written };
}
