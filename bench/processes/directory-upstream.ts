import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createSandbox, realTime } from "../../test/support/sandbox.ts";
import { answerParent, type Questions } from "../process.ts";

/** Users in the list. */
const userCount = 1_000;
/** Organizations that they belong to. */
const organizationCount = 10;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** Rows of a list of the emulated Web1on1, from its first on. */
async function emulated(list: "users" | "organizations", count: number): Promise<Row[]> {
  const { web1on1, credentials } = createSandbox({
    ...realTime,
    enforceLimits: false,
    // Those that are archived are in no list.
    sizes: { users: userCount * 1.2 },
  });
  const rows: Row[] = [];
  while (rows.length < count) {
    const { body } = await web1on1.handle({
      method: "GET",
      target: `/v2/${list}?limit=100&offset=${rows.length}`,
      headers: { authorization: `Bearer ${credentials.web1on1.token}` },
      body: "",
    });
    rows.push(...(body as Row[]));
  }
  return rows.slice(0, count);
}

/** Rows as bytes, with the place of each, so that any page is a cut. */
function prepared(rows: readonly Row[]) {
  const texts = rows.map((row) => Buffer.from(JSON.stringify(row)));
  const starts: number[] = [];
  let bytes = 0;
  for (const text of texts) {
    starts.push(bytes);
    bytes += text.length + 1;
  }
  starts.push(bytes);
  const joined = Buffer.concat(texts.flatMap((text) => [text, Buffer.from(",")]));
  return {
    total: rows.length,
    page(offset: number, limit: number): Buffer {
      const end = Math.min(offset + limit, rows.length);
      return joined.subarray(starts[offset] ?? bytes, Math.max((starts[end] ?? bytes) - 1, 0));
    },
    one: new Map(rows.map(({ id }, at) => [id, texts[at] ?? Buffer.alloc(0)])),
  };
}

const organizationRows = await emulated("organizations", organizationCount);
const userRows = (await emulated("users", userCount)).map((row, at) => ({
  ...row,
  organization: organizationRows[at % organizationCount]?.id,
  // As a user is who has set everything that the document shows.
  settings: {
    timezoneSet: true,
    localeSet: true,
    audioOnMessage: false,
    notifyOnChat: true,
    notifyOnMessage: true,
    tabdotNotify: true,
    tabdotMessage: true,
    pushNotify: false,
    focusOnAccept: false,
    ...(row.settings as object),
  },
}));
const lists = { users: prepared(userRows), organizations: prepared(organizationRows) };

const openBracket = Buffer.from("[");
const closeBracket = Buffer.from("]");

let called = 0;

function answer({ url = "" }: IncomingMessage, response: ServerResponse): void {
  called += 1;
  const [path = "", search] = url.split("?");
  const [, , name = "", id] = path.split("/");
  const list = name === "users" || name === "organizations" ? lists[name] : undefined;
  const type = { "content-type": "application/json" };
  if (!list) {
    response.writeHead(404).end();
    return;
  }
  if (id !== undefined) {
    const one = list.one.get(id);
    response.writeHead(one ? 200 : 404, { ...type, "content-length": one?.length ?? 0 }).end(one);
    return;
  }
  const query = new URLSearchParams(search);
  const [limit, offset] = [Number(query.get("limit") ?? 30), Number(query.get("offset") ?? 0)];
  const rows = list.page(offset, limit);
  const next = `</v2/${name}?limit=${limit}&offset=${offset + limit}>; rel="next"`;
  response.writeHead(200, {
    ...type,
    "content-length": rows.length + 2,
    ...(offset + limit < list.total && { link: next }),
  });
  // One system call for all three.
  response.cork();
  response.write(openBracket);
  response.write(rows);
  response.end(closeBracket);
  response.uncork();
}

const answers = {
  /** Starts to listen. @returns the base URL. */
  async open(): Promise<string> {
    const server = createServer(answer);
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`;
  },
  /** Calls since this was last asked. */
  calls(): number {
    const calls = called;
    called = 0;
    return calls;
  },
} satisfies Questions;

/** Questions that the process of the upstream of `chat-directory` can be asked; its answers lie ready as bytes. */
export type DirectoryUpstreamProcess = typeof answers;

answerParent(answers);
