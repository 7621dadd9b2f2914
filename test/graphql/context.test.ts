import { describe, expect, test } from "vitest";
import { contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { writeElsewhere } from "../support/elsewhere.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";

const { organizationId, accountId, domain } = showcase.account;
const { agentId, userId } = showcase.person;

/** The last body that was sent to a system. */
const lastBody = (made: TestGateway, system: "assembly" | "assembled" | "web1on1"): unknown =>
  JSON.parse(made.sandbox[system].journal.filter(({ method }) => method !== "GET").at(-1)?.body ?? "");

describe("what a write is made from is read afresh, although it is kept and was read a moment ago", () => {
  test("the preferences of a user that a patch is merged into", async () => {
    const made = gateway();
    const read = `{ user(by: { id: "${userId}" }) { settings { timezone } } }`;
    await made.query(read);
    await writeElsewhere(made.sandbox, `PATCH /v2/users/${userId}`, {
      settings: { timezone: "America/Lima" },
    });
    expect((await made.query(read)).user.settings.timezone).not.toBe("America/Lima");
    made.calls();
    await made.query(
      `mutation { updateUser(id: "${userId}", input: { settings: { locale: NL } }) { userId } }`,
    );
    expect(lastBody(made, "web1on1")).toMatchObject({ settings: { timezone: "America/Lima", locale: "nl" } });
    expect(made.calls()).toEqual([`web1on1 GET /users/${userId}`, `web1on1 PATCH /users/${userId}`]);
  });

  test("the settings of an organization that a patch is merged into", async () => {
    const made = gateway();
    const read = `{ organization(by: { id: "${organizationId}" }) { settings { routeOnReply } } }`;
    await made.query(read);
    const path = `/organizations/${organizationId}`;
    await writeElsewhere(made.sandbox, `PATCH /v2${path}`, { settings: { routeOnReply: "accept" } });
    expect((await made.query(read)).organization.settings?.routeOnReply).not.toBe("ACCEPT");
    made.calls();
    await made.query(
      `mutation { updateOrganization(id: "${organizationId}", input: { settings: { enableMail: true } }) { organizationId } }`,
    );
    expect(lastBody(made, "web1on1")).toEqual({ settings: { routeOnReply: "accept", enableMail: true } });
    expect(made.calls()).toEqual([`web1on1 GET ${path}`, `web1on1 PATCH ${path}`]);
  });

  const startMs = Date.parse("2026-03-14T09:00:00Z");
  const window = '{ start: "2026-03-14T09:00:00Z", end: "2026-03-14T10:00:00Z" }';
  const fields = `person: { agentId: "${agentId}" }, typeId: "${showcase.shiftTypeId}", window: ${window}`;

  test.each([
    ["one new activity", `createActivity(input: { ${fields}, onConflict: REFUSE }) { activityId }`],
    [
      "several",
      `createActivities(input: { activities: [{ ${fields} }], onConflict: REFUSE }) { activityIds }`,
    ],
  ])("the schedule that %s must not overlap", async (_, mutation) => {
    const made = gateway();
    const read = `{ activities(window: ${window}, filter: { agents: ["${agentId}"] }) { nodes { id } } }`;
    expect(await made.query(read)).toEqual({ activities: { nodes: [] } });
    await writeElsewhere(made.sandbox, "POST /v0/activities", {
      agent_id: agentId,
      type_id: showcase.shiftTypeId,
      start_time: startMs / 1000,
      end_time: startMs / 1000 + 1_800,
      allow_conflicts: true,
    });
    expect(await made.query(read)).toEqual({ activities: { nodes: [] } });
    made.calls();
    const { errors } = await made.execute(`mutation { ${mutation} }`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["CONFLICT"]);
    expect(made.calls()).toEqual(["assembled GET /v0/activities"]);
  });

  test("the own user, which must not be removed", async () => {
    const made = gateway();
    await made.query("{ viewer { id } }");
    made.calls();
    await made.query(`mutation { deleteUser(id: "${userId}") { deletedUserId } }`);
    expect(made.calls()).toEqual(["web1on1 GET /users/me", `web1on1 DELETE /users/${userId}`]);
  });
});

describe("a key that names what to delete is looked up afresh, as it may lead to another object by now", () => {
  const account = { path: "/accounts", body: { type: "Company", name: "Newcomer" } };
  const contact = { path: "/contacts", body: { name: "Newcomer", company_domain: domain } };
  const { contactId } = contactCases.none;

  test.each([
    ["account", "domain", accountId, account, (key: string) => ({ domain: key })],
    ["account", "sourceSpecificId", accountId, account, (key: string) => ({ source_specific_ids: [key] })],
    ["contact", "email", contactId, contact, (key: string) => ({ domain: key })],
    ["contact", "sourceSpecificId", contactId, contact, (key: string) => ({ source_specific_ids: [key] })],
  ])("%s by %s", async (noun, key, id, { path, body }, keyed) => {
    const made = gateway();
    const rows =
      noun === "account" ? made.sandbox.data.assembly.accounts : made.sandbox.data.assembly.contacts;
    const row = rows.find((each) => each.id === id);
    const value = (key === "sourceSpecificId" ? row?.source_specific_ids?.[0] : row?.domain) ?? "";
    const by = `{ ${key}: "${value}" }`;
    const read = `{ ${noun}(by: ${by}) { sourceId } }`;
    expect(await made.query(read)).toEqual({ [noun]: { sourceId: id } });

    // The key moves from the one that was read to another.
    const away =
      key === "sourceSpecificId" ? { removed_source_specific_ids: [value] } : keyed(`old-${value}`);
    await writeElsewhere(made.sandbox, `PUT ${path}/${id}`, away);
    await writeElsewhere(made.sandbox, `POST ${path}`, {
      domain: `other-${row?.domain}`,
      ...body,
      ...keyed(value),
    });
    expect(await made.query(read)).toEqual({ [noun]: { sourceId: id } });
    made.calls();

    const type = noun === "account" ? "Account" : "Contact";
    const { [`delete${type}`]: payload } = await made.query(
      `mutation { delete${type}(by: ${by}) { deleted${type}Id } }`,
    );
    const deletedId = payload[`deleted${type}Id`].split("/").at(-1);
    expect(deletedId).not.toBe(id);
    expect(made.calls().at(-1)).toBe(`assembly DELETE ${path}/${deletedId}`);
    expect(await made.query(`{ ${noun}(by: { id: "${id}" }) { sourceId } }`)).toEqual({
      [noun]: { sourceId: id },
    });
    expect(await made.query(read)).toEqual({ [noun]: null });
  });
});
