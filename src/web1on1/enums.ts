const writableRoles = { AGENT: "agent", ADMIN: "admin", OWNER: "owner" } as const;

/** Enum values of the schema and what they are called upstream. */
export const web1on1Enums = {
  /** The last three are known from public pages only, so they can be read but not written. */
  UserRole: { ...writableRoles, BOT: "bot", GUEST: "guest", SUPERVISOR: "supervisor" },
  UserRoleInput: writableRoles,
  UserStatus: { QUEUED: "queued", INVITED: "invited", ACTIVE: "active", ARCHIVED: "archived" },
  UserSortField: {
    FAMILY_NAME: "familyName",
    GIVEN_NAME: "givenName",
    EMAIL: "email",
    CREATED_AT: "createdAt",
    UPDATED_AT: "updatedAt",
  },
  Locale: { EN: "en", NL: "nl", DE: "de", FR: "fr" },
  OrganizationStatus: {
    QUEUED: "queued",
    ACTIVE: "active",
    PENDING_ARCHIVE: "pendingArchive",
    ARCHIVED: "archived",
  },
  OrganizationSortField: { NAME: "name", CREATED_AT: "createdAt", UPDATED_AT: "updatedAt" },
  RouteOnReply: { ACCEPT: "accept", ASSIGN: "assign", ROUTE: "route" },
  SelfRegistrationRole: { GUEST: "guest", AGENT: "agent" },
  RetentionUnit: { MONTH: "month", YEAR: "year" },
  BotStatus: { INACTIVE: "inactive", ACTIVE: "active", ARCHIVED: "archived" },
  BotAudience: { GLOBAL: "global", OWNER: "owner", GROUP: "group" },
  BotSortField: { NAME: "name", CREATED_AT: "createdAt", UPDATED_AT: "updatedAt" },
  BotInstanceSortField: { NAME: "name", CREATED_AT: "createdAt", UPDATED_AT: "updatedAt" },
} as const;
