import type { SandboxData } from "../../src/sandbox/data/sandbox-data.ts";
import { personCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { quoted } from "../support/examples.ts";

const { agentId, personId } = showcase.person;

/** Each kind of key that a person is found by, one that finds no person, and a person who is no agent. */
export const byPerson = ({ assembled }: SandboxData): string[] => [
  `{ id: "${personId}" }`,
  `{ agentId: "${agentId}" }`,
  `{ email: ${quoted(assembled.people[2]?.email)} }`,
  `{ importedId: "nobody" }`,
  `{ id: "${personCases.agentless.personId}" }`,
];

/** In the form of Assembled's ids, and of nothing that there is. */
export const unknownUuid = "0198aaaa-0000-4000-8000-000000000000";
