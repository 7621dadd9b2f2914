import type { JournalEntry } from "../../src/sandbox/emulator.ts";
import { type TestGateway, web1on1Address } from "../support/gateway.ts";

/** An id that no row has. */
export const unknownId = "0123456789abcdef01234567";

/** The address of a sandbox whose `meta` of bots and services is shown. */
export const showingMeta = { ...web1on1Address, showsMeta: true };

/** Global ids as the schema writes them. */
export const gid = (type: string, id: string): string => `gid://web1on1/${type}/${id}`;

/** The writes that reached the upstream, log-ins aside. */
export const writes = ({ sandbox }: TestGateway): JournalEntry[] =>
  sandbox.web1on1.journal.filter(({ method, row }) => method !== "GET" && row !== "auth.createToken");

/** Bodies of the writes that reached the upstream, in order. */
export const bodies = (made: TestGateway): unknown[] => writes(made).map(({ body }) => JSON.parse(body));

/** A row as the upstream has it, secrets included; not among the gateway's calls. */
export async function stored(made: TestGateway, path: string): Promise<Record<string, unknown>> {
  const { credentials, web1on1 } = made.sandbox;
  const reply = await web1on1.handle({
    method: "GET",
    target: `/v2${path}`,
    headers: { authorization: `Bearer ${credentials.web1on1.token}` },
    body: "",
  });
  return reply.body as Record<string, unknown>;
}

/** Whether an object is in lists, where archived ones do not stand. */
export const isListed = ({ status }: { readonly status?: string | null }): boolean =>
  status !== "archived" && status !== "pendingArchive";

/** Pages of a list as the gateway reads the whole of it. */
export const pagesOf = (list: string, ...offsets: number[]): string[] =>
  offsets.map((offset) => `web1on1 GET /${list}?limit=100&offset=${offset}`);
