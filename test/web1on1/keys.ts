import type { SandboxData } from "../../src/sandbox/data/sandbox-data.ts";
import { accountCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { quoted } from "../support/examples.ts";

/** Each kind of key that an organization is found by. */
export function byOrganization({ web1on1 }: SandboxData): string[] {
  const listed = web1on1.organizations.find(({ id }) => id === accountCases.website.organizationId);
  return [`{ id: "${showcase.account.organizationId}" }`, `{ domain: ${quoted(listed?.url)} }`];
}
