import { readFileSync } from "node:fs";
import { ApolloServerErrorCode } from "@apollo/server/errors";
import { GraphQLError } from "graphql";
import { describe, expect, test } from "vitest";
import { createErrorFormatter, errorCodes, GatewayError } from "../src/errors.ts";
import { operationLimits } from "../src/limits.ts";
import { organizationId } from "../src/sandbox/data/ids.ts";
import { gateway } from "./support/gateway.ts";

const text = readFileSync(new URL("../docs/errors.md", import.meta.url), "utf8");

/** Rows of the table below a heading, as cells. */
const rowsBelow = (heading: string): string[][] => {
  const [, below = ""] = text.split(`\n## ${heading}\n`);
  const [section = ""] = below.split("\n## ");
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  return rows.map((row) => row.slice(2, -2).split(" | "));
};

describe("docs/errors.md", () => {
  test("has the answer that its example gets", async () => {
    const { calls, clock, execute, query, sandbox } = gateway();
    // The first operation waits for files, and the clock must not run meanwhile.
    await query("{ __typename }");
    sandbox.web1on1.inject({ row: "*", reply: { status: 503 } });
    const [, document = ""] = /With Web1on1 down,\n`([^`]+)`/.exec(text) ?? [];
    const [, example = ""] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
    let done = false;
    const asked = execute(document).finally(() => {
      done = true;
    });
    while (!done) await clock.advance(20);
    const [stated, given] = [JSON.parse(example), await asked];
    stated.errors[0].extensions.requestId = given.errors[0]?.extensions.requestId;
    expect(given).toEqual(stated);
    expect(calls()).toEqual([
      "assembly GET /accounts/acme.example",
      ...Array(3).fill(`web1on1 GET /organizations/${organizationId("acme")}`),
    ]);
  });

  test("has the gateway's codes, word for word and no others", () => {
    const table = Object.entries(errorCodes).map(([code, { when, advice, retryable }]) => [
      `\`${code}\``,
      when,
      advice,
      retryable ? "yes" : "no",
    ]);
    expect(rowsBelow("Codes of the gateway")).toEqual(table);
  });

  test("has the codes of Apollo Server that are not the gateway's as well, and no others", () => {
    const apollo = Object.values(ApolloServerErrorCode).filter((code) => !(code in errorCodes));
    const documented = rowsBelow("Codes of the GraphQL layer").map(([code]) => code);
    expect(documented.sort()).toEqual(apollo.map((code) => `\`${code}\``).sort());
  });

  test("names the limits as they are", () => {
    expect(text).toContain(
      `more than ${operationLimits.tokens.toLocaleString("en").replace(",", " ")} tokens`,
    );
    expect(text).toContain(`larger than ${operationLimits.bodyBytes / 1024 ** 2} MiB`);
    expect(text).toContain(`the first ${operationLimits.errors} stand`);
    expect(text).toContain(`more than ${operationLimits.answerBytes / 1_000_000} MB`);
  });
});

/** Formats what Apollo would hand over for something thrown in the field `account`. */
const format = (thrown: unknown, extensions: Readonly<Record<string, unknown>> = {}) => {
  const reported: unknown[] = [];
  const formatter = createErrorFormatter((error) => void reported.push(error));
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  const located = new GraphQLError(cause.message, { path: ["account"], originalError: cause });
  const formatted = formatter({ message: cause.message, path: ["account"], extensions }, located);
  return { formatted, reported };
};

describe("the formatter", () => {
  test("gives each code its word on retrying, which the facts of one error may overrule", () => {
    for (const [code, { retryable }] of Object.entries(errorCodes)) {
      const { formatted, reported } = format(
        new GatewayError(code as keyof typeof errorCodes, "What happened."),
      );
      expect(formatted).toEqual({
        message: "What happened.",
        path: ["account"],
        extensions: { code, retryable },
      });
      expect(reported).toEqual([]);
    }
    const overruled = format(new GatewayError("UPSTREAM_TIMEOUT", "What happened.", { retryable: false }));
    expect(overruled.formatted.extensions).toEqual({ code: "UPSTREAM_TIMEOUT", retryable: false });
  });

  test("shows an error with its facts", () => {
    const facts = {
      system: "assembly",
      endpoint: "GET /accounts/{domain}",
      status: 429,
      retryAfterMs: 1_500,
    };
    const { formatted } = format(new GatewayError("UPSTREAM_RATE_LIMITED", "Later.", facts));
    expect(formatted.extensions).toEqual({ code: "UPSTREAM_RATE_LIMITED", retryable: true, ...facts });
  });

  test.each<[string, unknown]>([
    ["an error", new Error("sk_live_secret")],
    ["an error with a code of its own", Object.assign(new Error("sk_live_secret"), { code: "NOT_FOUND" })],
    ["an error that calls itself ours", Object.assign(new Error("sk_live_secret"), { name: "GatewayError" })],
    ["a type error", new TypeError("Cannot read properties of sk_live_secret")],
    ["a text", "sk_live_secret"],
  ])("masks and reports %s", (_, thrown) => {
    const { formatted, reported } = format(thrown, {
      code: "INTERNAL_SERVER_ERROR",
      exception: "sk_live_secret",
    });
    expect(formatted).toEqual({
      message: "The gateway failed to answer this.",
      path: ["account"],
      extensions: { code: "INTERNAL_SERVER_ERROR", retryable: false },
    });
    expect(reported).toHaveLength(1);
  });

  test("masks a GraphQL error whose code is none of Apollo's", () => {
    const { formatted } = format(new GraphQLError("sk_live_secret"), { code: "MY_OWN" });
    expect(JSON.stringify(formatted)).not.toContain("sk_live_secret");
  });

  test("cuts messages that quote what was sent, and long lists of places", () => {
    const formatter = createErrorFormatter(() => {});
    const locations = Array.from({ length: 100 }, (_, line) => ({ line: line + 1, column: 1 }));
    const message = `Cannot query field "${"x".repeat(10_000)}"`;
    const formatted = formatter(
      { message, locations, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
      new GraphQLError(message),
    );
    expect(formatted.message).toMatch(/^Cannot query field "x+…$/);
    expect(formatted.message.length).toBeLessThanOrEqual(501);
    expect(formatted.locations).toEqual(locations.slice(0, 5));
  });
});

describe("what a system answers against its documents is its own failure, not the gateway's", () => {
  test("null where the schema has none, and a text where it has a number", async () => {
    const { calls, execute, logLines, sandbox } = gateway();
    const organization = { id: organizationId("acme"), categories: [{ name: null }] };
    sandbox.web1on1.inject({ row: "organizations.get", reply: { status: 200, body: organization } });
    const name = await execute("query ($id: ID!) { organization(by: { id: $id }) { categories { name } } }", {
      id: organization.id,
    });
    expect(name).toMatchObject({
      data: { organization: { categories: [null] } },
      errors: [
        {
          path: ["organization", "categories", 0],
          extensions: { code: "UPSTREAM_INVALID_RESPONSE", system: "web1on1" },
        },
      ],
    });
    const account = { id: "acc-1", domain: "acme.example", contract_value: "sk_live_secret" };
    sandbox.assembly.inject({ row: "accounts.getByDomain", reply: { status: 200, body: { account } } });
    const value = await execute('{ account(by: { domain: "acme.example" }) { domain contractValue } }');
    expect(value).toMatchObject({
      data: { account: { domain: "acme.example", contractValue: null } },
      errors: [
        {
          path: ["account", "contractValue"],
          extensions: { code: "UPSTREAM_INVALID_RESPONSE", system: "assembly" },
        },
      ],
    });
    expect(JSON.stringify([name, value, logLines])).not.toContain("sk_live_secret");
    expect(calls()).toEqual([
      `web1on1 GET /organizations/${organization.id}`,
      "assembly GET /accounts/acme.example",
    ]);
  });
});
