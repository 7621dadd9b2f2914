/**
 * A backend for a front end: `GET /customers/acme.example/staff?day=2026-03-04` answers who serves a customer and when they
 * work that day, in the words of its own page. Beside `npm start`:
 *
 *     npx tsx --tsconfig examples/bff/tsconfig.json examples/bff/server.ts
 */
import { createServer, type ServerResponse } from "node:http";
import {
  AccountDeskDocument,
  type AccountDeskQuery,
  type AnswerError,
  createTributaryClient,
  isRetryable,
  NoAnswerError,
} from "tributary/client";

const { GATEWAY_URL = "http://localhost:4000/graphql", GATEWAY_KEY, PORT = "4010" } = process.env;

const tributary = createTributaryClient({
  url: GATEWAY_URL,
  // The page waits no longer than this.
  deadlineMs: 5_000,
  ...(GATEWAY_KEY && { headers: { authorization: `Bearer ${GATEWAY_KEY}` } }),
});

interface Reply {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

type Organization = NonNullable<NonNullable<AccountDeskQuery["account"]>["organization"]>;

const server = createServer(async ({ method, url = "/" }, response) => {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const [, domain] = /^\/customers\/([\w.-]+)\/staff$/.exec(pathname) ?? [];
  const day = searchParams.get("day") ?? new Date().toISOString().slice(0, 10);
  if (method !== "GET" || domain === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
    send(response, { status: 404, body: { error: "Ask for /customers/<domain>/staff?day=<date>." } });
    return;
  }
  const caller = new AbortController();
  response.once("close", () => caller.abort());
  const reply = await staffOf(domain, day, caller.signal);
  if (!caller.signal.aborted) send(response, reply);
});

/** The people who serve a customer, with what they do on a day. */
async function staffOf(domain: string, day: string, signal: AbortSignal): Promise<Reply> {
  const window = { start: `${day}T00:00:00Z`, end: `${day}T23:59:59Z` };
  try {
    const { data, errors } = await tributary.run(AccountDeskDocument, { domain, window }, { signal });
    const account = data?.account;
    if (!account) return errors[0] ? failed(errors) : { status: 404, body: { error: "No such customer." } };
    // One system that fails leaves out its part of the page; the rest is shown, and what is missing is named.
    const missing = [...new Set(errors.map(({ extensions }) => extensions.system ?? "gateway"))];
    return { status: 200, body: { customer: account.name, missing, staff: staffIn(account.organization) } };
  } catch (error) {
    if (error instanceof NoAnswerError) return { status: 502, body: { error: error.message } };
    if (signal.aborted) return { status: 499, body: {} };
    throw error;
  }
}

const staffIn = (organization: Organization | null) =>
  (organization?.users?.nodes ?? []).flatMap(({ displayName, person }) =>
    person
      ? {
          name: displayName,
          site: person.site?.name ?? null,
          teams: (person.teams ?? []).map(({ name }) => name),
          activities: person.activities?.nodes.map(({ startTime, endTime, type }) => ({
            from: startTime,
            to: endTime,
            kind: type?.name ?? null,
          })),
        }
      : [],
  );

/** Errors as HTTP tells them: the page shows a button to try again only where that may help. */
function failed(errors: readonly AnswerError[]): Reply {
  const waits = errors.map(({ extensions }) => extensions.retryAfterMs ?? 1_000);
  const retryAfter = String(Math.ceil(Math.max(...waits) / 1_000));
  const [first] = errors;
  const body = { error: first?.message, code: first?.extensions.code };
  if (errors.every(isRetryable)) return { status: 503, headers: { "retry-after": retryAfter }, body };
  return { status: first?.extensions.code === "BAD_USER_INPUT" ? 400 : 502, body };
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { ...headers, "content-type": "application/json" }).end(JSON.stringify(body));
}

server.listen(Number(PORT), "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : address;
  process.stdout.write(`http://127.0.0.1:${port}/customers/acme.example/staff\n`);
});
