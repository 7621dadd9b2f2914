import type { Emulator } from "../src/sandbox/emulator.ts";
import type { Sandbox } from "../test/support/sandbox.ts";
import type { Truth } from "./history.ts";
import { activitiesFromMs } from "./mutations.ts";

/** Nonces of this shape are looked for, wherever they stand. */
const noncePattern = /soak\d+/g;
const weekSeconds = 7 * 24 * 60 * 60;
const pageRows = 100;

/** The nonce of a mutation, from 0. */
export const nonceOf = (number: number): string => `soak${number}`;

/** Asks the systems themselves, past the gateway and all sockets; no fault may stand any more. */
export async function readTruth(sandbox: Sandbox): Promise<Truth> {
  const applied = new Map<string, number>();
  for (const { journal } of [sandbox.assembly, sandbox.assembled, sandbox.web1on1]) {
    for (const entry of journal) {
      if (!entry.applied) continue;
      for (const nonce of new Set(entry.body.match(noncePattern)))
        applied.set(nonce, (applied.get(nonce) ?? 0) + 1);
    }
  }
  const stored = new Map<string, string[]>();
  for (const row of await rows(sandbox)) {
    for (const nonce of new Set(JSON.stringify(row).match(noncePattern))) {
      stored.set(nonce, [...(stored.get(nonce) ?? []), row.id]);
    }
  }
  return { applied, stored };
}

interface Row {
  readonly id: string;
}

/** Everything that may carry a nonce. */
async function rows({ assembly, assembled, web1on1, credentials }: Sandbox): Promise<Row[]> {
  const window = activitiesFromMs / 1000;
  const basic = Buffer.from(`${credentials.assembled.apiKey}:`).toString("base64");
  const { activities } = (await read(
    assembled,
    `/v0/activities?start_time=${window}&end_time=${window + weekSeconds}`,
    `Basic ${basic}`,
  )) as { readonly activities: Readonly<Record<string, Row>> };
  return [
    ...(await pages(async (page) => {
      const body = await read(assembly, `/contacts?${page}`, credentials.assembly.apiKey);
      return (body as { readonly contacts: { readonly data: readonly Row[] } }).contacts.data;
    })),
    ...Object.values(activities),
    ...(await pages(async (page) => {
      const body = await read(web1on1, `/v2/users?${page}`, `Bearer ${credentials.web1on1.token}`);
      return body as readonly Row[];
    })),
  ];
}

async function pages(readPage: (query: string) => Promise<readonly Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for (;;) {
    const page = await readPage(`limit=${pageRows}&offset=${all.length}`);
    all.push(...page);
    if (page.length < pageRows) return all;
  }
}

async function read(emulator: Emulator, target: string, authorization: string): Promise<unknown> {
  const reply = await emulator.handle({ method: "GET", target, headers: { authorization }, body: "" });
  if (reply.status !== 200) throw new Error(`GET ${target} answered ${reply.status}.`);
  return reply.body;
}
