import { describe, expect, test } from "vitest";
import type { SystemAddresses } from "../../src/resolving/system.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { type SystemName, sandboxCredentials } from "../support/sandbox.ts";

/** What is asked of a system, and how its calls begin when its address is wrong by one more `/v0`. */
interface Asked {
  readonly setting: string;
  readonly wrong: SystemAddresses;
  readonly list: string;
  readonly listCall: string;
  readonly lookUp: string;
  readonly lookUpRow: string;
  readonly write: string;
}

const asked: Readonly<Record<SystemName, Asked>> = {
  assembly: {
    setting: "ASSEMBLY_URL",
    wrong: { assembly: { baseUrl: "http://assembly.test/v0", apiKey: "sandbox-assembly-key" } },
    list: "{ answer: labels { name } }",
    listCall: "assembly GET /v0/accounts/labels",
    lookUp: '{ answer: account(by: { id: "nobody" }) { name } }',
    lookUpRow: "accounts.getById",
    write:
      'mutation { answer: createLabel(input: { type: TIER, name: "Gold", color: "#FFD700" }) { labelId } }',
  },
  assembled: {
    setting: "ASSEMBLED_URL",
    wrong: {
      assembled: { baseUrl: "http://assembled.test/v0", apiKey: "sk_live_sandbox", apiVersion: "2024-05-22" },
    },
    list: "{ answer: people { nodes { id } } }",
    listCall: "assembled GET /v0/v0/people",
    lookUp: '{ answer: person(by: { id: "00000000-0000-4000-8000-000000000000" }) { id } }',
    lookUpRow: "people.get",
    write: `mutation { answer: createPerson(input: {
      firstName: "Ann", lastName: "Lee", email: "ann.lee@helpdesk.example", timezone: "Europe/Paris",
      roleId: "${showcase.person.personId}", staffable: true
    }) { personId } }`,
  },
  web1on1: {
    setting: "WEB1ON1_URL",
    wrong: {
      web1on1: {
        baseUrl: "http://web1on1.test/v2/v0",
        credentials: { token: sandboxCredentials.web1on1.token },
      },
    },
    list: "{ answer: users { nodes { id } } }",
    listCall: "web1on1 GET /v0/users",
    lookUp: '{ answer: user(by: { id: "0123456789abcdef01234567" }) { id } }',
    lookUpRow: "users.get",
    write: 'mutation { answer: createUser(input: { email: "ann@chat.example" }) { userId } }',
  },
};

const systems = Object.keys(asked) as SystemName[];

/** The code of the one error of an operation that answers nothing, whose message names the setting. */
async function failureOf({ execute }: TestGateway, system: SystemName, document: string): Promise<unknown> {
  const { data, errors } = await execute(document);
  expect(data).toEqual({ answer: null });
  expect(errors).toHaveLength(1);
  expect(errors[0]?.extensions).toMatchObject({ system, status: 404, retryable: false });
  expect(errors[0]?.message).toContain(asked[system].setting);
  return errors[0]?.extensions.code;
}

const warnings = ({ logLines }: TestGateway): readonly Record<string, unknown>[] =>
  logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "upstream call failed");

const notFoundPage = {
  status: 404,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: "<h1>Not Found",
};
const notFound = { status: 404, body: { error: "not found" } };

describe.each(systems)("at a wrong address of %s", (system) => {
  const { list, listCall, lookUp, setting, write, wrong } = asked[system];

  test("a list is no absence: its error, the log and the state of the system tell of the setting", async () => {
    const made = gateway({ addresses: wrong });
    expect(await failureOf(made, system, list)).toBe("UPSTREAM_INVALID_RESPONSE");
    expect(made.calls()).toEqual([listCall]);
    expect(warnings(made)).toMatchObject([{ level: 40, system, status: 404, setting }]);
    expect(made.gateway.upstreams[system]?.state).toBe("failing");
  });

  test("what is looked up after that is not said to be absent, however often", async () => {
    const made = gateway({ addresses: wrong });
    await made.execute(list);
    made.calls();
    for (let look = 0; look < 12; look += 1)
      expect(await failureOf(made, system, lookUp)).toBe("UPSTREAM_INVALID_RESPONSE");
    // The breaker would hide what is wrong.
    expect(made.calls()).toHaveLength(12);
    expect(made.gateway.upstreams[system]?.state).toBe("failing");
  });

  test("a write has certainly done nothing, and nothing that it names is missing", async () => {
    const made = gateway({ addresses: wrong });
    expect(await failureOf(made, system, write)).toBe("UPSTREAM_INVALID_RESPONSE");
    expect(made.calls()).toHaveLength(1);
    expect(warnings(made)).toMatchObject([{ system, status: 404, setting }]);
  });
});

describe.each(systems)("at %s", (system) => {
  const { list, lookUp, lookUpRow } = asked[system];

  test("a page of HTML in place of an object is of a server that knows no such route", async () => {
    const made = gateway();
    made.sandbox[system].inject({ row: lookUpRow, reply: notFoundPage });
    expect(await failureOf(made, system, lookUp)).toBe("UPSTREAM_INVALID_RESPONSE");
    expect(made.calls()).toHaveLength(1);
    expect(made.gateway.upstreams[system]?.state).toBe("failing");
  });

  test("any other 404 of an object is its absence, which says nothing of the system", async () => {
    const made = gateway();
    made.sandbox[system].inject({ row: lookUpRow, reply: notFound });
    expect(await made.query(lookUp)).toEqual({ answer: null });
    expect(made.calls()).toHaveLength(1);
    expect(warnings(made)).toEqual([]);
    expect(made.gateway.upstreams[system]?.state).toBe("untried");
  });

  test("once a list has answered again, absence is believed again", async () => {
    const made = gateway();
    made.sandbox[system].inject({ row: "*", times: 1, reply: notFound });
    made.sandbox[system].inject({ row: lookUpRow, reply: notFound });
    expect(await failureOf(made, system, list)).toBe("UPSTREAM_INVALID_RESPONSE");
    await made.query(list);
    expect(await made.query(lookUp)).toEqual({ answer: null });
    expect(made.calls()).toHaveLength(3);
    expect(made.gateway.upstreams[system]?.state).toBe("answering");
  });
});

test("the gateway's own user is no object that may be absent", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({ row: "*", reply: notFound });
  expect(await failureOf(made, "web1on1", "{ answer: viewer { id } }")).toBe("UPSTREAM_INVALID_RESPONSE");
  expect(await failureOf(made, "web1on1", "{ answer: viewerOrganizations { role } }")).toBe(
    "UPSTREAM_INVALID_RESPONSE",
  );
  expect(made.calls()).toEqual(["web1on1 GET /users/me", "web1on1 GET /users/me/organizations"]);
});

test("labels of a type are a list although the type stands in the path", async () => {
  const made = gateway();
  made.sandbox.assembly.inject({ row: "labels.listByType", reply: notFound });
  expect(await failureOf(made, "assembly", "{ answer: labels(type: TIER) { name } }")).toBe(
    "UPSTREAM_INVALID_RESPONSE",
  );
  expect(made.calls()).toEqual(["assembly GET /accounts/labels/Tier"]);
});
