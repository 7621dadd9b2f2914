import { once } from "node:events";
import { connect } from "node:net";
import { ticketCases } from "../../src/sandbox/data/showcase.ts";
import { settled } from "../support/clock.ts";
import type { TestServer } from "../support/server.ts";
import { formBody, formType, type SentPart } from "../uploads/form-body.ts";

/** Without which no form is read. */
export const asked = { "apollo-require-preflight": "true" };

/** What came back. */
export interface SentAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's request, which its expectation states.
  readonly json: any;
}

/** A request whose body the test sends bit by bit. */
export interface OpenRequest {
  /** Sends some of the body; resolves once there is room for more. */
  send(bytes: string | Uint8Array): Promise<void>;
  /** Ends the body. */
  end(): void;
  /** Ends the body, and sends another request behind it. */
  endBefore(request: string): void;
  /** Leaves without a word. */
  leave(): void;
  readonly answer: Promise<SentAnswer>;
  /** Resolves once the server has closed the connection, or it is closed anyhow. */
  readonly closed: Promise<unknown>;
}

/** Opens a request to `/graphql`, by default one that brings a form. */
export async function openRequest(
  { url }: TestServer,
  headers: Readonly<Record<string, string>> = { "content-type": formType, ...asked },
  method = "POST",
): Promise<OpenRequest> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  // How it ends is the server's choice.
  socket.on("error", () => {});
  const closed = once(socket, "close");
  await once(socket, "connect");
  const answer = new Promise<SentAnswer>((resolve) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (data) => {
      text += data;
      const [head = "", body] = text.split("\r\n\r\n");
      const [, length] = /content-length: (\d+)/i.exec(head) ?? [];
      if (body === undefined || Buffer.byteLength(body) < Number(length)) return;
      resolve({ status: Number(head.split(" ")[1]), json: JSON.parse(body) });
    });
  });
  const isChunked = !("content-length" in headers);
  const sent = { host: "localhost", ...(isChunked && { "transfer-encoding": "chunked" }), ...headers };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${method} /graphql HTTP/1.1\r\n${lines.join("")}\r\n`);
  const write = async (bytes: string | Uint8Array) => {
    if (!socket.write(bytes) && !socket.destroyed) await Promise.race([once(socket, "drain"), closed]);
  };
  return {
    async send(bytes) {
      if (isChunked) await write(`${Buffer.byteLength(bytes).toString(16)}\r\n`);
      await write(bytes);
      if (isChunked) await write("\r\n");
    },
    end: () => void write("0\r\n\r\n"),
    endBefore: (request) => void write(`0\r\n\r\n${request}`),
    leave: () => void socket.destroy(),
    answer,
    closed,
  };
}

/** Sends a whole body. */
export async function sendForm(server: TestServer, body: Uint8Array, headers = asked): Promise<SentAnswer> {
  const answer = await server.request("/graphql", {
    method: "POST",
    headers: { "content-type": formType, ...headers },
    body,
  });
  return { status: answer.status, json: answer.json };
}

const replyDocument = `mutation ($files: [Upload!]) {
  replyToInteraction(input: {
    interaction: { sourceSpecificId: "${ticketCases.api.sourceSpecificId}" }
    content: "See the files."
    user: { email: "ann@acme.example" }
    files: $files
  }) { replyId }
}`;

const createDocument = `mutation ($files: [Upload!]) {
  createInteraction(input: { query: "Why?", sourceSpecificId: "made-1", images: $files }) { sourceSpecificId }
}`;

/** The two fields before files which an operation takes as `$files`. */
export function fieldsOf(query: string, names: readonly string[]): SentPart[] {
  const map = Object.fromEntries(names.map((name, at) => [name, [`variables.files.${at}`]]));
  return [
    { name: "operations", content: JSON.stringify({ query, variables: { files: names.map(() => null) } }) },
    { name: "map", content: JSON.stringify(map) },
  ];
}

const named = (files: readonly SentPart[]): string[] => files.map(({ name }) => name);

/** A reply to a ticket with files, as a whole form. */
export const replyWith = (...files: readonly SentPart[]): Buffer =>
  formBody([...fieldsOf(replyDocument, named(files)), ...files]);

/** A new ticket with images, as a whole form. */
export const ticketWith = (...files: readonly SentPart[]): Buffer =>
  formBody([...fieldsOf(createDocument, named(files)), ...files]);

/** The form of a reply up to where the bytes of its only file begin. */
export const replyUpToFile = (filename = "film.mp4"): Buffer => {
  const whole = replyWith({ name: "0", filename, content: "" });
  return whole.subarray(0, whole.lastIndexOf("\r\n--edge--"));
};

/** What follows the bytes of the last file. */
export const formEnd = "\r\n--edge--\r\n";

/** Writes that took effect upstream, by row. */
export const applied = ({ sandbox }: TestServer): (string | undefined)[] =>
  sandbox.assembly.journal.filter(({ applied: isApplied }) => isApplied).map(({ row }) => row);

/** Lets things happen until something holds. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await settled();
}
