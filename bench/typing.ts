import { setTimeout } from "node:timers/promises";
import { dataOf } from "./post.ts";
import { loadCore, serverCore, startProcess } from "./process.ts";
import type { EmulatorProcess } from "./processes/emulators.ts";
import type { GatewayProcess } from "./processes/gateway.ts";
import { inShort, median, spread } from "./statistics.ts";
import type { Row } from "./table.ts";

/** A company has five contacts. */
const companies = 2_000;
const leastContacts = 10_000;
const mostMsPerLetter = 5;
/** From one that nearly every contact has to what a few have. */
const typed = "example mar";
const warmUps = 5;
/** Longer than a system that did not answer is left alone. */
const restMs = 5_000;

/** Measures the CPU of typing a search over ten thousand contacts: each letter is a search, and none is answered from the cache of answers. */
export async function typing({
  rounds,
  progress,
}: {
  readonly rounds: number;
  readonly progress: (line: string) => void;
}): Promise<Row[]> {
  const emulators = startProcess<EmulatorProcess>("emulators", { core: loadCore });
  const gateway = startProcess<GatewayProcess>("gateway", { core: serverCore });
  const addresses = await emulators.ask("open", {
    latencyMs: 0,
    limits: false,
    repeats: true,
    sizes: { accounts: companies },
  });
  const url = await gateway.ask("open", {
    addresses,
    reads: { keeps: true, shares: true },
    limits: false,
  });
  let asked = 0;
  const search = async (text: string, sort = ""): Promise<number> => {
    asked += 1;
    const query = `query ($search: String) {
      contacts(search: $search, first: 20${sort}) { totalCount nodes { id name${asked}: name email } }
    }`;
    const { contacts } = (await dataOf(url, { query, variables: { search: text } })) as {
      contacts: { totalCount: number };
    };
    return contacts.totalCount;
  };
  const cpuMsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const beforeMs = await gateway.ask("cpuMs");
    await work();
    return (await gateway.ask("cpuMs")) - beforeMs;
  };
  const typeAll = async (sort?: string): Promise<void> => {
    for (let letters = 1; letters <= typed.length; letters += 1) await search(typed.slice(0, letters), sort);
  };

  const firstMs = await cpuMsOf(() => untilAnswered(() => search("e")));
  const contacts = await search("@");
  const found = await search(typed);
  if (contacts < leastContacts || found < 1) throw new Error("The contacts are not what they must be.");
  const rows: Row[] = [];
  for (const [title, sort] of [
    ["", undefined],
    [", sorted by name", ", sort: { field: NAME }"],
  ] as const) {
    for (let round = 0; round < warmUps; round += 1) await typeAll(sort);
    const perLetterMs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      perLetterMs.push((await cpuMsOf(() => typeAll(sort))) / typed.length);
    }
    rows.push({
      bench: `typing over ${inShort(contacts)} contacts${title}`,
      mustReach: `<= ${mostMsPerLetter} ms of CPU a letter`,
      measured: `${spread(perLetterMs)} ms; the first search ${inShort(firstMs)} ms`,
      reached: median(perLetterMs) <= mostMsPerLetter,
    });
    progress(`typing${title}: ${perLetterMs.map(inShort).join(", ")} ms a letter`);
  }
  await Promise.all([gateway.stop(), emulators.stop()]);
  return rows;
}

/** On a busy machine a hundred pages may take more than the time of one operation; those that came are kept for the next. */
async function untilAnswered(ask: () => Promise<unknown>): Promise<void> {
  for (let left = 5; ; left -= 1) {
    try {
      await ask();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await setTimeout(restMs);
    }
  }
}
