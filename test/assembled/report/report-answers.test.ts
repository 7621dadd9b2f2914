import { expect, test } from "vitest";
import { reference } from "../../../src/rest/cache-policy.ts";
import { settled, testClock } from "../../support/clock.ts";
import { startServer } from "../../support/server.ts";
import { adherence, yesterday } from "./waiting.ts";

const document = adherence("id status");

/** A server over reports that take so long, and ways to ask it. */
async function reportServer(reportMs: number) {
  const clock = testClock();
  const server = await startServer({ clock, sandbox: { choices: { assembled: { reportMs } } } });
  /** Asks for the report; time passes slowly enough for what goes over sockets meanwhile. */
  const ask = async () => {
    let ended = false;
    const answer = server.post({ query: document, variables: yesterday }).finally(() => {
      ended = true;
    });
    while (!ended) {
      for (let turn = 0; turn < 10; turn += 1) await settled();
      if (!ended) await clock.advance(100);
    }
    const { json } = await answer;
    return json.data.adherenceReport as { readonly id: string; readonly status: string };
  };
  const look = async (id: string): Promise<string> => {
    const { json } = await server.post({ query: `{ report(id: "${id}") { status } }` });
    return json.data.report.status;
  };
  return { server, clock, ask, look };
}

test("an answer with a report in progress is not given again", async () => {
  const { server: made, clock, ask, look } = await reportServer(60_000);
  await using server = made;
  const first = await ask();
  expect(first.status).toBe("IN_PROGRESS");
  expect(server.calls().length).toBeGreaterThan(3);
  await clock.advance(60_000);
  // It is joined, since nothing has seen its end.
  expect(await ask()).toEqual({ ...first, status: "COMPLETE" });
  expect(server.calls()).toHaveLength(1);

  // Of cached reads alone, that answer holds for as long as they do.
  expect((await ask()).id).toBe(first.id);
  expect(server.calls()).toEqual([]);
  await clock.advance(reference.freshMs);
  const second = await ask();
  expect(second.id).not.toBe(first.id);
  server.calls();
  expect([await look(second.id), await look(second.id)]).toEqual(["IN_PROGRESS", "IN_PROGRESS"]);
  expect(server.calls()).toHaveLength(2);
});

test("a complete report is given again without a call", async () => {
  const { server: made, ask, look } = await reportServer(1_500);
  await using server = made;
  const { id, status } = await ask();
  expect(status).toBe("COMPLETE");
  server.calls();
  expect([await look(id), await look(id)]).toEqual(["COMPLETE", "COMPLETE"]);
  expect(server.calls()).toEqual([]);
});
