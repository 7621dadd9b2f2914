import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import type { SystemName } from "../support/sandbox.ts";
import { systemNames } from "./calls.ts";
import { ask, startFaultServer } from "./cell.ts";

const speed = 15;
const stormMs = 30_000;
const statuses = [500, 502, 503, 504];
/** Between two operations. */
const pauseMs = 500;
/** The longest that a system is left alone at a time during such a storm: the third time, 5, 10 and 20 s and a quarter. */
const longestRefusalMs = 25_000;

/** Fields of several rows: what fails in one row alone is not taken for the state of the system. */
const fields: Readonly<Record<SystemName, Readonly<Record<string, string>>>> = {
  assembly: {
    labels: "labels { name }",
    account: `account(by: { id: "${showcase.account.accountId}" }) { name }`,
    contacts: "contacts(first: 1) { nodes { name } }",
  },
  assembled: {
    people: "people(first: 1) { nodes { lastName } }",
    teams: "teams { name }",
    sites: "sites { name }",
  },
  web1on1: {
    viewer: "viewer { status }",
    users: "users(first: 1) { nodes { email } }",
    organizations: "organizations(first: 1) { nodes { name } }",
  },
};
const query = `{ ${systemNames.flatMap((system) => Object.values(fields[system])).join(" ")} }`;

interface Asked {
  /** Since the storm began, by the gateway's clock. */
  readonly answeredMs: number;
  readonly data: unknown;
  readonly errors: readonly {
    readonly path: readonly string[];
    readonly extensions: { readonly code: string; readonly system: string; readonly attempts: number };
  }[];
}

/** Asks all three systems again and again while one of them answers nothing but errors, until it is well again. */
async function weather(system: SystemName) {
  await using made = await startFaultServer(speed);
  const { server, clock } = made;
  const whole: Record<string, unknown> = (await ask(server, query)).json.data;
  const startedMs = clock.nowMs();
  const reply = statuses.map((status) => ({ status }));
  server.sandbox[system].inject({ row: "*", lastsMs: stormMs, reply });
  const asked: Asked[] = [];
  let errors: Asked["errors"] = [];
  do {
    const { json } = await ask(server, query);
    errors = json.errors ?? [];
    asked.push({ answeredMs: clock.nowMs() - startedMs, data: json.data, errors });
    await new Promise<void>((resolve) => void clock.after(pauseMs, resolve));
  } while (errors.length > 0 && clock.nowMs() < startedMs + stormMs + 2 * longestRefusalMs);
  const requests = server.sandbox[system].journal.filter(({ status }) => Number(status) >= 500).length;
  return { asked, whole, requests };
}

test.concurrent.each(systemNames)(
  "when %s answers 500 to 504 for 30 s, its fields alone fail, it is hardly asked, and it is asked again soon after",
  async (system) => {
    const { asked, whole, requests } = await weather(system);
    const last = asked.at(-1);
    // After it one call finds out that the system is well again, and others may be refused until then.
    const failed = asked.filter(({ answeredMs }) => answeredMs < stormMs);
    expect(last?.data).toEqual(whole);
    expect(last?.answeredMs).toBeGreaterThanOrEqual(stormMs);
    expect(last?.answeredMs).toBeLessThan(stormMs + longestRefusalMs + 1_000);
    const names = Object.keys(fields[system]);
    for (const { data, errors } of failed) {
      expect(data).toEqual({ ...whole, ...Object.fromEntries(names.map((name) => [name, null])) });
      expect(errors.map(({ path }) => path.join(".")).sort()).toEqual(names.toSorted());
      for (const { extensions } of errors) {
        expect(extensions).toMatchObject({ system, code: "UPSTREAM_UNAVAILABLE" });
      }
    }
    const all = failed.flatMap(({ errors }) => errors);
    const refused = all.filter(({ extensions }) => extensions.attempts === 0);
    expect(refused.length).toBeGreaterThan(all.length / 2);
    expect(requests).toBeLessThan(all.length / 2);
  },
  30_000,
);
