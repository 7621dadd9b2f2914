import { once } from "node:events";
import { connect, type Socket } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { settled } from "../support/clock.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { applied } from "./upload-client.ts";

/** A moment at which a client gives up a request and cuts its connection. */
type Cut =
  | { readonly after: "bytes"; readonly share: number }
  | { readonly after: "sending" | "calling"; readonly turns: number }
  | { readonly after: "head" };

const cut: fc.Arbitrary<Cut> = fc.oneof(
  fc.record({ after: fc.constant("bytes" as const), share: fc.double({ min: 0, max: 0.99, noNaN: true }) }),
  fc.record({ after: fc.constantFrom("sending" as const, "calling" as const), turns: fc.nat(40) }),
  fc.record({ after: fc.constant("head" as const) }),
);

const mutationOf = (name: string): string =>
  JSON.stringify({
    query: `mutation ($name: String!) {
      label: createLabel(input: { type: TIER, name: $name, color: "#123456" }) { labelId label { name } }
      second: createLabel(input: { type: STAGE, name: $name, color: "#123456" }) { labelId }
    }`,
    variables: { name },
  });

const requestOf = (key: string): string => {
  const body = mutationOf(key);
  return [
    "POST /graphql HTTP/1.1",
    "host: localhost",
    "content-type: application/json",
    `idempotency-key: ${key}`,
    `content-length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");
};

/** Resolves once something holds, the socket is closed, or so much has happened that it will not. */
async function soon(holds: () => boolean, socket: Socket): Promise<void> {
  for (let turn = 0; turn < 200 && !holds() && !socket.destroyed; turn += 1) await settled();
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Sends a mutation and leaves before its answer has come whole, or as it comes. */
async function sendAndLose(server: TestServer, key: string, moment: Cut): Promise<void> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  const request = requestOf(key);
  const callsBefore = server.sandbox.assembly.journal.length;
  if (moment.after === "bytes") {
    socket.write(request.slice(0, Math.floor(moment.share * request.length)));
  } else {
    socket.write(request);
    if (moment.after === "head") await soon(() => socket.readableLength > 0, socket);
    if (moment.after === "calling") {
      await soon(() => server.sandbox.assembly.journal.length > callsBefore, socket);
    }
    if (moment.after !== "head") await turns(moment.turns);
  }
  const closed = once(socket, "close");
  socket.destroy();
  await closed;
}

/** Repeats a mutation until it is answered, as a client does that was told it is under way. */
async function untilAnswered(server: TestServer, key: string): Promise<string> {
  for (;;) {
    const { status, text } = await server.post(mutationOf(key), { "idempotency-key": key });
    if (status === 200) return text;
    expect(status).toBe(409);
  }
}

test("a client that repeats a mutation after lost answers doubles nothing, and gets the one answer", async () => {
  await using server = await startServer({ parts: { limits: false }, sandbox: { enforceLimits: false } });
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cut, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      async (clients) => {
        server.calls();
        const made = clients.map((cuts) => ({ cuts, key: `key-${sent++}` }));
        await Promise.all(
          made.map(async ({ cuts, key }) => {
            for (const moment of cuts) await sendAndLose(server, key, moment);
            const answer = await untilAnswered(server, key);
            expect(JSON.parse(answer).data.label.label.name).toBe(key);
            expect(await untilAnswered(server, key)).toBe(answer);
          }),
        );
        expect(applied(server)).toEqual(Array(2 * made.length).fill("labels.create"));
        const names = server.sandbox.assembly.journal.flatMap(({ body, row }) =>
          row === "labels.create" ? [JSON.parse(body).name] : [],
        );
        expect(names.sort()).toEqual(made.flatMap(({ key }) => [key, key]).sort());
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);
