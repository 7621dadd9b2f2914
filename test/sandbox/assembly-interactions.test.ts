import { expect, test } from "vitest";
import { createAssemblyEmulator } from "../../src/sandbox/assembly/emulator.ts";
import type { AssemblyOptions } from "../../src/sandbox/assembly/options.ts";
import { contactCases, showcase, ticketCases } from "../../src/sandbox/data/showcase.ts";
import type { ReceivedFile } from "../../src/sandbox/form.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const data = createSandboxData(Date.UTC(2026, 2, 17)).assembly;
const authorization = "sandbox-assembly-key";
const headers = { authorization, "content-type": "multipart/form-data; boundary=b" };
const megabyte = 1024 * 1024;
const pngHead = "89504e470d0a1a0a";

/** A file as it is known once it has come. */
const file = (bytes: number, head = pngHead): ReceivedFile => ({
  field: "files",
  filename: "a.png",
  contentType: "image/png",
  bytes,
  sha256: "",
  head,
});

function assembly(choices: Partial<AssemblyOptions> = {}) {
  const clock = { nowMs: 0 };
  const emulator = createAssemblyEmulator(data, { nowMs: () => clock.nowMs, sleep: async () => {} }, choices);
  /** Sends a form, in a second of its own; what is no string is sent as JSON text. */
  const send = async (
    target: string,
    fields: Readonly<Record<string, unknown>>,
    files: readonly ReceivedFile[] = [],
  ) => {
    clock.nowMs += 1_000;
    const texts = Object.entries(fields).map(([field, value]) => ({
      field,
      value: typeof value === "string" ? value : JSON.stringify(value),
    }));
    const body = { texts, files };
    const { body: answer, status } = await emulator.handle({ method: "POST", target, headers, body });
    return [status, answer];
  };
  const customers = async (address: string) => {
    const target = `/accounts/${address}`;
    const { body } = await emulator.handle({ method: "GET", target, headers: { authorization }, body: "" });
    return body;
  };
  return { clock, customers, emulator, send };
}

const error = (message: unknown) => ({ error: message });
const message = "Where is my parcel?";
const user = { email: "ada@post.example" };

test("a ticket gets the next number, and its source specific id finds it for replies", async () => {
  const { emulator, send } = assembly();
  expect(await send("/interactions", { query: message, source_specific_id: "chat-9" })).toEqual([
    200,
    { created_ticket_number: "ASM-6" },
  ]);
  expect(await send("/interactions", { query: message })).toEqual([200, { created_ticket_number: "ASM-7" }]);
  const [status, answer] = await send("/interactions/reply?source_specific_id=chat-9", {
    content: "Soon",
    user,
  });
  expect([status, answer]).toEqual([
    200,
    { created_history_id: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/) },
  ]);
  expect(emulator.journal.map(({ applied, row }) => [row, applied])).toEqual([
    ["interactions.create", true],
    ["interactions.create", true],
    ["interactions.reply", true],
  ]);
});

test("a source specific id makes one ticket, whichever status says so", async () => {
  for (const takenTicketIdStatus of [409, 400] as const) {
    const { emulator, send } = assembly({ takenTicketIdStatus });
    const ticket = { query: message, source_specific_id: "chat-9" };
    expect((await send("/interactions", ticket))[0]).toBe(200);
    expect(await send("/interactions", ticket)).toEqual([
      takenTicketIdStatus,
      error("source_specific_id already exists"),
    ]);
    expect((await send("/interactions", { ...ticket, source_specific_id: "chat-1001" }))[0]).toBe(
      takenTicketIdStatus,
    );
    expect(emulator.journal.map(({ applied }) => applied)).toEqual([true, undefined, undefined]);
  }
});

test("a sender is found by any key, or becomes a Customer once", async () => {
  const { customers, send } = assembly();
  const { contactId } = contactCases.email;
  const contact = data.contacts.find(({ id }) => id === contactId);
  const known = [
    { id: contactId, email: "else@post.example" },
    { id: showcase.account.accountId, email: "else@post.example" },
    { source_specific_id: "crm-acme-contact-0", email: "else@post.example" },
    { email: contact?.domain.toUpperCase() },
  ];
  for (const sender of known)
    expect((await send("/interactions", { query: message, user: sender }))[0]).toBe(200);
  expect(await customers("else@post.example")).toEqual(error("account not found"));
  expect(await customers(contact?.domain ?? "")).toEqual(error("account not found"));

  const sender = { ...user, username: "ada", source_specific_id: "shop-ada" };
  for (const query of ["one", "two"]) await send("/interactions", { query, user: sender });
  expect(await customers("ada@post.example")).toMatchObject({
    account: { type: "Customer", name: "ada", source_specific_ids: ["shop-ada"] },
  });
  expect((await send("/interactions", { query: message, user: { source_specific_id: "nobody" } }))[0]).toBe(
    200,
  );

  const strict = assembly({ unknownSendersBecomeCustomers: false });
  await strict.send("/interactions", { query: message, user });
  expect(await strict.customers("ada@post.example")).toEqual(error("account not found"));
});

test.each<[string, Readonly<Record<string, unknown>>, readonly ReceivedFile[], string]>([
  ["without a query", { title: "t" }, [], "query is required"],
  ["with an empty query", { query: " " }, [], "query must be a non-empty string"],
  ["of a user without a key", { user: { name: "Ada" } }, [], "user needs email or source_specific_id or id"],
  ["of a user that is no JSON", { user: "Ada" }, [], "user must be JSON"],
  [
    "with properties that are no map",
    { additional_properties: [1] },
    [],
    "additional_properties must be an object",
  ],
  ["of no time", { original_timestamp: "today" }, [], "original_timestamp must be a time as RFC 3339"],
  ["with an image that is too large", {}, [file(4 * megabyte + 1)], "a.png is larger than 4 MB"],
  ["with an image that is none", {}, [file(9, "474946383961")], "a.png could not be opened as JPEG or PNG"],
])("a ticket %s is refused", async (_, fields, files, reason) => {
  const { emulator, send } = assembly();
  const query = "title" in fields ? {} : { query: message };
  expect(await send("/interactions", { ...query, ...fields }, files)).toEqual([400, error(reason)]);
  expect(emulator.journal.map(({ applied }) => applied)).toEqual([undefined]);
});

test("images up to the limit are taken", async () => {
  const images = [file(4 * megabyte), file(100, "ffd8ffe000104a46")];
  expect((await assembly().send("/interactions", { query: message }, images))[0]).toBe(200);
});

test.each([
  ["company_id", showcase.account.accountId],
  ["company_source_specific_id", showcase.account.sourceSpecificId],
])("%s has to name an account", async (field, key) => {
  const { send } = assembly();
  expect((await send("/interactions", { query: message, [field]: key }))[0]).toBe(200);
  expect(await send("/interactions", { query: message, [field]: "nobody" })).toEqual([
    404,
    error("company not found"),
  ]);
});

const reply = { content: "On its way", user };
const { api, communitySlack, email, slack } = ticketCases;

test.each<[string, string, Readonly<Record<string, unknown>>, number, string]>([
  ["without a ticket", "", reply, 400, "exactly one of id and source_specific_id is required"],
  [
    "to two tickets",
    `?id=${api.ticketId}&source_specific_id=${api.sourceSpecificId}`,
    reply,
    400,
    "exactly one of id and source_specific_id is required",
  ],
  ["to what is no ULID", "?id=ASM-1", reply, 400, "id must be a ULID"],
  ["to nothing", `?id=0${api.ticketId.slice(1, -1)}Z`, reply, 404, "ticket not found"],
  ["to an unknown source specific id", "?source_specific_id=nobody", reply, 404, "ticket not found"],
  ["without content", `?id=${api.ticketId}`, { user }, 400, "content is required"],
  ["without a user", `?id=${api.ticketId}`, { content: "c" }, 400, "user is required"],
  [
    "of a user with a source specific id alone",
    `?id=${api.ticketId}`,
    { content: "c", user: { source_specific_id: "s" } },
    400,
    "user needs id or email",
  ],
])("a reply %s is refused", async (_, query, fields, status, reason) => {
  const { emulator, send } = assembly();
  expect(await send(`/interactions/reply${query}`, fields)).toEqual([status, error(reason)]);
  expect(emulator.journal.map(({ applied }) => applied)).toEqual([undefined]);
});

test("a reply may have files of any type, each up to 32 MB", async () => {
  const { send } = assembly();
  const target = `/interactions/reply?id=${email.ticketId}`;
  const largest = file(32 * megabyte, "00");
  expect((await send(target, reply, [largest, largest]))[0]).toBe(200);
  expect(await send(target, reply, [largest, file(32 * megabyte + 1)])).toEqual([
    413,
    error("a.png is larger than 32 MB"),
  ]);
});

test("only tickets from Slack refuse a reply that came before, and only there", async () => {
  const { send } = assembly();
  const again = (ticketId: string, replyId: string) =>
    send(`/interactions/reply?id=${ticketId}`, { ...reply, source_specific_id: replyId });
  const taken = [409, error("source_specific_id already exists")];
  expect(await again(slack.ticketId, slack.replyId)).toEqual(taken);
  expect(await again(communitySlack.ticketId.toLowerCase(), communitySlack.replyId)).toEqual(taken);
  expect((await again(slack.ticketId, "new"))[0]).toBe(200);
  expect(await again(slack.ticketId, "new")).toEqual(taken);
  expect((await again(slack.ticketId, communitySlack.replyId))[0]).toBe(200);
  expect((await again(api.ticketId, api.replyId))[0]).toBe(200);
  expect((await send(`/interactions/reply?id=${slack.ticketId}`, reply))[0]).toBe(200);
  expect((await send(`/interactions/reply?id=${slack.ticketId}`, reply))[0]).toBe(200);
});

test("the 61st reply of a minute is refused, and nothing else", async () => {
  const { clock, send } = assembly();
  const target = `/interactions/reply?id=${api.ticketId}`;
  const statuses: unknown[] = [];
  for (let sent = 0; sent < 60; sent += 1) {
    statuses.push((await send(target, reply))[0]);
    // As many in a second as the system allows, and then the next second.
    if (sent % 30 !== 29) clock.nowMs -= 1_000;
  }
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(await send(target, reply)).toEqual([429, error("rate limit exceeded")]);
  expect((await send("/interactions", { query: message }))[0]).toBe(200);
  clock.nowMs += 60_000;
  expect((await send(target, reply))[0]).toBe(200);
});
