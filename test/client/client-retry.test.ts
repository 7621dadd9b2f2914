import { describe, expect, test } from "vitest";
import {
  CreateContactDocument,
  createTributaryClient,
  isRetryable,
  NoAnswerError,
} from "../../src/client/index.ts";
import { settled, testClock } from "../support/clock.ts";
import { startGated } from "../support/gate.ts";
import { listen } from "../support/listening.ts";
import { startServer } from "../support/server.ts";

const viewer = "query Me { viewer { status } }";
const labels = "# Two kinds.\n{ labels(type: TIER) { name } }";
const contact = {
  input: { name: "Ada", email: "ada@acme.example", account: { domain: "acme.example" } },
};

/** A client whose time stands still, and that counts the requests it has sent. */
function countingClient(url: string, settings: { readonly deadlineMs?: number } = {}) {
  const clock = testClock();
  const sent: string[] = [];
  const client = createTributaryClient({
    url: `${url}/graphql`,
    clock,
    random: () => 0,
    ...settings,
    fetch: (input, init) => {
      sent.push(String(init?.body));
      return fetch(input, init);
    },
  });
  return { client, clock, sent };
}

/** Lets a condition come true. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await settled();
}

describe("a gateway that has too much to do", () => {
  const overloaded = { code: "OVERLOADED", retryable: true, retryAfterMs: 1_000 };

  test("is asked again for a read once Retry-After has passed", async () => {
    await using gated = await startGated({ maxInFlight: 1 });
    const { client, clock, sent } = countingClient(gated.server.url);
    const first = client.run(viewer);
    const held = await gated.gate.next();
    const second = client.run(labels);
    await until(() => sent.length === 2 && clock.pending === 3);
    await clock.advance(999);
    await held.letThrough();
    expect((await first).data).toEqual({ viewer: { status: "ACTIVE" } });
    expect(sent).toHaveLength(2);
    await clock.advance(1);
    expect((await second).errors).toEqual([]);
    expect(sent).toHaveLength(3);
  });

  test("is not asked again for a read whose deadline comes before", async () => {
    await using gated = await startGated({ maxInFlight: 1 });
    const { client, sent } = countingClient(gated.server.url, { deadlineMs: 1_000 });
    const first = client.run(viewer);
    const held = await gated.gate.next();
    expect((await client.run(labels)).errors).toMatchObject([{ extensions: overloaded }]);
    expect(sent).toHaveLength(2);
    await held.letThrough();
    await first;
  });

  test.each([undefined, "8e03978e"])(
    "is not asked again for a mutation with the key %s",
    async (idempotencyKey) => {
      await using gated = await startGated({ maxInFlight: 1 });
      const { client, sent } = countingClient(gated.server.url);
      const first = client.run(viewer);
      const held = await gated.gate.next();
      const { errors } = await client.run(
        CreateContactDocument,
        contact,
        idempotencyKey ? { idempotencyKey } : {},
      );
      expect(errors).toMatchObject([{ extensions: overloaded }]);
      expect(errors.map(isRetryable)).toEqual([true]);
      expect(sent).toHaveLength(2);
      await held.letThrough();
      await first;
    },
  );
});

describe("a gateway that cannot be reached", () => {
  const closedPort = "http://127.0.0.1:1";

  test("is asked three times for a read, with growing waits", async () => {
    const { client, clock, sent } = countingClient(closedPort);
    const failed = client.run(viewer).catch((error: unknown) => error);
    await until(() => sent.length === 1 && clock.pending === 2);
    await clock.advance(149);
    expect(sent).toHaveLength(1);
    await clock.advance(1);
    await until(() => sent.length === 2 && clock.pending === 2);
    await clock.advance(299);
    expect(sent).toHaveLength(2);
    await clock.advance(1);
    const error = await failed;
    expect(error).toBeInstanceOf(NoAnswerError);
    expect(isRetryable(error)).toBe(true);
    expect(sent).toHaveLength(3);
    expect(clock.pending).toBe(0);
  });

  test.each([
    ["without a key it may have been run", {}, false],
    ["with a key it may be sent again", { idempotencyKey: "8e03978e" }, true],
  ])("is asked once for a mutation: %s", async (_, options, retryable) => {
    const { client, sent } = countingClient(closedPort);
    const error = await client
      .run(CreateContactDocument, contact, options)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NoAnswerError);
    expect(isRetryable(error)).toBe(retryable);
    expect(sent).toHaveLength(1);
  });
});

describe("a proxy that answers in the gateway's place", () => {
  test("is asked again when it says so", async () => {
    await using server = await startServer();
    let refusals = 1;
    await using proxy = await startProxy(async (body) => {
      if (refusals-- > 0) return { status: 503, headers: { "retry-after": "2" }, text: "<html>Busy</html>" };
      return { status: 200, headers: {}, text: (await server.post(body)).text };
    });
    const { client, clock, sent } = countingClient(proxy.url);
    const answer = client.run(viewer);
    await until(() => sent.length === 1 && clock.pending === 2);
    await clock.advance(1_999);
    expect(sent).toHaveLength(1);
    await clock.advance(1);
    expect((await answer).data).toEqual({ viewer: { status: "ACTIVE" } });
  });

  test("is told by its status where asking again does not help", async () => {
    await using proxy = await startProxy(async () => ({ status: 404, headers: {}, text: "Not here" }));
    const { client, sent } = countingClient(proxy.url);
    const error = await client.run(viewer).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "NoAnswerError", status: 404, retryable: false });
    expect(sent).toHaveLength(1);
  });

  test.each([
    '{"errors":"Busy"}',
    '{"errors":[{"status":503,"title":"Busy"}]}',
    '{"data":null,"errors":[null]}',
  ])("is told from the gateway where it answers %s", async (text) => {
    await using proxy = await startProxy(async () => ({ status: 503, headers: {}, text }));
    const { client, sent } = countingClient(proxy.url);
    const run = client.run(CreateContactDocument, contact);
    await expect(run).rejects.toMatchObject({ name: "NoAnswerError", status: 503, retryable: false });
    expect(sent).toHaveLength(1);
  });
});

describe("an operation that takes too long", () => {
  test("ends at the deadline, and the gateway is told", async () => {
    await using gated = await startGated();
    const { client, clock } = countingClient(gated.server.url);
    const failed = client.run(viewer, {}, { deadlineMs: 500 }).catch((error: unknown) => error);
    const held = await gated.gate.next();
    await clock.advance(500);
    expect(await failed).toMatchObject({ name: "NoAnswerError", message: "No answer came within 500 ms." });
    expect(await held.ended).toBe("left");
    expect(clock.pending).toBe(0);
  });

  test("ends at the deadline also while its headers are being made", async () => {
    const clock = testClock();
    const headers = () => new Promise<never>(() => {});
    const client = createTributaryClient({ url: "http://127.0.0.1:1/graphql", clock, headers });
    const failed = client.run(viewer, {}, { deadlineMs: 500 }).catch((error: unknown) => error);
    await clock.advance(500);
    expect(await failed).toMatchObject({ name: "NoAnswerError", message: "No answer came within 500 ms." });
    expect(clock.pending).toBe(0);
  });

  test("ends when its caller leaves, with the caller's reason", async () => {
    await using gated = await startGated();
    const { client, clock } = countingClient(gated.server.url);
    const caller = new AbortController();
    const failed = client.run(viewer, {}, { signal: caller.signal }).catch((error: unknown) => error);
    const held = await gated.gate.next();
    caller.abort("left the page");
    expect(await failed).toBe("left the page");
    expect(await held.ended).toBe("left");
    expect(clock.pending).toBe(0);
  });

  test("is not sent for a caller that has left already, nor while it waits", async () => {
    const { client, clock, sent } = countingClient("http://127.0.0.1:1");
    const gone = client.run(viewer, {}, { signal: AbortSignal.abort("gone") });
    await expect(gone).rejects.toBe("gone");
    expect(sent).toEqual([]);
    const caller = new AbortController();
    const waiting = client.run(viewer, {}, { signal: caller.signal }).catch((error: unknown) => error);
    await until(() => sent.length === 1 && clock.pending === 2);
    caller.abort("left");
    expect(await waiting).toBe("left");
    expect(clock.pending).toBe(0);
  });
});

interface ProxyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** An HTTP server that answers as it is told. */
const startProxy = (answer: (body: string) => Promise<ProxyAnswer>) =>
  listen(async (incoming, outgoing) => {
    let sent = "";
    for await (const chunk of incoming) sent += chunk;
    const { status, headers, text } = await answer(sent);
    outgoing.writeHead(status, headers).end(text);
  });
