/** Enum values of the schema and what they are called upstream. */
export const assembledEnums = {
  Channel: {
    PHONE: "phone",
    EMAIL: "email",
    CHAT: "chat",
    SMS: "sms",
    SOCIAL: "social",
    BACK_OFFICE: "back_office",
  },
  AgentRole: { AGENT: "agent", ADMIN: "admin" },
  PersonSortField: { FIRST_NAME: "first_name", LAST_NAME: "last_name", ROLE: "role" },
  AgentStateEditAction: { INSERT: "insert", UPDATE: "update", DELETE: "delete" },
  EventChangeType: { CREATE: "create", MODIFY: "modify", DELETE: "delete" },
  TimeOffUnit: { HOURS: "hours", DAYS: "days" },
  TimeOffStatus: { PENDING: "pending", APPROVED: "approved", DENIED: "denied", CANCELED: "canceled" },
  TimeOffUpdateType: { APPROVE: "approve", EDIT: "edit", DENY: "deny", CANCEL: "cancel" },
  DayOfWeek: {
    SUNDAY: "0",
    MONDAY: "1",
    TUESDAY: "2",
    WEDNESDAY: "3",
    THURSDAY: "4",
    FRIDAY: "5",
    SATURDAY: "6",
  },
} as const;
