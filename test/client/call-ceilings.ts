import { loadOperations } from "../../src/client/operations.ts";
import { exampleVariables } from "../../src/client/tabs.ts";
import { systems } from "../../src/systems.ts";
import { settled, testNowMs } from "../support/clock.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { readByLists, readRecordByRecord } from "./hand-written-customer.ts";

/** When an operation is asked, on a gateway that was asked nothing else. */
const moments = [
  { name: "cold", afterMs: 0 },
  { name: "again at once", afterMs: 0 },
  { name: "again after 31 s", afterMs: 31_000 },
] as const;

type Variables = Readonly<Record<string, unknown>>;

/** Writes that make something need other values each time, or collide with what they made before. */
const varied: Readonly<Record<string, (variables: Variables, time: number) => Variables>> = {
  "create-contact": ({ input }, time) => ({
    input: { ...(input as object), email: `ada.${time}@acme.example` },
  }),
  "create-activity": ({ input }, time) => {
    const at = (hours: number) => new Date(Date.UTC(2026, 2, 13, 9 + time + hours)).toISOString();
    return { input: { ...(input as object), window: { start: at(0), end: at(1) } } };
  },
};

/** Measures the calls of every shipped operation over the sandbox, and writes them down as `docs/call-ceilings.md`. */
export async function callCeilings(): Promise<string> {
  const rows: string[] = [];
  for (const { name, document } of loadOperations()) {
    const made = gateway();
    await made.query("{ __typename }");
    const variables = exampleVariables(testNowMs)[name] ?? {};
    for (const [time, moment] of moments.entries()) {
      await made.clock.advance(moment.afterMs);
      const counts = await measure(made, document, varied[name]?.(variables, time) ?? variables);
      const cells = [`\`${name}\``, moment.name, ...counts];
      rows.push(`| ${cells.join(" | ")} |`);
    }
  }
  return `${heading}\n${rows.join("\n")}\n${await besideHandWritten()}`;
}

/** The calls of `customer-360` beside those of clients that read the systems themselves. */
async function besideHandWritten(): Promise<string> {
  const rows = Object.entries({
    "record by record, as it is written first": await readRecordByRecord(),
    "by whole lists, joined by hand": await readByLists(),
  }).map(([name, counts]) => {
    const calls = systems.map((system) => counts[system.name as keyof typeof counts]);
    return `| ${[name, ...calls, calls.reduce((sum, count) => sum + count, 0)].join(" | ")} |`;
  });
  return `\n${handWritten}\n${rows.join("\n")}\n`;
}

/** Calls to each system, and to all. */
async function measure(made: TestGateway, document: string, variables: Variables): Promise<number[]> {
  made.calls();
  let answered = false;
  const answer = made.query(document, variables).finally(() => {
    answered = true;
  });
  await settled();
  while (!answered) await made.clock.advance(10);
  await answer;
  // Calls of the background may come after the answer.
  await settled();
  const calls = made.calls();
  const counts = systems.map(({ name }) => calls.filter((call) => call.startsWith(`${name} `)).length);
  return [...counts, calls.length];
}

const handWritten = `## Beside hand-written reads

Calls of a client that reads the customer of \`customer-360\` from the systems themselves, each time that it does:
\`test/client/hand-written-customer.ts\`.

| Reads | ${systems.map(({ title }) => title).join(" | ")} | All |
|---|${systems.map(() => "--:|").join("")}--:|`;

const heading = `# Call ceilings

What each operation in \`src/client/operations/\` costs upstream, in calls over the sandbox's data and with the variables of
its tab in GraphiQL: on a new gateway (cold), asked again at once, and again after 31 s. By then people, users,
organizations, accounts and contacts are no longer fresh: the answer comes from what is kept, and the calls replace it
in the background. Writes get other values each time.

\`npx tsx scripts/call-ceilings.ts\` writes this table; \`test/client/call-ceilings.test.ts\` fails when it is not what is
measured. A number that rises needs a reason in the commit.

| Operation | When | ${systems.map(({ title }) => title).join(" | ")} | All |
|---|---|${systems.map(() => "--:|").join("")}--:|`;
