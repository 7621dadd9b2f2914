/** Enum values of the schema and what they are called upstream. */
export const assemblyEnums = {
  AccountType: { COMPANY: "Company", CUSTOMER: "Customer" },
  ContractType: { MONTH: "Month", YEAR: "Year" },
  LabelType: { TIER: "Tier", STAGE: "Stage", COMPANY_TYPE: "CompanyType", ACCOUNT_TAG: "AccountTag" },
  UsageLogType: {
    ACTION: "Action",
    METRIC: "Metric",
    CUMULATIVE_METRIC: "CumulativeMetric",
    MESSAGE: "Message",
  },
} as const;
