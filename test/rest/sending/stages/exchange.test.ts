import { describe, expect, test } from "vitest";
import { NotSent, type Transport, type TransportRequest } from "../../../../src/rest/exchange.ts";
import { createPlacement } from "../../../../src/rest/message/placement.ts";
import { exchange } from "../../../../src/rest/sending/exchange.ts";
import { timed } from "../../../../src/rest/sending/timed.ts";
import { testClock } from "../../../support/clock.ts";
import { operationOf, prepared, system } from "./attempts.ts";

/** The last stage over a transport that answers a thing, or fails. */
function exchanging({ failure, isTraced = false }: { failure?: Error; isTraced?: boolean } = {}) {
  const clock = testClock();
  const sent: TransportRequest[] = [];
  const transport: Transport = async (request) => {
    sent.push(request);
    if (failure) throw failure;
    const body = [Buffer.from('{"id":"1","token":"secret"}')];
    return {
      status: 200,
      headers: {},
      body: (async function* () {
        yield* body;
      })(),
    };
  };
  const definition = { ...system, headers: { version: "1" } };
  const tracedSystems = isTraced ? ["things"] : [];
  const parts = { clock, tracedSystems, transport, placement: createPlacement(definition) };
  const send = timed(clock)(exchange(definition, parts));
  const request = { ...prepared(), credential: { key: "k" } };
  const operation = { ...operationOf(clock), traceparent: "00-1-2-01" };
  return { clock, operation, request, send, sent };
}

test("a request goes out with the headers of its system and credential, and its answer is read", async () => {
  const { operation, request, send, sent } = exchanging();
  expect(await send(request, operation)).toMatchObject({ answer: { value: { id: "1" } } });
  const headers = { accept: "application/json", "accept-encoding": "identity", version: "1", key: "k" };
  expect(sent).toMatchObject([{ method: "GET", url: request.url, headers }]);
  expect([sent[0]?.headers.traceparent, request.stats.attempts]).toEqual([undefined, 1]);
});

test("a system that is traced is told of the trace", async () => {
  const { operation, request, send, sent } = exchanging({ isTraced: true });
  await send(request, operation);
  expect(sent[0]?.headers.traceparent).toBe("00-1-2-01");
});

describe("what fails is told by whether it may have arrived", () => {
  test.each([
    ["a request that was not sent", new NotSent("No connection."), "unsent"],
    ["an answer that did not come", new Error("The connection broke."), "ambiguous"],
  ])("%s", async (_, failure, retryClass) => {
    const { operation, request, send } = exchanging({ failure });
    expect(await send(request, operation)).toMatchObject({
      error: { code: "UPSTREAM_UNAVAILABLE" },
      retryClass,
    });
  });
});

test("nothing is sent once the time of the operation is up", async () => {
  const { operation, request, send, sent } = exchanging();
  const outcome = await send(request, { ...operation, deadlineAtMs: 0 });
  expect(outcome).toMatchObject({ error: { code: "UPSTREAM_TIMEOUT" } });
  expect([sent, request.stats.attempts]).toEqual([[], 0]);
});
