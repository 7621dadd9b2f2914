import type { AccountJson } from "../../../assembly/account/endpoints.ts";
import { seededRandom } from "../../random.ts";
import type { Company } from "../companies.ts";
import { isoDay } from "../day.ts";
import { accountId, organizationId } from "../ids.ts";
import { human } from "../names.ts";
import { goneLabelId, labelIds } from "./labels.ts";

/** A source specific id that has to be encoded with care. */
export const awkwardSourceSpecificId = "erp:42/NL ?x=1&y=2+3%20ü#z";

const tiers = labelIds("Tier");
const stages = labelIds("Stage");
const companyTypes = labelIds("CompanyType");
const tags = labelIds("AccountTag");

/** Company accounts in the order of their table, then Customer accounts. */
export function accounts(companies: readonly Company[], anchorMs: number): AccountJson[] {
  return [
    ...companies.map((company, place) => companyAccount(company, place, anchorMs)),
    ...customers(anchorMs),
  ];
}

function companyAccount(
  { key, name, domain, carries }: Company,
  place: number,
  anchorMs: number,
): AccountJson {
  const random = seededRandom(`account/${key}`);
  const acme = key === "acme";
  const onTrial = place % 9 === 5;
  return {
    id: accountId(key),
    type: "Company",
    name,
    domain,
    source_specific_ids: [
      ...carries.map(organizationId),
      `crm-${key}`,
      ...(key === "zuiderzee" ? [awkwardSourceSpecificId] : []),
    ],
    image_url: `https://cdn.assembly.example/logos/${key}.png`,
    phone: place % 4 === 3 ? [] : [`+31 20 555 ${String(1000 + place)}`],
    contract_value: acme ? 48_000 : onTrial ? null : random.integer(4, 240) * 250,
    contract_type: place % 3 === 0 ? "Year" : "Month",
    renewal_date: onTrial ? null : isoDay(anchorMs, acme ? 45 : random.integer(5, 360)),
    trial_expiration_date: onTrial ? isoDay(anchorMs, random.integer(1, 30)) : null,
    // Two accounts point at a label that is gone: a deleted label stays on its accounts.
    tier: acme
      ? (tiers[0] ?? null)
      : key === "velvet"
        ? goneLabelId
        : place % 7 === 6
          ? null
          : random.pick(tiers),
    stage: acme ? (stages[1] ?? null) : random.pick(stages),
    tags: acme
      ? tags.slice(0, 3)
      : key === "ogden"
        ? [goneLabelId, ...tags.slice(4, 5)]
        : tags.filter(() => random.chance(0.3)),
    notes: acme ? "Steering committee meets each quarter." : null,
    id_in_tool: `T-${1000 + place}`,
    additional_properties: {
      region: random.pick(["EMEA", "APAC", "Americas"]),
      "chat.plan": random.pick(["base", "grow", "scale"]),
    },
    company_type: place % 8 === 7 ? null : random.pick(companyTypes),
    number_of_seats: random.integer(3, 900),
  };
}

// The domain of the company's own mail ties a customer to nothing: ranks 2 and 3 are for companies.
const customerDomains = [
  "mail.example",
  "gmail.com",
  "post.example",
  "bluebird.example",
  "mail.example",
  "gruyere.example",
];

function customers(anchorMs: number): AccountJson[] {
  return Array.from({ length: 12 }, (_, place): AccountJson => {
    const { givenName, familyName, emailName } = human(500 + place);
    return {
      id: accountId(`customer/${place}`),
      type: "Customer",
      name: `${givenName} ${familyName}`,
      domain: `${emailName}@${customerDomains[place % customerDomains.length]}`,
      source_specific_ids: place === 0 ? [organizationId("solo")] : [`shop-${place}`],
      image_url: null,
      phone: [],
      contract_value: place * 12,
      contract_type: "Month",
      renewal_date: isoDay(anchorMs, 20 + place),
      trial_expiration_date: null,
      tier: tiers[2] ?? null,
      stage: stages[place % stages.length] ?? null,
      tags: place % 4 === 0 ? tags.slice(0, 1) : [],
      notes: null,
      id_in_tool: null,
      additional_properties: {},
      role: place % 2 === 0 ? "Owner" : null,
    };
  });
}
