import { seededRandom } from "../../random.ts";
import type { Company } from "../companies.ts";
import { isoTime } from "../day.ts";
import { accountId, contactId, usageLogId } from "../ids.ts";
import { contactCount } from "./contacts.ts";
import type { StoredUsageLog } from "./stored.ts";

// `Message` is a type of the first revision: nothing writes it any more, and old rows still have it.
const kinds = [
  { type: "Action", attribute: "Login", content: "Signed in" },
  { type: "Metric", attribute: "AccountSpend", content: "Spent on chat" },
  { type: "Action", attribute: "Export", content: "Exported the conversations of a week" },
  { type: "CumulativeMetric", attribute: "Conversations", content: "Conversations so far" },
  { type: "Action", attribute: "Invite", content: "Invited a colleague" },
  { type: "Metric", attribute: "ResponseSeconds", content: "Median time to first reply" },
] as const;

/** Usage of the last two months, none of it today. */
export function usageLogs(companies: readonly Company[], anchorMs: number): StoredUsageLog[] {
  return companies.flatMap(({ key }) => [
    ...Array.from({ length: key === "acme" ? 120 : key === "fennec" ? 0 : 7 }, (_, number) =>
      usageLog(`account/${key}`, { account_id: accountId(key) }, number, anchorMs),
    ),
    ...Array.from({ length: Math.min(contactCount(key), key === "acme" ? 6 : 1) * 3 }, (_, number) => {
      const contact = contactId(key, Math.floor(number / 3));
      return usageLog(`contact/${key}`, { contact_id: contact }, number, anchorMs);
    }),
  ]);
}

function usageLog(
  owner: string,
  reference: Pick<StoredUsageLog, "account_id" | "contact_id">,
  number: number,
  anchorMs: number,
): StoredUsageLog {
  const random = seededRandom(`usage/${owner}/${number}`);
  const shared = {
    ...reference,
    id: usageLogId(owner, number),
    timestamp: isoTime(anchorMs, -random.integer(1, 60), random.next() * 24),
  };
  if (number % 20 === 6) {
    return {
      ...shared,
      type: "Message",
      content: "Asked about an invoice",
      attribute: null,
      value: null,
      metadata: null,
    };
  }
  const { type, attribute, content } = kinds[number % kinds.length] ?? kinds[0];
  return {
    ...shared,
    type,
    content,
    attribute,
    value: type === "Action" ? null : written(random.integer(1, 5000) / 10, number),
    metadata:
      number % 2 === 0
        ? { source: random.pick(["web", "ios", "android"]), build: random.integer(100, 199) }
        : {},
  };
}

/** The first metric of an owner has a unit, as in the example of the documents (assembly-accounts-contacts-v2.txt:168). */
const written = (value: number, number: number): number | string => (number === 1 ? `$${value}` : value);
