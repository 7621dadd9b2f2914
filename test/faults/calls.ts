import { contactId, groupId, personId, userId } from "../../src/sandbox/data/ids.ts";
import type { SystemName } from "../support/sandbox.ts";

/** What a call does upstream, and with it whether it may be sent again. */
export type CallEffect = "read" | "idempotent" | "create";

/** One root field that costs one call. */
export interface FaultyCall {
  /** Row of the call. */
  readonly row: string;
  /** Status of an answer that is well. */
  readonly status: number;
  /** The call as errors name it. */
  readonly endpoint: string;
  /** Name of the field, which is the path of its error. */
  readonly field: string;
  /** The field with arguments and selection; a write carries the nonce, letters and digits, in what it writes. */
  readonly selection: (nonce: string) => string;
}

const roleId = groupId("role/Agent");

/** One call of each effect to each system. */
export const calls: Readonly<Record<SystemName, Readonly<Record<CallEffect, FaultyCall>>>> = {
  assembly: {
    read: {
      row: "labels.list",
      status: 200,
      endpoint: "GET /accounts/labels",
      field: "labels",
      selection: () => "labels { name type }",
    },
    idempotent: {
      row: "contacts.update",
      status: 200,
      endpoint: "PUT /contacts/{idOrEmail}",
      field: "updateContact",
      selection: (nonce) =>
        `updateContact(by: { id: "${contactId("acme", 0)}" }, input: { notes: "${nonce}" }) { contactId }`,
    },
    create: {
      row: "contacts.create",
      status: 200,
      endpoint: "POST /contacts",
      field: "createContact",
      selection: (nonce) =>
        `createContact(input: { name: "${nonce}", email: "${nonce}@acme.example", account: { domain: "acme.example" } }) { contactId }`,
    },
  },
  assembled: {
    read: {
      row: "people.list",
      status: 200,
      endpoint: "GET /v0/people",
      field: "people",
      selection: () => "people(first: 20) { nodes { lastName agentRole channels } }",
    },
    idempotent: {
      row: "people.update",
      status: 200,
      endpoint: "PATCH /v0/people/{id}",
      field: "updatePerson",
      selection: (nonce) =>
        `updatePerson(id: "${personId(1)}", input: { firstName: "${nonce}" }) { personId }`,
    },
    create: {
      row: "people.create",
      status: 200,
      endpoint: "POST /v0/people",
      field: "createPerson",
      selection: (nonce) =>
        `createPerson(input: { firstName: "${nonce}", lastName: "Fault", email: "${nonce}@staff.example", timezone: "Europe/Amsterdam", roleId: "${roleId}", staffable: false }) { personId }`,
    },
  },
  web1on1: {
    read: {
      row: "users.list",
      status: 200,
      endpoint: "GET /users",
      field: "users",
      selection: () => "users(first: 20) { nodes { email role status } }",
    },
    idempotent: {
      row: "users.update",
      status: 200,
      endpoint: "PATCH /users/{user_id}",
      field: "updateUser",
      selection: (nonce) => `updateUser(id: "${userId(1)}", input: { displayName: "${nonce}" }) { userId }`,
    },
    create: {
      row: "users.create",
      status: 201,
      endpoint: "POST /users",
      field: "createUser",
      selection: (nonce) => `createUser(input: { email: "${nonce}@chat.example" }) { userId }`,
    },
  },
};

/** The three systems. */
export const systemNames = ["assembly", "assembled", "web1on1"] as const;
/** What calls may do. */
export const callEffects = ["read", "idempotent", "create"] as const;

/** A query of one read of each of these systems. */
export const readsOf = (systems: readonly SystemName[]): string =>
  `{ ${systems.map((system) => calls[system].read.selection("")).join(" ")} }`;
