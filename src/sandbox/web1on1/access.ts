import type { StoredOrganization, StoredUser } from "../data/web1on1/stored.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";

/** The scopes of Web1on1, each including those before it. */
const scopes = ["guest", "agent", "bot", "admin"] as const;
/** The scope that a call needs. */
export type Scope = (typeof scopes)[number];

/**
 * The scope of each role. A bot has admin scope in the sandbox: by the vendor's table a bot lists and fetches and an
 * admin creates, and one bot token has to be enough for everything that the gateway offers.
 */
const scopeOfRole: Readonly<Record<string, Scope>> = {
  guest: "guest",
  agent: "agent",
  supervisor: "agent",
  bot: "admin",
  admin: "admin",
  owner: "admin",
};

/** The rights of each caller. */
export interface Access {
  /** Refuses with 403 a caller whose role is below a scope. */
  require(caller: StoredUser, scope: Scope): void;
  /** Whether an organization is one of the caller's or below one of them; to the master organization all are. */
  reaches(caller: StoredUser, organizationId: string): boolean;
  /** The organization with an id; refuses with 404 where there is none, and with 403 where the caller does not reach it. */
  organization(caller: StoredUser, organizationId: string): StoredOrganization;
  /** Refuses with 400 an organization that a body names and that is not there, and with 403 one out of the caller's reach. */
  checkNamed(caller: StoredUser, organizationId: string): void;
  /** Whether a user is the caller, or owned by or a member of an organization that the caller reaches. */
  reachesUser(caller: StoredUser, user: StoredUser): boolean;
  /** Whether the caller belongs to the master organization. */
  isOfMaster(caller: StoredUser): boolean;
}

/** Decides by role and by the tree of organizations, whose first one is the master. */
export function createAccess(organizations: Store<StoredOrganization>): Access {
  const masterId = organizations.all()[0]?.id;
  const isOfMaster = (caller: StoredUser): boolean => caller.organization === masterId;

  const reaches = (caller: StoredUser, organizationId: string): boolean => {
    if (isOfMaster(caller)) return true;
    const passed = new Set<string>();
    let current: string | null | undefined = organizationId;
    while (current && !passed.has(current)) {
      if (caller.organizations.includes(current)) return true;
      passed.add(current);
      current = organizations.get(current)?.parent;
    }
    return false;
  };
  return {
    isOfMaster,
    reaches,
    organization: (caller, organizationId) => {
      const organization = organizations.get(organizationId.toLowerCase());
      if (organization === undefined) throw new Refusal(404, "organization not found");
      if (!reaches(caller, organization.id)) throw new Refusal(403, "outside your organization");
      return organization;
    },
    checkNamed: (caller, organizationId) => {
      if (organizations.get(organizationId) === undefined) throw new Refusal(400, "unknown organization");
      if (!reaches(caller, organizationId)) throw new Refusal(403, "outside your organization");
    },
    reachesUser: (caller, user) =>
      user.id === caller.id ||
      [user.organization, ...user.organizations].some((organizationId) => reaches(caller, organizationId)),
    require: (caller, scope) => {
      if (rankOf(caller) < scopes.indexOf(scope)) throw new Refusal(403, `this needs the scope ${scope}`);
    },
  };
}

/** The scope of a token, by the role of its user: "guest agent" for an agent. */
export const scopeText = (user: StoredUser): string => scopes.slice(0, rankOf(user) + 1).join(" ");

const rankOf = ({ role }: StoredUser): number => scopes.indexOf(scopeOfRole[role] ?? "guest");
