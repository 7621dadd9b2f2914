import { userId } from "../ids.ts";
import type { StoredUser } from "./stored.ts";

/** The facts that objects of organizations are made from. */
export interface SetUp {
  readonly users: readonly StoredUser[];
  /** Number of organizations that are not archived. */
  readonly listedOrganizations: number;
}

/** Finds, by the id of an organization, the user who sets things up there: an active one, or else the gateway's own. */
export function creatorsOf({ users }: SetUp): (organization: string) => string {
  const creators = new Map<string, string>();
  for (const { id, organization, status } of users) {
    if (status === "active" && !creators.has(organization)) creators.set(organization, id);
  }
  return (organization) => creators.get(organization) ?? userId("gateway");
}
