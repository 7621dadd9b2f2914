import { describe, expect, test } from "vitest";
import { readScope, type Scope, scopesOf } from "../../src/auth/scopes.ts";
import { fullModel } from "../../src/graphql/model.ts";
import { sampleArguments } from "../estimate/arguments.ts";
import { operationsOfEveryField } from "../estimate/every-field.ts";
import { clientWith } from "../support/clients.ts";
import { gateway } from "../support/gateway.ts";
import { counted } from "../support/planned.ts";

const names = fullModel.systems.map(({ name }) => name);
const longestMs = 240_000;
/** Rows of every kind, and few of each: a field is asked for the same scopes in each row. */
const sizes = { people: 20, users: 40, listedOrganizations: 8 };

/** Runs the examples of all nouns for a client, and counts the fields that it was refused. */
async function runExamples(...scopes: readonly Scope[]) {
  const made = gateway({ client: clientWith(...scopes), sandbox: { sizes } });
  const { byField } = sampleArguments(made.sandbox.data);
  await made.execute("{ __typename }");
  let refused = 0;
  // Objects and all that they lead to: every join stands there. A level more would ask for the same again.
  for (const document of operationsOfEveryField(made.gateway.schema, byField, [3, 2])) {
    // Far enough apart that none is refused for the rate limits.
    await made.clock.advance(1_000);
    const { errors } = await counted(made, document, {}, { "cache-control": "no-cache" });
    refused += errors.filter(({ message }) => message.startsWith("This takes the scope")).length;
  }
  return { calls: made.calls(), refused };
}

describe.each(names)("a client without the scopes of %s", (system) => {
  const others = names.filter((name) => name !== system);

  test(
    "makes no call to it, whatever it asks",
    async () => {
      const { calls, refused } = await runExamples(...scopesOf(others));
      const called = new Set(calls.map((call) => call.split(" ")[0]));
      expect([...called].sort()).toEqual(others.toSorted());
      expect(refused).toBeGreaterThan(50);
    },
    longestMs,
  );
});

test(
  "a client that may only read writes nothing, whatever it asks",
  async () => {
    const { calls, refused } = await runExamples(...names.map(readScope));
    const sent = new Set(calls.map((call) => call.split(" ").slice(0, 2).join(" ")));
    // A report is asked for by POST.
    expect([...sent].sort()).toEqual([...names.map((name) => `${name} GET`), "assembled POST"].sort());
    expect(calls.filter((call) => / POST /.test(call) && !/ POST \/v0\/reports\b/.test(call))).toEqual([]);
    expect(refused).toBeGreaterThan(80);
  },
  longestMs,
);
