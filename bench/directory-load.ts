import { loadOperations } from "../src/client/operations.ts";
import { dataOf } from "./post.ts";
import type { Load } from "./wrk.ts";

/** Where pages of `vars` begin: every place of which a full page follows. */
export const offsets = Array.from({ length: 900 }, (_, at) => at + 1);

/** The operation as one of the loads sends it, with the cursors of the server that it is sent to. */
export function loadOf(mode: Load["mode"], cursors: readonly string[]): Load {
  const document = loadOperations().find(({ name }) => name === "chat-directory")?.document;
  if (!document) throw new Error("The operation chat-directory is not shipped.");
  const body = (query: string, variables: object) => JSON.stringify({ query, variables });
  if (mode === "same") return { mode, bodies: [body(document, { first: 100 })] };
  if (mode === "vars") {
    const template = body(document, { first: "@first", after: "@after" });
    return { mode, bodies: [template.replace('"@first"', "@first")], cursors };
  }
  const texts = [
    `# Request @\n${document}`,
    document.replace("ChatDirectory", "ChatDirectory@"),
    document.replace("{ id displayName", "{@blanks id displayName"),
  ];
  return { mode, bodies: texts.map((text) => body(text, { first: 100 })) };
}

/** The gateway's cursors behind the rows before `offsets`, as a client gets them that pages through the list. */
export async function cursorsOf(url: string): Promise<string[]> {
  const query =
    "query ($after: String) { users(first: 100, after: $after) { edges { cursor } pageInfo { endCursor } } }";
  const cursors: string[] = [];
  let after: string | undefined;
  while (cursors.length < offsets.length) {
    const { users } = (await dataOf(url, { query, variables: { after } })) as {
      users: { edges: { cursor: string }[]; pageInfo: { endCursor: string } };
    };
    cursors.push(...users.edges.map(({ cursor }) => cursor));
    after = users.pageInfo.endCursor;
  }
  return cursors.slice(0, offsets.length);
}
