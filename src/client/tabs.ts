import { showcase } from "../sandbox/data/showcase.ts";
import { loadOperations } from "./operations.ts";

/** One operation that GraphiQL opens with. */
export interface GraphiqlTab {
  /** Unique among the tabs; shown only while the document's operation has no name. */
  title: string;
  query: string;
  /** JSON text, as a person would type it. */
  variables: string;
  /** JSON text. */
  headers?: string;
}

const hourMs = 3_600_000;

/**
 * Every shipped operation as a tab of GraphiQL, with variables that answer something in the sandbox.
 * @param nowMs windows are laid around it.
 */
export function loadTabs(nowMs: number): GraphiqlTab[] {
  const variables = exampleVariables(nowMs);
  return loadOperations().map(({ name, document }) => ({
    title: name,
    query: document,
    variables: JSON.stringify(variables[name] ?? {}, null, 2),
  }));
}

/** Variables for each shipped operation, by its name. */
export function exampleVariables(nowMs: number): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const midnightMs = nowMs - (nowMs % (24 * hourMs));
  const at = (hour: number) => new Date(midnightMs + hour * hourMs).toISOString();
  const { domain, accountId, organizationId } = showcase.account;
  const gid = (path: string) => `gid://${path}`;
  return {
    "account-desk": { domain, window: { start: at(0), end: at(24) } },
    "chat-directory": { first: 100 },
    "create-activity": {
      input: {
        person: { id: showcase.person.personId },
        typeId: showcase.shiftTypeId,
        window: { start: at(24 * 9 + 9), end: at(24 * 9 + 10) },
        onConflict: "REFUSE",
        description: "Covering for a colleague",
      },
    },
    "create-contact": { input: { name: "Ada Example", email: `ada@${domain}`, account: { domain } } },
    refetch: {
      ids: [
        gid(`assembly/Account/${accountId}`),
        gid(`web1on1/Organization/${organizationId}`),
        gid(`assembled/Person/${showcase.person.personId}`),
        gid(`web1on1/User/${showcase.person.userId}`),
      ],
    },
    "team-day": { team: showcase.team.id, window: { start: at(0), end: at(24) } },
    "update-user": { id: showcase.person.userId, input: { settings: { locale: "NL" } } },
    "usage-feed": { domain, first: 10 },
  };
}
