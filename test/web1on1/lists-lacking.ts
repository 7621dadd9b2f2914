import type { EmulatedRequest, Emulator, EmulatorSettings, Reply } from "../../src/sandbox/emulator.ts";
import { web1on1Data } from "../../src/sandbox/web1on1/data.ts";
import { createWeb1on1Emulator } from "../../src/sandbox/web1on1/emulator.ts";

/** A way in which lists may be less than the vendor's public pages say. */
export type Lack =
  /** Every page is the whole list. */
  | "pages"
  /** No parameter but those of pages is taken: what is asked for otherwise is refused. */
  | "everything else"
  /** Rows leave out the organization that they belong to. */
  | "owners"
  /** `id=[a,b]` is ignored. */
  | "ids ignored"
  /** `id=[a,b]` is taken for an id, which no row has. */
  | "ids misread"
  /** `id=[a,b]` is refused. */
  | "ids refused";

/** Web1on1 whose lists lack something. */
export const listsLacking =
  (lack: Lack) =>
  (settings: EmulatorSettings): { readonly web1on1: Emulator } => {
    const emulator = createWeb1on1Emulator(web1on1Data(settings.nowMs()), {
      ...settings,
      enforceLimits: false,
    });
    return { web1on1: { ...emulator, handle: (request) => answer(emulator, lack, request) } };
  };

const refused: Reply = { status: 400, body: { error: { message: "unknown parameter" } } };

async function answer(emulator: Emulator, lack: Lack, request: EmulatedRequest): Promise<Reply> {
  const { pathname, searchParams: query } = new URL(request.target, "http://web1on1.test");
  const isList = request.method === "GET" && /^\/v2\/[a-z]+$/.test(pathname);
  const handle = () => emulator.handle({ ...request, target: `${pathname}?${query}` });
  if (!isList) return emulator.handle(request);
  if (lack === "pages") return wholeList(query, handle);
  const asksOtherwise = [...query.keys()].some((name) => name !== "limit" && name !== "offset");
  if (lack === "everything else") return asksOtherwise ? refused : handle();
  if (lack === "owners") return withoutOwners(await handle());
  if (!query.has("id")) return handle();
  if (lack === "ids refused") return refused;
  if (lack === "ids misread") return { status: 200, body: [] };
  query.delete("id");
  return handle();
}

function withoutOwners({ body, ...reply }: Reply): Reply {
  const rows = body as readonly Readonly<Record<string, unknown>>[];
  return { ...reply, body: rows.map(({ organization, ...row }) => row) };
}

async function wholeList(query: URLSearchParams, handle: () => Promise<Reply>): Promise<Reply> {
  const rows: unknown[] = [];
  for (let offset = 0; ; offset += 100) {
    query.set("limit", "100");
    query.set("offset", String(offset));
    const { body, headers } = await handle();
    rows.push(...(body as unknown[]));
    if (!headers?.link) return { status: 200, body: rows };
  }
}
