import type { LabelJson } from "../../../assembly/label/endpoints.ts";
import { labelId } from "../ids.ts";

const table: readonly (readonly [type: string, name: string, color: string, description?: string])[] = [
  ["Tier", "Enterprise", "#5B3CC4", "More than 500 seats or a signed service level"],
  ["Tier", "Business", "#2A7DE1"],
  ["Tier", "Starter", "#7A8794", "Pays by card, no account manager"],
  ["Stage", "Onboarding", "#F2A900"],
  ["Stage", "Live", "#2E9E5B"],
  ["Stage", "Renewal", "#0FA3B1", "Contract ends within 90 days"],
  ["Stage", "At risk", "#D7263D"],
  ["CompanyType", "Manufacturer", "#6C757D"],
  ["CompanyType", "Retailer", "#B5179E"],
  ["CompanyType", "Logistics", "#457B9D"],
  ["CompanyType", "Hospitality", "#BC6C25"],
  ["CompanyType", "Public sector", "#1D3557"],
  ["AccountTag", "VIP", "#FFB703", "Answer first"],
  ["AccountTag", "Beta tester", "#8338EC"],
  ["AccountTag", "Multi-site", "#3A86FF"],
  ["AccountTag", "Zahlt spät", "#9D0208", "Reminders went out twice"],
  ["AccountTag", "長期契約", "#606C38"],
  ["AccountTag", "Reference", "#FB5607"],
];

/** Labels of all four types. */
export const labels: readonly LabelJson[] = table.map(([type, name, color, description]) => ({
  id: labelId(name),
  type,
  name,
  color,
  description: description ?? null,
}));

/** Ids of the labels of one type, in the order of the table. */
export const labelIds = (type: string): string[] =>
  labels.filter((label) => label.type === type).map((label) => label.id);

/** A label that accounts still point at although it is gone. */
export const goneLabelId = labelId("(deleted)");
