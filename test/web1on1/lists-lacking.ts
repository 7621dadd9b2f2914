import type { EmulatedRequest, Emulator, EmulatorSettings, Reply } from "../../src/sandbox/emulator.ts";
import { web1on1Data } from "../../src/sandbox/web1on1/data.ts";
import { createWeb1on1Emulator } from "../../src/sandbox/web1on1/emulator.ts";

/** A way in which lists may be less than the vendor's public pages say. */
export type Lack =
  /** Every page is the whole list. */
  | "pages"
  /** `sort` changes nothing. */
  | "sort"
  /** Filters change nothing. */
  | "filters"
  /** `[a,b]` is taken for a value, which no row has. */
  | "anyOf"
  /** `[a,b]` is refused. */
  | "anyOf refused"
  /** Filters and `sort` are refused. */
  | "all refused";

const paging = new Set(["limit", "offset"]);

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

async function answer(emulator: Emulator, lack: Lack, request: EmulatedRequest): Promise<Reply> {
  const { pathname, searchParams: query } = new URL(request.target, "http://web1on1.test");
  const isList = request.method === "GET" && /^\/v2\/[a-z]+$/.test(pathname);
  if (!isList) return emulator.handle(request);
  const early = earlyReply(lack, query);
  if (early) return early;
  for (const name of [...query.keys()].filter((name) => !paging.has(name))) {
    if (lack === (name === "sort" ? "sort" : "filters")) query.delete(name);
  }
  const handle = () => emulator.handle({ ...request, target: `${pathname}?${query}` });
  return lack === "pages" ? wholeList(query, handle) : handle();
}

/** The reply to parameters that are refused or misread. */
function earlyReply(lack: Lack, query: URLSearchParams): Reply | undefined {
  const asked = [...query].filter(([name]) => !paging.has(name));
  const isAnyOf = asked.some(([, value]) => value.startsWith("["));
  if ((lack === "anyOf refused" && isAnyOf) || (lack === "all refused" && asked.length > 0)) {
    return { status: 400, body: { error: { message: "unknown parameter" } } };
  }
  return lack === "anyOf" && isAnyOf ? { status: 200, body: [] } : undefined;
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
