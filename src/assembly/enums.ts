const writableUsageLogTypes = {
  ACTION: "Action",
  METRIC: "Metric",
  CUMULATIVE_METRIC: "CumulativeMetric",
} as const;

/** Enum values of the schema and what they are called upstream. */
export const assemblyEnums = {
  AccountType: { COMPANY: "Company", CUSTOMER: "Customer" },
  ContractType: { MONTH: "Month", YEAR: "Year" },
  LabelType: { TIER: "Tier", STAGE: "Stage", COMPANY_TYPE: "CompanyType", ACCOUNT_TAG: "AccountTag" },
  /** The last one was written by the first revision only, so it can be read but not written. */
  UsageLogType: { ...writableUsageLogTypes, MESSAGE: "Message" },
  UsageLogTypeInput: writableUsageLogTypes,
} as const;
