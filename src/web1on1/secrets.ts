/**
 * Fields of users, organizations, bots and services that go no further than the parser (web1on1-v2.txt:129-1416, 1678-5753,
 * 7247, 8453), wherever they stand: a reference may hold the whole object that it points at.
 */
export const secrets = [
  "password",
  "apiToken",
  "secret",
  "billingInfo.stripeCustomerId",
  "billingInfo.w1on1ResultId",
  "billingInfo.meta",
  // Rules of workflows have `params`, too, which are none.
  "service.params",
  "services.params",
] as const;
