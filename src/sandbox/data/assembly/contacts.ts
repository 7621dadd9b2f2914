import { seededRandom } from "../../random.ts";
import { type Company, companies } from "../companies.ts";
import { isoDay } from "../day.ts";
import { accountId, contactId } from "../ids.ts";
import { type Human, human } from "../names.ts";
import { labelIds } from "./labels.ts";
import type { StoredContact } from "./stored.ts";

const tags = labelIds("AccountTag");
const roles = ["Buyer", "Support lead", "CTO", "Office manager", "Finance", null];

/** How many contacts a company has. */
export const contactCount = (company: string): number =>
  company === "acme" ? 14 : company === "fennec" ? 0 : 5;

/** The human being behind a contact of one of the usual companies. */
export function contactHuman(company: string, number: number): Human {
  return humanAt(
    companies.findIndex(({ key }) => key === company),
    number,
  );
}

/** The address of such a contact; a company without letters of its own in its domain still has mail there. */
export function contactEmail(company: string, number: number): string {
  const domain = companies.find(({ key }) => key === company)?.domain ?? "";
  return `${contactHuman(company, number).emailName}@${domain}`;
}

/** Contacts of every company but one. */
export function contacts(all: readonly Company[], anchorMs: number): StoredContact[] {
  return all.flatMap((company, place) =>
    Array.from({ length: contactCount(company.key) }, (_, number) =>
      contact(company, humanAt(place, number), number, anchorMs),
    ),
  );
}

const humanAt = (place: number, number: number): Human => human(260 + place * 5 + number);

function contact(
  { key: company, domain }: Company,
  { givenName, familyName, emailName }: Human,
  number: number,
  anchorMs: number,
): StoredContact {
  const random = seededRandom(`contact/${company}/${number}`);
  return {
    id: contactId(company, number),
    company_id: accountId(company),
    name: `${givenName} ${familyName}`,
    domain: `${emailName}@${domain}`,
    source_specific_ids: number % 3 === 0 ? [`crm-${company}-contact-${number}`] : [],
    image_url: null,
    phone: random.chance(0.4) ? [`+31 6 5550 ${random.integer(1000, 9999)}`] : [],
    contract_value: null,
    contract_type: null,
    renewal_date: null,
    trial_expiration_date: number === 4 ? isoDay(anchorMs, 14) : null,
    tier: null,
    stage: null,
    tags: random.chance(0.2) ? [random.pick(tags)] : [],
    notes: null,
    id_in_tool: null,
    additional_properties: number === 0 ? { newsletter: true, birthday_month: random.integer(1, 12) } : {},
    role: random.pick(roles),
  };
}
