import { expect, test } from "vitest";
import { createAuthenticator } from "../../src/auth/authenticator.ts";
import { createKey, digestOf } from "../../src/auth/client-key.ts";
import type { AuthConfig } from "../../src/config/auth-config.ts";
import type { Transport } from "../../src/rest/exchange.ts";
import { createHttpTransport } from "../../src/rest/sending/transport.ts";
import { testClock } from "../support/clock.ts";
import { clientFile } from "./client-file.ts";
import { startIssuer, testSeconds } from "./issuer.ts";

const withdrawn = "The token is signed with a key that its issuer has not.";
const entry = (name: string, ...keys: string[]) => ({
  name,
  sha256: keys.map(digestOf),
  scopes: ["assembly:read"],
});

/** An authenticator over a real connection to its issuer, unless another is given, and a clock that stands still. */
function authenticator(config: AuthConfig, send?: Transport) {
  const clock = testClock();
  const notes: string[] = [];
  const transport = createHttpTransport();
  const made = createAuthenticator(config, {
    clock,
    transport: send ?? transport.send,
    systems: ["assembly"],
    note: (sentence) => notes.push(sentence),
  });
  const clientOf = (credential: string) =>
    made.clientOf({ rawHeaders: ["Authorization", `Bearer ${credential}`] });
  return {
    clock,
    notes,
    clientOf,
    reload: made.reload,
    /** Name of the client, or the message of the refusal. */
    nameOf: async (credential: string): Promise<string> => {
      try {
        return (await clientOf(credential)).name;
      } catch (error) {
        return error instanceof Error ? error.message : "";
      }
    },
    [Symbol.asyncDispose]: transport.close,
  };
}

test("a key is that of the client whose digest it has, in each of two while one is changed for the other", async () => {
  const [first, second, third] = [createKey(), createKey(), createKey()] as const;
  await using file = await clientFile({ clients: [entry("desk", first, second), entry("lead", third)] });
  await using auth = authenticator({ clientsFile: file.path });
  const names = await Promise.all([first, second, third, first].map(auth.nameOf));
  expect(names).toEqual(["desk", "desk", "lead", "desk"]);
  expect(await auth.nameOf(createKey())).toBe("The key is that of no client.");
  expect(await auth.nameOf(first.toLowerCase())).toBe("The key was not copied whole, or is none.");
});

test("a client that is removed from the file is refused once that was read again, though its key was known", async () => {
  const [desk, lead] = [createKey(), createKey()] as const;
  await using file = await clientFile({ clients: [entry("desk", desk), entry("lead", lead)] });
  await using auth = authenticator({ clientsFile: file.path });
  expect([await auth.nameOf(desk), await auth.nameOf(lead)]).toEqual(["desk", "lead"]);
  await file.write({ clients: [entry("lead", lead)] });
  expect(await auth.nameOf(desk)).toBe("desk");
  auth.reload();
  expect([await auth.nameOf(desk), await auth.nameOf(lead)]).toEqual([
    "The key is that of no client.",
    "lead",
  ]);
  expect(auth.notes).toEqual(["CLIENTS_FILE was read again: 1 clients."]);
});

test("a client whose scopes were changed has them once the file was read again", async () => {
  const desk = createKey();
  await using file = await clientFile({ clients: [entry("desk", desk)] });
  await using auth = authenticator({ clientsFile: file.path });
  expect((await auth.clientOf(desk)).rights).toBe("assembly:read");
  await file.write({ clients: [{ ...entry("desk", desk), scopes: ["assembly:write"] }] });
  auth.reload();
  expect((await auth.clientOf(desk)).rights).toBe("assembly:write");
});

test("clients of a file that is bad stay as they were, and the log says why without a value", async () => {
  const desk = createKey();
  await using file = await clientFile({ clients: [entry("desk", desk)] });
  await using auth = authenticator({ clientsFile: file.path });
  await file.write({ clients: [{ ...entry("desk", desk), scopes: [desk], name: desk }] });
  auth.reload();
  expect(await auth.nameOf(desk)).toBe("desk");
  expect(auth.notes).toEqual([
    expect.stringMatching(
      /^CLIENTS_FILE was not taken, and the clients stay as they were\. CLIENTS_FILE: clients\[0\]\.name .* clients\[0\]\.scopes\[0\] is no scope that there is\.$/,
    ),
  ]);
  expect(auth.notes.join()).not.toContain(desk);
});

test("a token is verified once, and known at once from then on, until it ends", async () => {
  await using issuer = await startIssuer();
  await using auth = authenticator({ jwt: issuer.config });
  const token = await issuer.token({ exp: testSeconds(60) });
  const first = auth.clientOf(token);
  expect(first).toBeInstanceOf(Promise);
  const client = await first;
  expect(auth.clientOf(token)).toBe(client);
  await auth.clock.advance(59_999);
  expect(auth.clientOf(token)).toBe(client);
  await auth.clock.advance(1);
  // Clocks may be 30 s apart, so it is still good, but verified each time.
  expect(auth.clientOf(token)).toBeInstanceOf(Promise);
  expect(await auth.nameOf(token)).toBe("jwt:desk-app");
  await auth.clock.advance(30_000);
  expect(await auth.nameOf(token)).toBe("The token has ended, or does not say when it ends.");
  expect(issuer.fetches).toBe(1);
});

test("a token that is known is refused within ten minutes after its issuer has withdrawn the key", async () => {
  await using issuer = await startIssuer();
  await using auth = authenticator({ jwt: issuer.config });
  const token = await issuer.token();
  expect(await auth.nameOf(token)).toBe("jwt:desk-app");
  issuer.jwks.keys = issuer.jwks.keys.filter(({ kid }) => kid !== "ES256");
  await auth.clock.advance(599_999);
  expect(await auth.nameOf(token)).toBe("jwt:desk-app");
  await auth.clock.advance(1);
  expect(await auth.nameOf(token)).toBe(withdrawn);
  expect(issuer.fetches).toBe(2);
});

/** Answers fetches of keys at once, sooner than a signature is verified. */
function quickIssuer(jwks: unknown) {
  const answer = { status: 200, jwks };
  const send: Transport = async () => ({
    status: answer.status,
    headers: {},
    body: (async function* () {
      yield Buffer.from(JSON.stringify(answer.jwks));
    })(),
  });
  return { answer, send };
}

test("a token that is verified while newer keys come is not good for as long as these", async () => {
  await using issuer = await startIssuer();
  const { answer, send } = quickIssuer(issuer.jwks);
  await using auth = authenticator({ jwt: issuer.config }, send);
  const [token, other] = [await issuer.token(), await issuer.token({ sub: "other" })];
  await auth.nameOf(token);
  answer.status = 500;
  await auth.clock.advance(600_000);
  expect(await auth.nameOf(token)).toBe("jwt:desk-app");
  Object.assign(answer, { status: 200, jwks: { keys: [] } });
  await auth.clock.advance(30_000);
  expect(await auth.nameOf(other)).toBe("jwt:other");
  expect([await auth.nameOf(other), await auth.nameOf(token)]).toEqual([withdrawn, withdrawn]);
});

test("a token that is verified while a signal comes is verified again", async () => {
  await using issuer = await startIssuer();
  await using auth = authenticator({ jwt: issuer.config });
  await auth.nameOf(await issuer.token({ sub: "first" }));
  const token = await issuer.token();
  const name = auth.nameOf(token);
  // Its key is found by then, and its signature is still being verified beside the event loop.
  await new Promise<void>((resolve) => process.nextTick(resolve));
  issuer.jwks.keys = [];
  auth.reload();
  expect(await name).toBe("jwt:desk-app");
  expect(await auth.nameOf(token)).toBe(withdrawn);
});

test("a signal has the keys of the issuer fetched again, and every token verified", async () => {
  await using issuer = await startIssuer();
  await using auth = authenticator({ jwt: issuer.config });
  const token = await issuer.token();
  await auth.nameOf(token);
  issuer.jwks.keys = [];
  auth.reload();
  expect(await auth.nameOf(token)).toBe(withdrawn);
  expect(issuer.fetches).toBe(2);
});

test("keys and tokens are told apart, and what is not configured is not taken", async () => {
  const desk = createKey();
  await using issuer = await startIssuer();
  await using file = await clientFile({ clients: [entry("desk", desk)] });
  const token = await issuer.token();
  await using both = authenticator({ clientsFile: file.path, jwt: issuer.config });
  expect([await both.nameOf(desk), await both.nameOf(token)]).toEqual(["desk", "jwt:desk-app"]);
  await using keysAlone = authenticator({ clientsFile: file.path });
  expect(await keysAlone.nameOf(token)).toBe("The token is none that is taken here.");
  await using tokensAlone = authenticator({ jwt: issuer.config });
  expect(await tokensAlone.nameOf(desk)).toBe("The token cannot be read.");
});

test("a gateway whose clients cannot be read does not start", async () => {
  await using file = await clientFile("{");
  expect(() => authenticator({ clientsFile: file.path })).toThrow("CLIENTS_FILE is not JSON.");
});
