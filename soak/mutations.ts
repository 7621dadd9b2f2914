import { agentId, contactId } from "../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../src/sandbox/data/showcase.ts";
import type { Random } from "../src/sandbox/random.ts";
import type { SystemName } from "../test/support/sandbox.ts";

/** One way to write. */
export interface MutationKind {
  readonly system: SystemName;
  /** Row of the call. */
  readonly row: string;
  /** Whether doing it twice makes two. */
  readonly creates: boolean;
  /** Name of the root field. */
  readonly field: string;
  /**
   * The field with arguments and selection.
   * @param nonce letters and digits; stands in what is written.
   * @param number of the mutation, from 0.
   */
  readonly selection: (nonce: string, number: number, random: Random) => string;
}

const dayMs = 24 * 60 * 60 * 1000;
const minuteMs = 60_000;
/** Where the window lies in which activities are made: a week in which the data has none. */
export const activitiesFromMs = Date.parse("2031-01-06T00:00:00Z");
/** As many minutes as it has, so that activities may start in any. */
const minutesOfWindow = (7 * dayMs) / minuteMs;

const { email, emailCase, importedId, platformId } = personCases;
const userIds = [email, emailCase, importedId, platformId].map(({ userId }) => userId);

/** The writes of the soak: creates and updates in each system. */
export const mutationKinds: readonly MutationKind[] = [
  {
    system: "assembly",
    row: "contacts.create",
    creates: true,
    field: "createContact",
    selection: (nonce) =>
      `createContact(input: { name: "${nonce}", email: "${nonce}@acme.example", account: { domain: "acme.example" } }) { contactId }`,
  },
  {
    system: "assembly",
    row: "contacts.update",
    creates: false,
    field: "updateContact",
    selection: (nonce, _number, random) =>
      `updateContact(by: { id: "${contactId("acme", random.integer(0, 13))}" }, input: { additionalProperties: { ${nonce}: true } }) { contactId }`,
  },
  {
    system: "assembled",
    row: "activities.create",
    creates: true,
    field: "createActivity",
    selection(nonce, number, random) {
      const startMs = activitiesFromMs + (number % minutesOfWindow) * minuteMs;
      const [start, end] = [startMs, startMs + 30 * minuteMs].map((ms) => new Date(ms).toISOString());
      return `createActivity(input: { person: { agentId: "${agentId(random.integer(1, 20))}" }, typeId: "${showcase.shiftTypeId}", window: { start: "${start}", end: "${end}" }, onConflict: ALLOW, description: "${nonce}" }) { activityId }`;
    },
  },
  {
    system: "web1on1",
    row: "users.create",
    creates: true,
    field: "createUser",
    selection: (nonce) => `createUser(input: { email: "${nonce}@chat.example" }) { userId }`,
  },
  {
    system: "web1on1",
    row: "users.update",
    creates: false,
    field: "updateUser",
    selection: (nonce, _number, random) =>
      `updateUser(id: "${random.pick(userIds)}", input: { displayName: "${nonce}" }) { userId }`,
  },
];
