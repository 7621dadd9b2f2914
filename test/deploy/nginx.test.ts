import { once } from "node:events";
import { request as plainRequest } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { request } from "node:https";
import { text } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { checkNginx, hasNginx } from "../../scripts/local-nginx.ts";
import { startNginx } from "../support/nginx.ts";
import { startServer } from "../support/server.ts";

const isThere = hasNginx();
/** A minute for each request, so that a burst is all that there is, however slow the machine. */
const noMore = "1r/m";

test("nginx and openssl are there, or the tests of deploy/nginx.conf are skipped", ({ skip }) => {
  if (isThere) return;
  expect(process.env.CI, "nginx or openssl is missing where it must not be").not.toBe("true");
  skip("nginx or openssl is missing; on Debian: apt-get install nginx-light openssl");
});

describe.skipIf(!isThere)("deploy/nginx.conf", { timeout: 30_000 }, async () => {
  if (!isThere) return;
  const server = await startServer({ allowedHosts: ["gateway.example"] });
  const gatewayPort = Number(new URL(server.url).port);
  const nginx = await startNginx(gatewayPort);
  afterAll(async () => {
    await nginx[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });
  beforeEach(() => void server.calls());

  interface Asked {
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly port?: number;
  }

  /** Sends a request to nginx with TLS, and waits for the whole answer. */
  async function ask({ path = "/graphql", headers, body, port = nginx.tlsPort }: Asked) {
    const sent = request({
      host: "127.0.0.1",
      port,
      path,
      servername: "localhost",
      // Each nginx has a certificate of its own, and the test of TLS looks at it.
      rejectUnauthorized: false,
      agent: false,
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json", ...headers },
    });
    // nginx answers before a body that it refuses has come.
    sent.once("error", () => undefined);
    sent.end(body);
    const [answer] = await once(sent, "response");
    return { status: answer.statusCode, headers: answer.headers, text: await text(answer) };
  }

  const teams = JSON.stringify({ query: "{ teams { name } }" });

  test("is sound in the eyes of nginx, without a warning", () => {
    expect(checkNginx(nginx.file)).toEqual({
      isSound: true,
      text: expect.not.stringMatching(/\[(warn|error|emerg)\]/),
    });
    expect(server.calls()).toEqual([]);
  });

  test("has TLS with its certificate, and hands an operation and its id on, whatever host it is called by", async () => {
    const socket = await nginx.open();
    expect(socket.getPeerCertificate().subject.CN).toBe("localhost");
    expect(socket.getProtocol()).toBe("TLSv1.3");
    socket.destroy();
    const headers = { host: "elsewhere.example", "x-request-id": "desk-17" };
    const answer = await ask({ headers, body: teams });
    expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('"teams"') });
    expect(answer.headers).toMatchObject({
      "x-request-id": "desk-17",
      "strict-transport-security": "max-age=31536000",
      "cache-control": "no-store",
    });
    expect(server.calls()).toEqual(["assembled GET /v0/teams"]);
  });

  test("gives an id where the client gives none, and logs neither path nor query", async () => {
    const { headers } = await ask({ path: "/graphql?query=%7Bsecret%7D" });
    const id = String(headers["x-request-id"]);
    expect(id).toMatch(/^[\da-f]{32}$/);
    const line = () => nginx.logLines().find((logged) => logged.includes(id));
    await expect.poll(line).toContain('"status":400');
    expect(nginx.logLines().join()).not.toContain("secret");
    expect(server.calls()).toEqual([]);
  });

  test.each(["two words", "a;b", "x".repeat(65)])(
    "gives another id where the gateway takes not %j",
    async (given) => {
      const { headers } = await ask({ headers: { "x-request-id": given }, path: "/nothing" });
      const id = String(headers["x-request-id"]);
      await expect.poll(() => nginx.logLines().some((line) => line.includes(id))).toBe(true);
      expect(nginx.logLines().join()).not.toContain(given);
      expect(server.calls()).toEqual([]);
    },
  );

  test("speaks HTTP/2", async () => {
    const session = connectHttp2(`https://localhost:${nginx.tlsPort}`, { ca: nginx.certificate });
    const stream = session.request({
      ":method": "POST",
      ":path": "/graphql",
      "content-type": "application/json",
    });
    stream.end(teams);
    const [answer] = await once(stream, "response");
    expect(answer[":status"]).toBe(200);
    expect(await text(stream)).toContain('"teams"');
    session.close();
    expect(session.alpnProtocol).toBe("h2");
    expect(server.calls()).toEqual([]);
  });

  test("sends those who come without TLS to it, and hands nothing on", async () => {
    const sent = plainRequest({ host: "127.0.0.1", port: nginx.plainPort, method: "POST", path: "/graphql" });
    const [answer] = await once(sent.end(teams), "response");
    answer.resume();
    expect(answer.statusCode).toBe(308);
    expect(answer.headers.location).toMatch(/^https:\/\/.*\/graphql$/);
    expect(server.calls()).toEqual([]);
  });

  test("refuses a body that is larger than a request with files may be, before it comes", async () => {
    const tooLarge = { "content-length": String(384 * 2 ** 20 + 1) };
    const { headers, status } = await ask({ headers: tooLarge, body: "{" });
    expect(status).toBe(413);
    // The gateway would refuse it, too, and with an id.
    expect(headers["x-request-id"]).toBe(undefined);
    expect(server.calls()).toEqual([]);
  });

  test("leaves JSON that is too large to the gateway, which says so as it says everything", async () => {
    const answer = await ask({ body: "x".repeat(2 ** 20 + 1) });
    expect(answer).toMatchObject({ status: 413, text: expect.stringContaining("1048576 bytes") });
    expect(server.calls()).toEqual([]);
  });

  test("shows health to this machine", async () => {
    expect(await ask({ path: "/health/ready" })).toMatchObject({ status: 200 });
    expect(server.calls()).toEqual([]);
  });

  test("answers 429 to an address that sends more than its burst, and hands no more of it on", async () => {
    await using strict = await startNginx(gatewayPort, noMore);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => ask({ port: strict.tlsPort, path: "/nothing" })),
    );
    for (let sent = 40; sent < 120; sent += 40) {
      const more = Array.from({ length: 40 }, () => ask({ port: strict.tlsPort, path: "/nothing" }));
      answers.push(...(await Promise.all(more)));
    }
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(101);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(19);
    const { headers, text = "" } = refused[0] ?? {};
    const requestId = expect.stringMatching(/^[\da-f]{32}$/);
    expect(headers).toMatchObject({
      "retry-after": "1",
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "strict-transport-security": "max-age=31536000",
      "x-request-id": requestId,
    });
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ extensions: { code: "RATE_LIMITED", retryable: true, retryAfterMs: 1_000, requestId } }],
    });
    expect(server.calls()).toEqual([]);
  });

  test("answers 429 to an address that has 50 requests under way", async () => {
    await using busy = await startNginx(gatewayPort);
    const half =
      "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{";
    const sockets = await Promise.all(Array.from({ length: 50 }, () => busy.open()));
    for (const socket of sockets) socket.write(half);
    const status = async () => (await ask({ port: busy.tlsPort, path: "/nothing" })).status;
    await expect.poll(status, { timeout: 10_000, interval: 100 }).toBe(429);
    for (const socket of sockets) socket.destroy();
    await expect.poll(status, { timeout: 10_000, interval: 100 }).toBe(404);
    expect(server.calls()).toEqual([]);
  });
});
