import { describe, expect, test } from "vitest";
import { GatewayError } from "../../../../src/errors.ts";
import type { Send } from "../../../../src/rest/send.ts";
import { authorise, withHeaders } from "../../../../src/rest/sending/authorise.ts";
import type { Credential } from "../../../../src/rest/upstream.ts";
import { testClock } from "../../../support/clock.ts";
import { answered, behind, failed, operationOf, prepared } from "./attempts.ts";

const refused = failed("UPSTREAM_AUTH", "final", { status: 401 });

/** The stage before a way of sending, with a credential whose headers are numbered. */
function authorised(send: Send, credential: Partial<Credential> = {}) {
  const clock = testClock();
  let number = 1;
  const numbered: Credential = {
    identity: "numbered",
    headers: async () => ({ key: `${number}` }),
    renew() {
      number += 1;
      return true;
    },
    ...credential,
  };
  const logIn = () => () => Promise.reject(new Error("It logged in."));
  const stage = authorise({ name: "things", credential: numbered }, logIn as never, clock)(send);
  return () => stage(prepared(), operationOf(clock));
}

const keys = ({ sent }: ReturnType<typeof behind>) => sent.map(({ credential }) => credential?.key);

describe("a request carries the headers of the credential", () => {
  test("as they are while they are accepted", async () => {
    const next = behind(answered);
    expect(await authorised(next.send)()).toBe(answered);
    expect(keys(next)).toEqual(["1"]);
  });

  test("renewed once if they are refused", async () => {
    const next = behind(refused, answered);
    expect(await authorised(next.send)()).toBe(answered);
    expect(keys(next)).toEqual(["1", "2"]);
  });

  test("renewed no second time", async () => {
    const next = behind(refused);
    expect(await authorised(next.send)()).toBe(refused);
    expect(keys(next)).toEqual(["1", "2"]);
  });

  test("not renewed where that would not help, nor for another failure", async () => {
    const fixed = behind(refused);
    expect(await authorised(fixed.send, { renew: () => false })()).toBe(refused);
    const other = behind(failed("UPSTREAM_REJECTED", "final", { status: 400 }));
    await authorised(other.send)();
    expect([keys(fixed), keys(other)]).toEqual([["1"], ["1"]]);
  });
});

test("nothing is sent where the credential cannot be had", async () => {
  const next = behind(answered);
  const error = new GatewayError("UPSTREAM_AUTH", "The log-in was refused.");
  const run = authorised(next.send, { headers: () => Promise.reject(error) });
  expect(await run()).toEqual({ error, retryClass: "final" });
  expect(next.sent).toEqual([]);
});

test("a log-in carries the headers that it is given", async () => {
  const next = behind(answered);
  await withHeaders({ key: "given" })(next.send)(prepared(), operationOf(testClock()));
  expect(keys(next)).toEqual(["given"]);
});
