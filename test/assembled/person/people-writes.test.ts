import { describe, expect, test } from "vitest";
import { agentId, groupId, personId } from "../../../src/sandbox/data/ids.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies } from "../../support/journal.ts";

const roleId = groupId("role/Team lead");
const site = groupId("site/東京");
const group = (name: string) => groupId(name);
const newcomer = (firstName: string, more: object = {}) => ({
  firstName,
  lastName: "Newcomer",
  email: `${firstName}@helpdesk.example`,
  timezone: "Europe/Amsterdam",
  roleId,
  staffable: true,
  ...more,
});
const fields = `sourceId agentId firstName lastName email timezone importedId roles { sourceId } channels
  site { sourceId } teams { sourceId } queues { sourceId } skills { sourceId } platforms startDate endDate staffable`;

describe("creating a person", () => {
  const create = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) { personId person { ${fields} } } }`;

  test("sends what was given in the upstream's words, and answers the person from its reply", async () => {
    const made = gateway();
    const { createPerson } = await made.query(create, {
      input: newcomer("Ann", {
        roleId: `gid://assembled/Role/${roleId}`,
        importedId: "hr-ann",
        restrictedSites: [site],
        channels: ["CHAT", "SOCIAL"],
        siteId: site,
        teams: [group("team/Voice"), group("team/Quality")],
        queues: [group("queue/VIP")],
        skills: [group("skill/Robots")],
        platforms: { zendesk: "42", web1on1: "0123456789abcdef01234567" },
        startDate: "2026-04-01T00:00:00+02:00",
        endDate: "2027-03-31T22:00:00.999Z",
        sendInviteEmail: true,
      }),
    });
    expect(createPerson).toEqual({
      personId: `gid://assembled/Person/${createPerson.person.sourceId}`,
      person: {
        sourceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        agentId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        firstName: "Ann",
        lastName: "Newcomer",
        email: "Ann@helpdesk.example",
        timezone: "Europe/Amsterdam",
        importedId: "hr-ann",
        roles: [{ sourceId: roleId }],
        channels: ["CHAT", "SOCIAL"],
        site: { sourceId: site },
        teams: [{ sourceId: group("team/Voice") }, { sourceId: group("team/Quality") }],
        queues: [{ sourceId: group("queue/VIP") }],
        skills: [{ sourceId: group("skill/Robots") }],
        platforms: { zendesk: "42", web1on1: "0123456789abcdef01234567" },
        startDate: "2026-03-31T22:00:00.000Z",
        endDate: "2027-03-31T22:00:00.000Z",
        staffable: true,
      },
    });
    expect(made.calls()).toEqual([
      "assembled POST /v0/people",
      "assembled GET /v0/roles",
      "assembled GET /v0/sites",
      "assembled GET /v0/teams",
      "assembled GET /v0/queues",
      "assembled GET /v0/skills",
    ]);
    expect(bodies(made, "people.create")).toEqual([
      {
        people: [
          {
            first_name: "Ann",
            last_name: "Newcomer",
            email: "Ann@helpdesk.example",
            timezone: "Europe/Amsterdam",
            role: roleId,
            staffable: true,
            imported_id: "hr-ann",
            restricted_sites: [site],
            channels: ["chat", "social"],
            site,
            teams: [group("team/Voice"), group("team/Quality")],
            queues: [group("queue/VIP")],
            skills: [group("skill/Robots")],
            platforms: { zendesk: "42", web1on1: "0123456789abcdef01234567" },
            start_date: 1774994400,
            end_date: 1806530400,
            send_invite_email: true,
          },
        ],
      },
    ]);
  });

  test("sends nothing that was left out, and what the upstream gives as empty is null", async () => {
    const made = gateway();
    const { createPerson } = await made.query(create, { input: newcomer("Bea") });
    expect(createPerson.person).toMatchObject({ importedId: null, site: null, teams: [], startDate: null });
    expect(made.calls()).toEqual(["assembled POST /v0/people", "assembled GET /v0/roles"]);
    expect(Object.keys(bodies(made, "people.create")[0].people[0])).toEqual([
      "first_name",
      "last_name",
      "email",
      "timezone",
      "role",
      "staffable",
    ]);
  });

  test("is seen by the next look-up", async () => {
    const { query, calls } = gateway();
    const find = '{ person(by: { importedId: "hr-cee" }) { id } }';
    expect(await query(find)).toEqual({ person: null });
    const { createPerson } = await query(create, { input: newcomer("Cee", { importedId: "hr-cee" }) });
    calls();
    expect(await query(find)).toEqual({ person: { id: createPerson.personId } });
    expect(calls()).toEqual(["assembled GET /v0/people"]);
  });

  test("twice is never risked: a lost answer is said to be one", async () => {
    const { execute, query, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "people.create", kind: "reset", afterEffect: true });
    const { errors } = await execute(create, { input: newcomer("Dee") });
    expect(errors.map(({ extensions }) => [extensions.code, extensions.retryable])).toEqual([
      ["UPSTREAM_OUTCOME_UNKNOWN", false],
    ]);
    expect(calls()).toEqual(["assembled POST /v0/people"]);
    const { person } = await query('{ person(by: { email: "dee@helpdesk.example" }) { firstName } }');
    expect(person).toEqual({ firstName: "Dee" });
  });

  test("needs an answer that has the person", async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "people.create", reply: { status: 200, body: { people: [] } } });
    const { errors } = await execute(create, { input: newcomer("Eve") });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
    expect(calls()).toEqual(["assembled POST /v0/people"]);
  });

  test.each([
    ["a role that does not exist", { roleId: agentId(1) }],
    ["a site that does not exist", { siteId: agentId(1) }],
    ["a team that does not exist", { teams: [agentId(1)] }],
    ["no first name", { firstName: "" }],
  ])("with %s is for the upstream to reject", async (_, more) => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(create, { input: newcomer("Fay", more) });
    expect(data).toEqual({ createPerson: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_REJECTED"]);
    expect(calls()).toEqual(["assembled POST /v0/people"]);
  });

  test.each([
    ["an address that is none", { email: "fay" }],
    ["a time zone that is none", { timezone: "Europe/Atlantis" }],
    ["the id of a team for a role", { roleId: `gid://assembled/Team/${roleId}` }],
    ["the id of a site for a team", { teams: [`gid://assembled/Site/${site}`] }],
    ["a queue that cannot be one", { queues: ["VIP"] }],
    ["a platform id that is no text", { platforms: { zendesk: 42 } }],
    ["a channel that does not exist", { channels: ["FAX"] }],
    ["Unix seconds for a time", { startDate: 1774994400 }],
    ["a day that does not exist", { startDate: "2026-02-30T00:00:00Z" }],
    ["no word on an invitation", { sendInviteEmail: null }],
    ["no role", { roleId: undefined }],
  ])("with %s costs no call", async (_, more) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(create, { input: newcomer("Fay", more) });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

describe("creating people together", () => {
  const create = `mutation ($input: CreatePeopleInput!) {
    createPeople(input: $input) { personIds people { sourceId firstName email } }
  }`;
  const firstNames = (people: readonly { firstName: string }[]) => people.map(({ firstName }) => firstName);

  test("is one call, answered in the order of the input", async () => {
    const { query, calls } = gateway();
    const { createPeople } = await query(create, {
      input: { people: ["Ann", "Bea", "Cee"].map((name) => newcomer(name)) },
    });
    expect(firstNames(createPeople.people)).toEqual(["Ann", "Bea", "Cee"]);
    expect(createPeople.personIds).toEqual(
      createPeople.people.map(({ sourceId }: { sourceId: string }) => `gid://assembled/Person/${sourceId}`),
    );
    expect(new Set(createPeople.personIds).size).toBe(3);
    expect(calls()).toEqual(["assembled POST /v0/people"]);
  });

  test("of one, whom the upstream answers bare, is a list all the same", async () => {
    const { query, calls } = gateway();
    const { createPeople } = await query(create, { input: { people: [newcomer("Ann")] } });
    expect(firstNames(createPeople.people)).toEqual(["Ann"]);
    expect(calls()).toEqual(["assembled POST /v0/people"]);
  });

  test("keeps the order of the input whatever that of the answer, also for people of one address", async () => {
    const { query, calls, sandbox } = gateway();
    const row = (number: number, first_name: string, email: string) => ({
      id: personId(number),
      first_name,
      last_name: "Newcomer",
      email,
    });
    const desk = "desk@helpdesk.example";
    const people = [row(3, "Cee", "CEE@helpdesk.example"), row(2, "Bea", desk), row(1, "Ann", desk)];
    sandbox.assembled.inject({ row: "people.create", reply: { status: 200, body: { people } } });
    const { createPeople } = await query(create, {
      input: {
        people: [
          newcomer("Ann", { email: desk }),
          newcomer("Bea", { email: "Desk@Helpdesk.Example" }),
          newcomer("Cee"),
        ],
      },
    });
    expect(createPeople.personIds).toEqual(
      [1, 2, 3].map((number) => `gid://assembled/Person/${personId(number)}`),
    );
    expect(calls()).toEqual(["assembled POST /v0/people"]);
  });

  test("makes nobody when one is rejected", async () => {
    const { execute, query, calls } = gateway();
    const { errors } = await execute(create, {
      input: { people: [newcomer("Ann"), newcomer("Bea", { siteId: agentId(1) })] },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_REJECTED"]);
    expect(calls()).toEqual(["assembled POST /v0/people"]);
    expect(await query('{ people(filter: { search: "Newcomer" }) { totalCount } }')).toEqual({
      people: { totalCount: 0 },
    });
  });

  test.each([
    ["nobody", []],
    ["more than 100", Array.from({ length: 101 }, () => newcomer("Ann"))],
    [
      "somebody with the id of a team for a site",
      [newcomer("Ann"), newcomer("Bea", { siteId: `gid://assembled/Team/${site}` })],
    ],
  ])("costs no call for %s", async (_, people) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(create, { input: { people } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});
