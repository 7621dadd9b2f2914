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
  TimeOffUnit: { HOURS: "hours", DAYS: "days" },
} as const;
