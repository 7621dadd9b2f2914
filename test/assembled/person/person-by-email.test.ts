import { describe, expect, test } from "vitest";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { learnRosterLength } from "./roster-length.ts";

const byEmail = "query ($email: EmailAddress!) { person(by: { email: $email }) { sourceId } }";
const search = (email: string) =>
  `assembled GET /v0/people?search=${email}&include_deleted=true&limit=500&offset=0`;
const pages = (...offsets: number[]) =>
  offsets.map((offset) => `assembled GET /v0/people?include_deleted=true&limit=500&offset=${offset}`);

/** A roster of three pages. */
const large = () => gateway({ sandbox: { sizes: { people: 1_200 } } });

const personAt = ({ sandbox }: TestGateway, at: number) => {
  const person = sandbox.data.assembled.people[at];
  if (!person) throw new Error(`There is no person ${at}.`);
  return person;
};

/** Asks for the people with some addresses at once; answers their ids. */
async function ask({ query }: TestGateway, emails: readonly string[]): Promise<unknown[]> {
  const fields = emails.map((email, at) => `a${at}: person(by: { email: "${email}" }) { sourceId }`);
  return Object.values(await query(`{ ${fields.join(" ")} }`)).map(
    (person) => (person as { sourceId: string } | null)?.sourceId ?? null,
  );
}

describe("a person of a large roster, by e-mail address,", () => {
  test("is one search, with site and teams along with it", async () => {
    const made = large();
    const { id, email } = personAt(made, 1_100);
    const { person } = await made.query(
      "query ($email: EmailAddress!) { person(by: { email: $email }) { sourceId site { name } teams { name } } }",
      { email: email.toUpperCase() },
    );
    expect(person).toEqual({
      sourceId: id,
      site: { name: expect.any(String) },
      teams: expect.arrayContaining([{ name: expect.any(String) }]),
    });
    expect(made.callsWithQueries()).toEqual([search(email.toLowerCase())]);
  });

  test("is not taken for another whom the search shows as well", async () => {
    const made = large();
    const { id, email } = personAt(made, 3);
    const { people } = made.sandbox.data.assembled;
    const other = { ...personAt(made, 4), email: `jo.${email}` };
    const body = {
      people: Object.fromEntries([other, personAt(made, 3)].map((one) => [one.id, one])),
      total: 2,
    };
    made.sandbox.assembled.inject({ row: "people.list", times: 1, reply: { status: 200, body } });
    expect(people.length).toBeGreaterThan(1_000);
    expect(await made.query(byEmail, { email })).toEqual({ person: { sourceId: id } });
    expect(made.callsWithQueries()).toEqual([search(email)]);
  });

  test.each([
    ["shows nobody", { people: {}, total: 0 }],
    ["shows others only", { people: { other: { id: "other", email: "other@helpdesk.example" } }, total: 1 }],
    ["does not show all that it found", { people: {}, total: 501 }],
  ])("is looked for in the roster when the search %s", async (_, body) => {
    const made = large();
    const { id, email } = personAt(made, 900);
    made.sandbox.assembled.inject({ row: "people.list", times: 1, reply: { status: 200, body } });
    expect(await made.query(byEmail, { email })).toEqual({ person: { sourceId: id } });
    expect(made.callsWithQueries()).toEqual([search(email), ...pages(0, 500, 1_000)]);
  });

  test("who does not exist is null once the roster has been read, and then costs no call", async () => {
    const made = large();
    const email = "nobody@helpdesk.example";
    expect(await made.query(byEmail, { email })).toEqual({ person: null });
    expect(made.callsWithQueries()).toEqual([search(email), ...pages(0, 500, 1_000)]);
    expect(await ask(made, ["nobody.else@helpdesk.example", personAt(made, 900).email])).toEqual([
      null,
      personAt(made, 900).id,
    ]);
    expect(made.calls()).toEqual([]);
  });

  test("and another are a search each, but three are the three pages of the roster", async () => {
    const two = large();
    await learnRosterLength(two);
    const people = [700, 800, 900].map((at) => personAt(two, at));
    const emails = people.map(({ email }) => email);
    expect(await ask(two, emails.slice(0, 2))).toEqual(people.slice(0, 2).map(({ id }) => id));
    expect(two.callsWithQueries()).toEqual(emails.slice(0, 2).map(search));

    const three = large();
    await learnRosterLength(three);
    expect(await ask(three, emails)).toEqual(people.map(({ id }) => id));
    expect(three.callsWithQueries()).toEqual(pages(0, 500, 1_000));
  });
});

test("a person of a roster that is known to be one page is looked up there, absent or not", async () => {
  const made = gateway();
  await learnRosterLength(made);
  const { id, email } = personAt(made, 9);
  expect(await made.query(byEmail, { email })).toEqual({ person: { sourceId: id } });
  expect(made.callsWithQueries()).toEqual(pages(0));
  expect(await made.query(byEmail, { email: "nobody@helpdesk.example" })).toEqual({ person: null });
  expect(made.calls()).toEqual([]);
});
