import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { plantedSecret } from "../../src/sandbox/planted-secret.ts";
import { gateway } from "../support/gateway.ts";
import { stored } from "./upstream.ts";

const { userId } = showcase.person;
const { gatewayUserId } = showcase;
const { organizationId } = showcase.account;

const updateUser =
  "mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { userId } }";
const get = (path: string) => `web1on1 GET ${path}`;
const patch = (path: string) => `web1on1 PATCH ${path}`;
const user = `/users/${userId}`;
const organization = `/organizations/${organizationId}`;

test("two patches of one user at once are both kept, in whichever case its id is written", async () => {
  const made = gateway();
  await Promise.all([
    made.query(updateUser, { id: userId, input: { meta: { left: 1 }, settings: { locale: "FR" } } }),
    made.query(updateUser, { id: userId.toUpperCase(), input: { meta: { right: 2 } } }),
  ]);
  expect(await stored(made, user)).toMatchObject({ meta: { left: 1, right: 2 }, settings: { locale: "fr" } });
  expect(made.calls()).toEqual([get(user), patch(user), get(user), patch(user)]);
});

test("two patches of one organization at once are both kept", async () => {
  const made = gateway();
  const update = (input: object) =>
    made.query(
      `mutation ($id: ID!, $input: UpdateOrganizationInput!) { updateOrganization(id: $id, input: $input) { organizationId } }`,
      { id: organizationId, input },
    );
  await Promise.all([
    update({ billingInfo: { currentPlan: "scale" } }),
    update({ billingInfo: { daysUntilDue: 30 } }),
  ]);
  expect((await stored(made, organization)).billingInfo).toMatchObject({
    currentPlan: "scale",
    daysUntilDue: 30,
    stripeCustomerId: plantedSecret("stripeCustomerId", "acme"),
  });
  expect(made.calls()).toEqual([
    get(organization),
    patch(organization),
    get(organization),
    patch(organization),
  ]);
});

test("a patch that fails holds up none that wait for it", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({ row: "users.update", times: 1, reply: { status: 400 } });
  const answers = await Promise.all(
    ["left", "right"].map((name) => made.execute(updateUser, { id: userId, input: { meta: { [name]: 1 } } })),
  );
  // Either may be the first.
  const codes = answers.map(({ errors }) => errors[0]?.extensions.code);
  expect([...codes].sort()).toEqual(["UPSTREAM_REJECTED", undefined]);
  const { meta } = await stored(made, user);
  expect(Object.keys(meta as object)).toContain(codes[0] ? "right" : "left");
  expect(Object.keys(meta as object)).not.toContain(codes[0] ? "left" : "right");
  expect(made.calls()).toEqual([get(user), patch(user), get(user), patch(user)]);
});

test("patches of different users do not wait for each other", async () => {
  const made = gateway();
  const other = `/users/${gatewayUserId}`;
  made.sandbox.web1on1.inject({ row: "users.get", times: 1, delayMs: 1_000 });
  const slow = made.query(updateUser, { id: userId, input: { meta: { left: 1 } } });
  await made.clock.advance(1);
  await made.query(updateUser, { id: gatewayUserId, input: { meta: { right: 2 } } });
  await made.clock.advance(1_000);
  await slow;
  expect(made.calls()).toEqual([get(user), get(other), patch(other), patch(user)]);
});

test("look-ups by e-mail address share one filter, and those that it does not settle one walk", async () => {
  const made = gateway();
  const rows = made.sandbox.data.web1on1.users.filter(({ status }) => status === "active").slice(0, 15);
  const fields = (emails: readonly string[]) =>
    emails.map((email, at) => `u${at}: user(by: { email: "${email}" }) { sourceId }`).join(" ");
  const expected = Object.fromEntries(rows.map(({ id }, at) => [`u${at}`, { sourceId: id }]));
  expect(await made.query(`{ ${fields(rows.map(({ email }) => email))} }`)).toEqual(expected);
  const spellings = [...new Set(rows.flatMap(({ email }) => [email, email.toLowerCase()]))];
  expect(made.callsWithQueries()).toEqual([
    `web1on1 GET /users?email=[${spellings.join()}]&limit=100&offset=0`,
  ]);
  expect(await made.query(`{ ${fields(rows.map(({ email }) => email.toUpperCase()))} }`)).toEqual(expected);
  expect(made.calls()).toEqual(Array(5).fill("web1on1 GET /users"));
});
