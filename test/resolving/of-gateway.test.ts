import { expect, test } from "vitest";
import { createOfGateway } from "../../src/resolving/of-gateway.ts";
import { testClock } from "../support/clock.ts";

test("a thing is made once for each gateway, with its clock", () => {
  const [clock, other] = [testClock(1), testClock(2)];
  const definition = { make: ({ nowMs }: { nowMs(): number }) => ({ madeAtMs: nowMs() }) };
  const [ofGateway, ofOther] = [createOfGateway(clock), createOfGateway(other)];
  expect(ofGateway(definition)).toEqual({ madeAtMs: 1 });
  expect(ofGateway(definition)).toBe(ofGateway(definition));
  expect(ofOther(definition)).toEqual({ madeAtMs: 2 });
});
